import { checkCount } from '../checks/check-points.ts';
import { checkSeries, withoutMissing } from './check-series.ts';
import type { Decomposition } from './decomposition.ts';
import { loess } from './loess.ts';
import { robustWeights } from './robust-weights.ts';

/**
 * A smooth trend that outliers do not bend: loess with lines and 15 rounds of robustness weights (Cleveland 1979); the season is 0. Missing
 * steps (NaN) get a trend. Cost 16 n x window. RangeError for a window below 3 and for infinities.
 */
export function robustTrend(values: ArrayLike<number>, options: { window: number }): Decomposition {
  checkCount('window', options.window, 3);
  checkSeries(values);
  const { filled, present } = withoutMissing(values);
  let weights = present;
  let trend = filled;
  let remainder = filled;
  for (let round = 0; round < 16; round++) {
    trend = loess(filled, { window: options.window, degree: 1, weights });
    remainder = Float64Array.from(values, (value, i) => value - trend[i]);
    weights = robustWeights(remainder);
  }
  return { trend, seasonal: new Float64Array(values.length), remainder };
}
