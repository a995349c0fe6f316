import { checkCount } from '../checks/check-points.ts';
import { checkSeries, withoutMissing } from './check-series.ts';
import type { Decomposition } from './decomposition.ts';
import { loess, loessAt } from './loess.ts';
import { robustWeights } from './robust-weights.ts';

/** What STL needs to know; windows are odd numbers of values. */
export interface StlOptions {
  /** Steps after which the season returns, at least 2. */
  period: number;
  /** Of the same phase in several periods; at least 3. A wide one makes each season like the others. */
  seasonal?: number;
  /** Wider than the period; the published default unless given. */
  trend?: number;
  /** Outliers do not bend the fit: 15 rounds of robustness weights. */
  robust?: boolean;
}

/**
 * Seasonal-trend decomposition by loess (Cleveland, Cleveland, McRae and Terpenning 1990), evaluated at every step (jumps of 1). A missing
 * step (NaN) counts for nothing and gets trend and season; a phase without any value has the season 0 before centring. `values` is not changed.
 * Cost rounds x n x windows. RangeError for fewer than two periods, windows that are even or too narrow, and infinities.
 */
export function stl(values: ArrayLike<number>, options: StlOptions): Decomposition {
  const { period, seasonal: seasonalWindow = 7, robust = false } = options;
  checkCount('period', period, 2);
  const trendWindow = options.trend ?? nextOdd((1.5 * period) / (1 - 1.5 / seasonalWindow));
  checkWindow('seasonal', seasonalWindow, 3);
  checkWindow('trend', trendWindow, period + 1);
  checkSeries(values);
  const n = values.length;
  if (n < 2 * period) throw new RangeError(`STL needs two periods, 2 x ${period} steps, got ${n}`);

  const { filled, present } = withoutMissing(values);
  let weights = present;
  let trend: Float64Array = new Float64Array(n);
  let seasonal: Float64Array = new Float64Array(n);
  const rounds = robust ? 16 : 1;
  for (let round = 0; round < rounds; round++) {
    for (let inner = 0; inner < (robust ? 2 : 5); inner++) {
      const cycle = smoothPhases(less(filled, trend), weights, present, period, seasonalWindow);
      const low = loess(movingAverages(cycle, period), { window: nextOdd(period + 1), degree: 1 });
      seasonal = less(cycle.subarray(period, period + n), low);
      trend = loess(less(filled, seasonal), { window: trendWindow, degree: 1, weights });
    }
    if (round + 1 < rounds) weights = robustWeights(remainderOf(values, trend, seasonal));
  }
  return { trend, seasonal, remainder: remainderOf(values, trend, seasonal) };
}

function checkWindow(name: string, window: number, least: number): void {
  checkCount(name, window, least);
  if (window % 2 === 0) throw new RangeError(`${name} must be odd, got ${window}`);
}

function nextOdd(least: number): number {
  const whole = Math.ceil(least - 1e-9);
  return whole % 2 === 1 ? whole : whole + 1;
}

function less(values: Float64Array, other: Float64Array): Float64Array {
  return values.map((value, i) => value - other[i]);
}

function remainderOf(values: ArrayLike<number>, trend: Float64Array, seasonal: Float64Array): Float64Array {
  return Float64Array.from(values, (value, i) => value - trend[i] - seasonal[i]);
}

/** Each phase smoothed over the periods, one period more at each end. */
function smoothPhases(
  values: Float64Array,
  weights: Float64Array,
  present: Float64Array,
  period: number,
  window: number,
): Float64Array {
  const smoothed = new Float64Array(values.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const places = Math.ceil((values.length - phase) / period);
    const own = Float64Array.from({ length: places }, (_, at) => values[phase + at * period]);
    const ownWeights = Float64Array.from({ length: places }, (_, at) => weights[phase + at * period]);
    // Where a window has no weight the value itself stands: for a missing one the mean of its phase.
    const usual = meanOfPresent(values, present, phase, period);
    for (let at = 0; at < places; at++) if (present[phase + at * period] === 0) own[at] = usual;
    for (let at = -1; at <= places; at++)
      smoothed[phase + (at + 1) * period] = loessAt(own, { window, degree: 1, weights: ownWeights }, at);
  }
  return smoothed;
}

function meanOfPresent(values: Float64Array, present: Float64Array, phase: number, period: number): number {
  let sum = 0;
  let count = 0;
  for (let i = phase; i < values.length; i += period) {
    sum += present[i] * values[i];
    count += present[i];
  }
  return count > 0 ? sum / count : 0;
}

/** Running means of a period, of a period again, and of three. */
function movingAverages(cycle: Float64Array, period: number): Float64Array {
  return runningMean(runningMean(runningMean(cycle, period), period), 3);
}

function runningMean(values: Float64Array, width: number): Float64Array {
  const means = new Float64Array(values.length - width + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] - (i >= width ? values[i - width] : 0);
    if (i + 1 >= width) means[i + 1 - width] = sum / width;
  }
  return means;
}
