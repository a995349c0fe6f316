import type { Candidate } from '@clientele/contracts';
import type { TextKey } from '@clientele/texts';
import type { Formats } from '../format/create-formats.ts';

export type QualityMeasure = 'bic' | 'inertia' | 'silhouette' | 'daviesBouldin' | 'calinskiHarabasz';

export interface QualityMeasureText {
  label: TextKey;
  /** Short, for a column. */
  short: TextKey;
  meaning: TextKey;
  better: 'higher' | 'lower' | null;
  text(value: number, formats: Formats): string;
}

const index = (value: number, formats: Formats) => formats.fixed(value, 3);
// Inertia of a scaled matrix can be well below one.
const amount = (value: number, formats: Formats) =>
  Math.abs(value) < 100 ? formats.fixed(value, 1) : formats.count(value);

export const qualityMeasures: Record<QualityMeasure, QualityMeasureText> = {
  bic: {
    label: 'quality.bic.label',
    short: 'quality.bic.short',
    meaning: 'quality.bic.meaning',
    better: 'lower',
    text: amount,
  },
  inertia: {
    label: 'quality.inertia.label',
    short: 'quality.inertia.short',
    meaning: 'quality.inertia.meaning',
    better: null,
    text: amount,
  },
  silhouette: {
    label: 'quality.silhouette.label',
    short: 'quality.silhouette.short',
    meaning: 'quality.silhouette.meaning',
    better: 'higher',
    text: index,
  },
  daviesBouldin: {
    label: 'quality.daviesBouldin.label',
    short: 'quality.daviesBouldin.short',
    meaning: 'quality.daviesBouldin.meaning',
    better: 'lower',
    text: index,
  },
  calinskiHarabasz: {
    label: 'quality.calinskiHarabasz.label',
    short: 'quality.calinskiHarabasz.short',
    meaning: 'quality.calinskiHarabasz.meaning',
    better: 'higher',
    text: amount,
  },
};

/** A measure of one k; not a number where the method does not have it. */
export const measureOf = (candidate: Candidate, measure: QualityMeasure): number => candidate[measure] ?? Number.NaN;

/** The measures that these candidates have, in the order in which they are shown; mixtures are judged by BIC first. */
export function measuresOf(candidates: readonly Candidate[]): QualityMeasure[] {
  const hasBic = candidates.some(({ bic }) => bic !== undefined);
  return [...(hasBic ? (['bic'] as const) : []), 'silhouette', 'inertia', 'daviesBouldin', 'calinskiHarabasz'];
}

/** The k that this measure alone would choose; null where it chooses none. */
export function bestByMeasure(candidates: readonly Candidate[], measure: QualityMeasure): number | null {
  const { better } = qualityMeasures[measure];
  if (better === null) return null;
  const sign = better === 'higher' ? 1 : -1;
  let best: { k: number; value: number } | null = null;
  for (const candidate of candidates) {
    const value = measureOf(candidate, measure);
    if (Number.isFinite(value) && (best === null || sign * value > sign * best.value)) best = { k: candidate.k, value };
  }
  return best?.k ?? null;
}
