import { autoLogGain, type NumberSummary, type Transform } from '@clientele/contracts';

type Shape = Pick<NumberSummary, 'label' | 'skewness' | 'skewnessLog'>;

const wordOf = (value: number): string => value.toFixed(1).replace('-', '\u2212');

/** What the transform does to the chosen features, in one sentence; null where there is nothing to say. */
export function transformHint(shapes: readonly Shape[], transform: Transform): string | null {
  if (transform === 'none') {
    const [longest] = [...shapes].sort((left, right) => Math.abs(right.skewness ?? 0) - Math.abs(left.skewness ?? 0));
    const skewness = longest?.skewness ?? null;
    if (longest === undefined || skewness === null || Math.abs(skewness) < 2) return null;
    return `${longest.label} has skew ${wordOf(skewness)}: a few customers will carry the segments.`;
  }
  const withLog = shapes.flatMap(({ label, skewness, skewnessLog }) =>
    skewness === null || skewnessLog === null ? [] : [{ label, raw: skewness, log: skewnessLog }],
  );
  const least = transform === 'auto' ? autoLogGain : 0;
  const lowered = withLog.filter(({ raw, log }) => Math.abs(raw) - Math.abs(log) >= least && log !== raw);
  if (transform === 'auto' && withLog.length > 0) {
    if (lowered.length === 0) return 'No log: it would not lower the skew of a chosen feature by much.';
    if (lowered.length < shapes.length)
      return `Log for ${lowered.map(({ label }) => label).join(', ')}; the rest as they are.`;
  }
  const [most] = [...lowered].sort((left, right) => Math.abs(right.raw) - Math.abs(left.raw));
  return most === undefined ? null : `${most.label}: skew falls from ${wordOf(most.raw)} to ${wordOf(most.log)}.`;
}
