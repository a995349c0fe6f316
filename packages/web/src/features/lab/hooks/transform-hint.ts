import { featureLabel } from '@clientele/charts';
import { autoLogGain, type NumberSummary, type Transform } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

type Shape = Pick<NumberSummary, 'feature' | 'label' | 'skewness' | 'skewnessLog'>;

const wordOf = (value: number): string => value.toFixed(1).replace('-', '\u2212');

/** What the transform does to the chosen features, in one sentence; null where there is nothing to say. */
export function transformHint(given: readonly Shape[], transform: Transform, text: Text): string | null {
  const shapes = given.map((shape) => ({
    ...shape,
    label: featureLabel({ id: shape.feature, label: shape.label }, { text }),
  }));
  if (transform === 'none') {
    const [longest] = [...shapes].sort((left, right) => Math.abs(right.skewness ?? 0) - Math.abs(left.skewness ?? 0));
    const skewness = longest?.skewness ?? null;
    if (longest === undefined || skewness === null || Math.abs(skewness) < 2) return null;
    return text('lab.hint.skewed', { feature: longest.label, skew: wordOf(skewness) });
  }
  const withLog = shapes.flatMap(({ label, skewness, skewnessLog }) =>
    skewness === null || skewnessLog === null ? [] : [{ label, raw: skewness, log: skewnessLog }],
  );
  const least = transform === 'auto' ? autoLogGain : 0;
  const lowered = withLog.filter(({ raw, log }) => Math.abs(raw) - Math.abs(log) >= least && log !== raw);
  if (transform === 'auto' && withLog.length > 0) {
    if (lowered.length === 0) return text('lab.hint.noLog');
    if (lowered.length < shapes.length)
      return text('lab.hint.someLog', { features: lowered.map(({ label }) => label).join(', ') });
  }
  const [most] = [...lowered].sort((left, right) => Math.abs(right.raw) - Math.abs(left.raw));
  return most === undefined
    ? null
    : text('lab.hint.log', { feature: most.label, from: wordOf(most.raw), to: wordOf(most.log) });
}
