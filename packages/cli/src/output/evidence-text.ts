import type { Evidence, SegmentationDocument } from '@clientele/contracts';
import { count, fixed, share } from './numbers.ts';
import { textTable } from './text-table.ts';

/** What stands behind the name of a segment that does not come back in resamples; nothing where it does. */
export function gradeMark({ evidence }: SegmentationDocument, segment: number): string {
  const grade = evidence?.stability.segments[segment]?.grade;
  return grade === 'doubtful' || grade === 'untrustworthy' ? ` (${grade})` : '';
}

/** The evidence for the terminal: the verdict, then for each segment its stability and its rule. */
export function evidenceText({ segments }: SegmentationDocument, { structure, stability, ...rest }: Evidence): string {
  const table = textTable(
    [
      { label: 'Segment' },
      { label: 'Jaccard', align: 'right' },
      { label: 'Stability' },
      { label: 'Unsure', align: 'right' },
      { label: 'Precision', align: 'right' },
      { label: 'Recall', align: 'right' },
      { label: 'Rule' },
    ],
    segments.map(({ id, name }) => {
      const { jaccard = null, grade = '' } = stability.segments[id] ?? {};
      const { rule = null, unsure = 0 } = rest.segments[id] ?? {};
      return [
        name,
        jaccard === null ? '' : fixed(jaccard, 2),
        grade,
        share(unsure),
        rule === null ? '' : share(rule.precision),
        rule === null ? '' : share(rule.recall),
        rule?.text ?? 'no short rule',
      ];
    }),
  );
  const { seeds, methods } = stability;
  const agreement = [
    ...(seeds === null ? [] : [`other seeds ${fixed(seeds.ari, 2)} (least ${fixed(seeds.lowest, 2)})`]),
    ...methods.map(({ method, ari }) => `${method} ${fixed(ari, 2)}`),
  ];
  return [
    structure.sentence,
    structure.about,
    figuresText(structure),
    '',
    table,
    ...(agreement.length === 0 ? [] : ['', `Agreement (adjusted Rand index): ${agreement.join(', ')}`]),
  ].join('\n');
}

function figuresText({ gap, dip, hopkins, rows, exact }: Evidence['structure']): string {
  const figures = [
    `gap statistic k = ${gap.decided ? gap.k : 'undecided'}`,
    ...(dip === null ? [] : [`dip test of the distances p = ${fixed(dip.pValue, 2)}`]),
    ...(hopkins === null
      ? []
      : [`Hopkins ${fixed(hopkins.statistic, 2)} (${fixed(hopkins.expected, 2)} where spread evenly)`]),
  ];
  return `Behind it: ${figures.join(', ')}${exact ? '' : `; from a sample of ${count(rows)} customers`}.`;
}
