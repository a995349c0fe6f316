import type { Figure, FigureContext } from '@clientele/charts';
import type { FeatureInfo, NumberSummary } from '@clientele/contracts';

const skewed = 1;

/** The numeric features as a table: shape, middle, span, skewness. */
export function numbersFigure(
  numbers: readonly NumberSummary[],
  features: readonly FeatureInfo[],
  { formats }: FigureContext,
): Figure {
  const unit = new Map(features.map(({ id, unit: own }) => [id, own]));
  const cell = (value: number | null, feature: string) => ({
    text: formats.feature(value, unit.get(feature) ?? 'number'),
    value,
  });
  const tails = numbers.filter(({ skewness }) => (skewness ?? 0) > skewed).map(({ label }) => label);
  const title =
    tails.length === 0 || numbers.length < 2
      ? 'Features as numbers'
      : tails.length === 1
        ? `${tails[0]} has a long tail`
        : `${formats.count(tails.length)} of ${formats.count(numbers.length)} features have a long tail`;
  return {
    id: 'features',
    title,
    subtitle: 'Each numeric feature over the customers shown; skewness above 1 is a long tail to the right',
    option: null,
    renderer: 'svg',
    height: 26 * numbers.length + 24,
    table: {
      columns: [
        { key: 'feature', label: 'Feature', align: 'left' },
        { key: 'shape', label: 'Shape', align: 'left' },
        { key: 'mean', label: 'Mean', align: 'right' },
        { key: 'median', label: 'Median', align: 'right' },
        { key: 'min', label: 'Least', align: 'right' },
        { key: 'max', label: 'Most', align: 'right' },
        { key: 'skewness', label: 'Skewness', align: 'right' },
        { key: 'missing', label: 'Missing', align: 'right' },
      ],
      rows: numbers.map(({ feature, label, mean, median, min, max, skewness, missing, histogram }) => ({
        feature: { text: label, value: label },
        shape: { text: '', value: histogram.join(' ') },
        mean: cell(mean, feature),
        median: cell(median, feature),
        min: cell(min, feature),
        max: cell(max, feature),
        skewness: { text: formats.fixed(skewness, 1), value: skewness },
        missing: { text: missing === 0 ? '–' : formats.count(missing), value: missing },
      })),
    },
  };
}
