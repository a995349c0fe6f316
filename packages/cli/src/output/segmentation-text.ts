import { methodTable, type SegmentationDocument } from '@clientele/contracts';
import { evidenceText, gradeMark } from './evidence-text.ts';
import { count, fixed, plain, share } from './numbers.ts';
import { textTable } from './text-table.ts';

/** A segmentation for the terminal: its quality, its segments with medians, and why so many. */
export function segmentationText(document: SegmentationDocument): string {
  const { segments, quality, preparation, receipt, unassigned: none } = document;
  const hasRevenue = segments.some((segment) => segment.revenueShare !== null);
  const numbers = preparation.columns.filter((column) => column.category === null);
  const measures = [
    quality.inertia === null ? null : `inertia ${fixed(quality.inertia, 3)}`,
    quality.silhouette === null
      ? null
      : `silhouette ${fixed(quality.silhouette, 4)}${quality.silhouetteExact ? '' : ' (from a sample)'}`,
    quality.daviesBouldin === null ? null : `Davies-Bouldin ${fixed(quality.daviesBouldin, 4)}`,
    quality.calinskiHarabasz === null ? null : `Calinski-Harabasz ${fixed(quality.calinskiHarabasz, 1)}`,
    quality.bic === undefined ? null : `BIC ${fixed(quality.bic, 1)}`,
  ].filter((measure) => measure !== null);
  const table = textTable(
    [
      { label: 'Segment' },
      { label: 'Customers', align: 'right' },
      { label: 'Share', align: 'right' },
      ...(hasRevenue ? [{ label: 'Revenue', align: 'right' as const }] : []),
      ...numbers.map((column) => ({ label: `${column.label} (median)`, align: 'right' as const })),
    ],
    [
      ...segments.map((segment) => [
        `${segment.name}${gradeMark(document, segment.id)}`,
        count(segment.size),
        share(segment.share),
        ...(hasRevenue ? [share(segment.revenueShare)] : []),
        ...numbers.map((column) => plain(segment.medians[column.id])),
      ]),
      ...(none === null ? [] : [noSegmentRow(none, hasRevenue, numbers.length)]),
    ],
  );
  const advice = segments.map((segment) => `${segment.name}: ${segment.advice}`).join('\n');
  return [
    `${methodTable[document.method].label}, ${segments.length} segments of ${count(document.customers)} customers`,
    measures.join(', '),
    document.choice === null ? '' : document.choice.why,
    '',
    table,
    '',
    advice,
    '',
    ...(document.evidence === null ? [] : [evidenceText(document, document.evidence), '']),
    `Receipt: data ${receipt.data.slice(0, 12)}, recipe ${receipt.recipe.slice(0, 12)}, version ${receipt.version}`,
  ].join('\n');
}

function noSegmentRow(
  none: NonNullable<SegmentationDocument['unassigned']>,
  hasRevenue: boolean,
  features: number,
): string[] {
  const revenue = hasRevenue ? [share(none.revenueShare)] : [];
  return ['No segment', count(none.size), share(none.share), ...revenue, ...Array.from({ length: features }, () => '')];
}
