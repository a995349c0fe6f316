import type { Candidate } from '@clientele/contracts';
import type { Formats } from '../format/create-formats.ts';

export type QualityMeasure = 'inertia' | 'silhouette' | 'daviesBouldin' | 'calinskiHarabasz';

export interface QualityMeasureText {
  label: string;
  /** Short, for a column. */
  short: string;
  meaning: string;
  better: 'higher' | 'lower' | null;
  text(value: number, formats: Formats): string;
}

const index = (value: number, formats: Formats) => formats.fixed(value, 3);
// Inertia of a scaled matrix can be well below one.
const amount = (value: number, formats: Formats) =>
  Math.abs(value) < 100 ? formats.fixed(value, 1) : formats.count(value);

export const qualityMeasures: Record<QualityMeasure, QualityMeasureText> = {
  inertia: {
    label: 'Inertia',
    short: 'Inertia',
    meaning: 'Sum of squared distances to the centres; look for the bend',
    better: null,
    text: amount,
  },
  silhouette: {
    label: 'Silhouette',
    short: 'Silhouette',
    meaning: 'Mean over customers, \u22121 to 1; higher is better',
    better: 'higher',
    text: index,
  },
  daviesBouldin: {
    label: 'Davies\u2013Bouldin index',
    short: 'Davies\u2013B.',
    meaning: 'Spread within against distance between; lower is better',
    better: 'lower',
    text: index,
  },
  calinskiHarabasz: {
    label: 'Calinski\u2013Harabasz index',
    short: 'Calinski\u2013H.',
    meaning: 'Variance between against variance within; higher is better',
    better: 'higher',
    text: amount,
  },
};

/** The k that this measure alone would choose; null where it chooses none. */
export function bestByMeasure(candidates: readonly Candidate[], measure: QualityMeasure): number | null {
  const { better } = qualityMeasures[measure];
  if (better === null) return null;
  const sign = better === 'higher' ? 1 : -1;
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (!Number.isFinite(candidate[measure])) continue;
    if (best === null || sign * candidate[measure] > sign * best[measure]) best = candidate;
  }
  return best?.k ?? null;
}
