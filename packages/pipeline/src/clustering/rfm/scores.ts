import { quantiles } from '@clientele/kernels';

/** The three features that are scored. */
export const rfmFeatures = ['recency', 'frequency', 'monetary'] as const;
export type RfmFeature = (typeof rfmFeatures)[number];

/**
 * Four cut points at 20, 40, 60 and 80 % (type-7 quantiles); a value belongs below a cut where it is less than it. For whole
 * numbers (days, orders) the cut is 1 above the quantile, as in R's rfm, so that a customer at the quantile belongs below it;
 * for others it is the quantile itself, so that scores do not depend on the currency.
 */
export function quintileCuts(values: Float64Array): number[] {
  const step = values.every(Number.isInteger) ? 1 : 0;
  return Array.from(quantiles(values, [0.2, 0.4, 0.6, 0.8]), (cut) => cut + step);
}

/** Score 1 to 5, 5 best: 1 plus the number of cuts at or below the value; for recency, where less is better, 5 less that number. */
export function scoreOf(feature: RfmFeature, cuts: readonly number[], value: number): number {
  const below = cuts.reduce((count, cut) => (cut <= value ? count + 1 : count), 0);
  return feature === 'recency' ? 5 - below : 1 + below;
}

/** Mean of two scores, halves rounded to even: 2 and 3 give 2, 3 and 4 give 4. */
export function fmOf(frequency: number, monetary: number): number {
  const sum = frequency + monetary;
  if (sum % 2 === 0) return sum / 2;
  const low = (sum - 1) / 2;
  return low % 2 === 0 ? low : low + 1;
}
