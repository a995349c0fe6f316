import { checkCount } from '../checks/check-points.ts';
import { mean } from '../statistics/moments.ts';
import { checkSeries } from './check-series.ts';
import { medianOf, scaledMad } from './median-of.ts';
import { studentQuantile } from './student-quantile.ts';

/** What the test needs to know. */
export interface EsdOptions {
  /** Outliers looked for at most; below half of the values. */
  most: number;
  /** Chance that a normal sample has any outlier. */
  alpha?: number;
  /** By median and scaled MAD in place of mean and standard deviation, so that many outliers do not hide one another. */
  robust?: boolean;
}

/** What was found, and the limits for the values left. */
export interface EsdResult {
  /** Places in the series, most extreme first. */
  outliers: number[];
  /** Largest distance of each round in deviations, and what it had to exceed. */
  statistics: Float64Array;
  critical: Float64Array;
  /** Center and spread of the values left, and the distance in spreads up to which a value would not be an outlier; NaN where nothing can be said. */
  center: number;
  spread: number;
  limit: number;
}

/**
 * Generalised extreme Studentised deviate test for up to `most` outliers (Rosner 1983). Missing values (NaN) are passed over. Fewer than 3 values, and values without
 * spread, have no outliers. Cost most x n log n. RangeError for infinities, an alpha outside 0 to 1, `most` below 0.
 */
export function generalisedEsd(values: ArrayLike<number>, options: EsdOptions): EsdResult {
  const { most, alpha = 0.05, robust = false } = options;
  checkCount('most', most, 0);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie between 0 and 1, got ${alpha}`);
  checkSeries(values);
  let left = Array.from({ length: values.length }, (_, i) => i).filter((i) => !Number.isNaN(values[i]));
  const n = left.length;
  const rounds = Math.max(0, Math.min(most, Math.ceil(n / 2) - 1, n - 3));
  const removed: number[] = [];
  const statistics: number[] = [];
  const critical: number[] = [];
  const states = [stateOf(values, left, robust)];
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    const { center, spread } = states[round];
    if (!(spread > 0)) break;
    const far = (i: number) => Math.abs(values[i] - center);
    const extreme = left.reduce((best, i) => (far(i) > far(best) ? i : best));
    statistics.push(far(extreme) / spread);
    critical.push(criticalValue(n, round + 1, alpha));
    removed.push(extreme);
    if (statistics[round] > critical[round]) found = round + 1;
    left = left.filter((i) => i !== extreme);
    states.push(stateOf(values, left, robust));
  }
  return {
    outliers: removed.slice(0, found),
    statistics: Float64Array.from(statistics),
    critical: Float64Array.from(critical),
    ...states[found],
    limit: n - found >= 3 ? criticalValue(n, found + 1, alpha) : Number.NaN,
  };
}

function stateOf(values: ArrayLike<number>, left: number[], robust: boolean): { center: number; spread: number } {
  const own = Float64Array.from(left, (i) => values[i]);
  const center = robust ? medianOf(own) : mean(own);
  if (robust) return { center, spread: scaledMad(own, center) };
  const squares = own.reduce((sum, value) => sum + (value - center) ** 2, 0);
  const spread = own.every((value) => value === own[0]) ? 0 : Math.sqrt(squares / (own.length - 1));
  return { center, spread };
}

/** Rosner's critical value of the i-th round among n values. */
function criticalValue(n: number, i: number, alpha: number): number {
  const degrees = n - i - 1;
  const t = studentQuantile(1 - alpha / (2 * (n - i + 1)), degrees);
  return ((n - i) * t) / Math.sqrt((degrees + t * t) * (n - i + 1));
}
