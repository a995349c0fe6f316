import { type Figure, type FigureContext, featureText } from '@clientele/charts';
import type { FeatureInfo, SegmentsView } from '@clientele/contracts';

const measures = [
  ['mean', 'Mean'],
  ['standardDeviation', 'Std. deviation'],
  ['min', 'Least'],
  ['q25', 'Lower quartile'],
  ['median', 'Median'],
  ['q75', 'Upper quartile'],
  ['max', 'Most'],
] as const;

/** Statistics of one feature, or of every one, for each segment and for all customers, as a table. */
export function statisticsFigure(
  { statistics }: SegmentsView,
  features: readonly FeatureInfo[],
  only: string | null,
  { formats, segmentNames }: FigureContext,
): Figure {
  const unitOf = (id: string) => features.find((feature) => feature.id === id)?.unit ?? 'number';
  const ids = statistics[0]?.features.map(({ feature }) => feature).filter((id) => only === null || id === only) ?? [];
  const rows = ids.flatMap((id) =>
    statistics.flatMap((entry) => {
      const found = entry.features.find(({ feature }) => feature === id);
      if (found === undefined) return [];
      const segment =
        entry.segment === null
          ? 'All customers'
          : (segmentNames[entry.segment] ?? (entry.segment < 0 ? 'No segment' : String(entry.segment)));
      return [
        {
          feature: { text: found.label, value: found.label },
          segment: { text: segment, value: segment },
          count: { text: formats.count(found.count), value: found.count },
          ...Object.fromEntries(
            measures.map(([key]) => [key, { text: featureText(found[key], unitOf(id), formats), value: found[key] }]),
          ),
        },
      ];
    }),
  );
  return {
    id: 'segment-statistics',
    title: 'Statistics of the segments',
    subtitle: 'Each feature by segment; standard deviation of the population, quartiles interpolated',
    option: null,
    renderer: 'svg',
    height: 40 + 26 * rows.length,
    table: {
      columns: [
        { key: 'feature', label: 'Feature', align: 'left' },
        { key: 'segment', label: 'Segment', align: 'left' },
        { key: 'count', label: 'Customers', align: 'right' },
        ...measures.map(([key, label]) => ({ key, label, align: 'right' as const })),
      ],
      rows,
    },
  };
}

/** The segment of each row of that table; null stands for all customers. */
export function statisticsSegments({ statistics }: SegmentsView, only: string | null): (number | null)[] {
  const ids = statistics[0]?.features.map(({ feature }) => feature).filter((id) => only === null || id === only) ?? [];
  return ids.flatMap(() => statistics.map(({ segment }) => segment));
}
