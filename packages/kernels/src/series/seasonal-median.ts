import { checkCount } from '../checks/check-points.ts';
import { checkSeries } from './check-series.ts';
import type { Decomposition } from './decomposition.ts';
import { medianOf } from './median-of.ts';

/**
 * The plain robust decomposition for few periods. Trend: a line, its slope the median change from one period to the next (the seasonal Kendall
 * slope, Hirsch, Slack and Smith 1982), flat below two periods or with period 1; its level the median. Season: what the same phases have in
 * common, their median distance from the line; of an even number the middle one nearer to 0, and 0 where the middle two lie on both sides: of two
 * years, only what both have. Missing steps (NaN) count for nothing. Cost n log n. RangeError for infinities.
 */
export function seasonalMedian(values: ArrayLike<number>, options: { period: number }): Decomposition {
  const { period } = options;
  checkCount('period', period, 1);
  checkSeries(values);
  const n = values.length;
  const hasSeason = period > 1 && n >= 2 * period;
  const changes = hasSeason
    ? Float64Array.from({ length: n - period }, (_, i) => (values[i + period] - values[i]) / period)
    : [0];
  const slope = medianOf(changes) || 0;
  const level = medianOf(Float64Array.from(values, (value, i) => value - slope * i)) || 0;
  const trend = Float64Array.from({ length: n }, (_, i) => level + slope * i);
  const common = Float64Array.from({ length: hasSeason ? period : 0 }, (_, phase) => {
    const places = Math.ceil((n - phase) / period);
    return commonOf(
      Array.from({ length: places }, (_, at) => values[phase + at * period] - trend[phase + at * period]),
    );
  });
  const seasonal = Float64Array.from({ length: n }, (_, i) => (hasSeason ? common[i % period] : 0));
  return { trend, seasonal, remainder: Float64Array.from(values, (value, i) => value - trend[i] - seasonal[i]) };
}

function commonOf(distances: number[]): number {
  const sorted = distances.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const count = sorted.length;
  if (count < 2) return 0;
  const [lower, upper] = [sorted[(count - 1) >> 1], sorted[count >> 1]];
  if (lower > 0) return lower;
  return upper < 0 ? upper : 0;
}
