import { type Figure, type FigureContext, featureLabel } from '@clientele/charts';
import type { FeatureInfo, NumberSummary } from '@clientele/contracts';

const skewed = 1;

/** The numeric features as a table: shape, middle, span, skewness. */
export function numbersFigure(
  numbers: readonly NumberSummary[],
  features: readonly FeatureInfo[],
  { formats, text }: FigureContext,
): Figure {
  const unit = new Map(features.map(({ id, unit: own }) => [id, own]));
  const cell = (value: number | null, feature: string) => ({
    text: formats.feature(value, unit.get(feature) ?? 'number'),
    value,
  });
  const nameOf = ({ feature, label }: NumberSummary) => featureLabel({ id: feature, label }, { text });
  const tails = numbers.filter(({ skewness }) => (skewness ?? 0) > skewed).map(nameOf);
  const title =
    tails.length === 0 || numbers.length < 2
      ? text('numbers.titlePlain')
      : tails.length === 1
        ? text('numbers.titleOne', { feature: tails[0] ?? '' })
        : text('numbers.title', {
            tails: formats.count(tails.length),
            n: numbers.length,
            all: formats.count(numbers.length),
          });
  return {
    id: 'features',
    title,
    subtitle: text('numbers.subtitle'),
    option: null,
    renderer: 'svg',
    height: 26 * numbers.length + 24,
    table: {
      columns: [
        { key: 'feature', label: text('numbers.feature'), align: 'left' },
        { key: 'shape', label: text('numbers.shape'), align: 'left' },
        { key: 'mean', label: text('numbers.mean'), align: 'right' },
        { key: 'median', label: text('numbers.median'), align: 'right' },
        { key: 'min', label: text('numbers.min'), align: 'right' },
        { key: 'max', label: text('numbers.max'), align: 'right' },
        { key: 'skewness', label: text('numbers.skewness'), align: 'right' },
        { key: 'missing', label: text('numbers.missing'), align: 'right' },
      ],
      rows: numbers.map((summary) => {
        const { feature, mean, median, min, max, skewness, missing, histogram } = summary;
        const label = nameOf(summary);
        return {
          feature: { text: label, value: label },
          shape: { text: '', value: histogram?.counts.join(' ') ?? null },
          mean: cell(mean, feature),
          median: cell(median, feature),
          min: cell(min, feature),
          max: cell(max, feature),
          skewness: { text: formats.fixed(skewness, 1), value: skewness },
          missing: { text: missing === 0 ? '–' : formats.count(missing), value: missing },
        };
      }),
    },
  };
}
