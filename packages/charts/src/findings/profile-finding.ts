import type { SegmentStatistics } from '@clientele/contracts';
import { type FeatureLabel, featureLabel } from '../feature-label.ts';
import type { FigureContext } from '../figure.ts';

/** Times the mean of all customers from which a feature is worth the title. */
const telling = 1.5;

/** Times the mean of all customers; null where that says nothing (no mean, or one not above zero). */
export const timesMean = (mean: number | null, all: number | null): number | null =>
  mean === null || all === null || all <= 0 || mean < 0 ? null : mean / all;

/** The segment and feature furthest above the mean of all customers: "Revenue of Champions is 3.9 times the mean". Null where nothing reaches 1.5 times. */
export function profileFinding(
  statistics: readonly SegmentStatistics[],
  features: readonly FeatureLabel[],
  name: (segment: number) => string,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  const all = statistics.find(({ segment }) => segment === null);
  let best: { times: number; label: string; segment: number } | null = null;
  for (const { segment, features: values } of statistics) {
    if (segment === null || segment < 0) continue;
    for (const { id, label } of features) {
      const mean = values.find(({ feature }) => feature === id)?.mean ?? null;
      const times = timesMean(mean, all?.features.find(({ feature }) => feature === id)?.mean ?? null);
      if (times !== null && times >= telling && times > (best?.times ?? 0))
        best = { times, label: featureLabel({ id, label }, { text }), segment };
    }
  }
  return best === null
    ? null
    : text('profile.title', { feature: best.label, segment: name(best.segment), times: formats.number(best.times) });
}
