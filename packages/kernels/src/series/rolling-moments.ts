import { checkCount } from '../checks/check-points.ts';
import { mean, standardDeviation } from '../statistics/moments.ts';
import { checkSeries } from './check-series.ts';

/** Of the values before each step; NaN where there is nothing to say. */
export interface RollingMoments {
  mean: Float64Array;
  deviation: Float64Array;
}

/**
 * Mean and sample standard deviation of the `window` values before each step, the step itself left out. NaN until there are so many values;
 * missing ones (NaN) are passed over. Cost n x window. RangeError for a window below 2 and for infinities.
 */
export function rollingMoments(values: ArrayLike<number>, options: { window: number }): RollingMoments {
  const { window } = options;
  checkCount('window', window, 2);
  checkSeries(values);
  const means = new Float64Array(values.length).fill(Number.NaN);
  const deviations = new Float64Array(values.length).fill(Number.NaN);
  const before: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (before.length === window) {
      means[i] = mean(before);
      deviations[i] = standardDeviation(before) * Math.sqrt(window / (window - 1));
    }
    if (Number.isNaN(values[i])) continue;
    before.push(values[i]);
    if (before.length > window) before.shift();
  }
  return { mean: means, deviation: deviations };
}
