import { type Figure, type FigureContext, featureLabel, featureText } from '@clientele/charts';
import type { FeatureInfo, SegmentStatistics } from '@clientele/contracts';

const measures = ['mean', 'standardDeviation', 'min', 'q25', 'median', 'q75', 'max'] as const;

/** Statistics of one feature, or of every one, for each segment and for all customers, as a table. */
export function statisticsFigure(
  statistics: readonly SegmentStatistics[],
  features: readonly FeatureInfo[],
  only: string | null,
  { formats, text, segmentNames }: FigureContext,
): Figure {
  const unitOf = (id: string) => features.find((feature) => feature.id === id)?.unit ?? 'number';
  const ids = statistics[0]?.features.map(({ feature }) => feature).filter((id) => only === null || id === only) ?? [];
  const rows = ids.flatMap((id) =>
    statistics.flatMap((entry) => {
      const found = entry.features.find(({ feature }) => feature === id);
      if (found === undefined) return [];
      const segment =
        entry.segment === null
          ? text('common.allCustomers')
          : (segmentNames[entry.segment] ?? (entry.segment < 0 ? text('common.noSegment') : String(entry.segment)));
      const label = featureLabel({ id, label: found.label }, { text });
      return [
        {
          feature: { text: label, value: label },
          segment: { text: segment, value: segment },
          count: { text: formats.count(found.count), value: found.count },
          ...Object.fromEntries(
            measures.map((key) => [key, { text: featureText(found[key], unitOf(id), formats), value: found[key] }]),
          ),
        },
      ];
    }),
  );
  return {
    id: 'segment-statistics',
    title: text('segment-statistics.name'),
    subtitle: text('segment-statistics.subtitle'),
    option: null,
    renderer: 'svg',
    height: 40 + 26 * rows.length,
    table: {
      columns: [
        { key: 'feature', label: text('segment-statistics.feature'), align: 'left' },
        { key: 'segment', label: text('common.segment'), align: 'left' },
        { key: 'count', label: text('common.customers'), align: 'right' },
        ...measures.map((key) => ({ key, label: text(`segment-statistics.${key}`), align: 'right' as const })),
      ],
      rows,
    },
  };
}

/** The segment of each row of that table; null stands for all customers. */
export function statisticsSegments(statistics: readonly SegmentStatistics[], only: string | null): (number | null)[] {
  const ids = statistics[0]?.features.map(({ feature }) => feature).filter((id) => only === null || id === only) ?? [];
  return ids.flatMap(() => statistics.map(({ segment }) => segment));
}
