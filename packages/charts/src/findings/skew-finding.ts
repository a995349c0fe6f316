import type { NumberSummary } from '@clientele/contracts';

const skewed = 1;
const apart = 1.25;

export interface SkewFinding {
  /** Which of the two is the larger. */
  larger: 'mean' | 'median';
  times: number;
}

/** How far the few high (or low) values of a skewed feature pull the mean from the median; null where the two are near each other. */
export function skewFinding({ mean, median, skewness }: NumberSummary): SkewFinding | null {
  if (mean === null || median === null || skewness === null || median <= 0 || mean <= 0) return null;
  if (skewness > skewed && mean >= apart * median) return { larger: 'mean', times: mean / median };
  if (skewness < -skewed && median >= apart * mean) return { larger: 'median', times: median / mean };
  return null;
}

/** Which way a distribution leans: a tail of high values, of low ones, or neither (within half a unit of skewness). */
export const leaning = (skewness: number): 'high' | 'low' | 'even' =>
  skewness > 0.5 ? 'high' : skewness < -0.5 ? 'low' : 'even';
