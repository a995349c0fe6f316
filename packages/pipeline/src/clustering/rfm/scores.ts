import type { RfmScheme } from '@clientele/contracts';
import { quantiles } from '@clientele/kernels';

/** The three features that are scored. */
export const rfmFeatures = ['recency', 'frequency', 'monetary'] as const;
export type RfmFeature = (typeof rfmFeatures)[number];

/** What of a scheme turns values into scores. */
export type RfmScoring = Pick<RfmScheme, 'scores' | 'cuts' | 'ties'>;

type Weights = RfmScheme['weights'];
const evenly: Weights = { frequency: 1, monetary: 1 };

/**
 * The cut points of so many scores, at evenly spaced type-7 quantiles; a value belongs below a cut where it is less than it.
 * By `customers` the cut is 1 above the quantile for whole numbers (days, orders), as in R's rfm, so that a customer at the
 * quantile belongs below it; for others it is the quantile itself, so that scores do not depend on the currency. By `values` each
 * different value counts once, and for whole numbers the cut is the next whole number above the quantile.
 */
export function quantileCuts(values: Float64Array, scores = 5, ties: RfmScheme['ties'] = 'customers'): number[] {
  const shares = Array.from({ length: scores - 1 }, (_, i) => (i + 1) / scores);
  const isWhole = values.every(Number.isInteger);
  if (ties === 'values') {
    const cuts = quantiles(distinctOf(values.slice().sort()), shares);
    return Array.from(cuts, (cut) => (isWhole ? Math.floor(cut) + 1 : cut));
  }
  return Array.from(quantiles(values, shares), (cut) => cut + (isWhole ? 1 : 0));
}

/** Each different value once, of sorted ones. */
export function distinctOf(sorted: Float64Array): Float64Array {
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** From 1 up, the highest best: 1 plus the number of cuts at or below the value; for recency, where less is better, turned round. */
export function scoreOf(feature: RfmFeature, cuts: readonly number[], value: number): number {
  let below = 0;
  while (below < cuts.length && (cuts[below] ?? 0) <= value) below++;
  return feature === 'recency' ? cuts.length + 1 - below : 1 + below;
}

/** Weighted mean of two scores, halves rounded to even: with equal weights 2 and 3 give 2, 3 and 4 give 4. */
export function fmOf(frequency: number, monetary: number, weights: Weights = evenly): number {
  const mean = (weights.frequency * frequency + weights.monetary * monetary) / (weights.frequency + weights.monetary);
  const low = Math.floor(mean);
  const part = mean - low;
  // Weights such as 0.1 and 0.3 meet a half only nearly.
  if (Math.abs(part - 0.5) < 1e-9) return low % 2 === 0 ? low : low + 1;
  return part < 0.5 ? low : low + 1;
}
