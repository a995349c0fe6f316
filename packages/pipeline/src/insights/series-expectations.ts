import type { AnomalyRule, Grain } from '@clientele/contracts';
import {
  type Decomposition,
  generalisedEsd,
  medianOf,
  robustTrend,
  rollingMoments,
  scaledMad,
  seasonalMedian,
  stl,
} from '@clientele/kernels';

export interface ExpectationOptions {
  grain: Grain;
  rule: AnomalyRule;
  /** Of the rolling rule: steps looked back at, and standard deviations allowed. */
  window: number;
  deviations: number;
}

/** What was to be expected of each step; NaN where nothing was. */
export interface Expectations {
  /** Steps after which the season returns; null where none is known. */
  period: number | null;
  expected: Float64Array;
  low: Float64Array;
  high: Float64Array;
  /** Distance from the expected in (robust) standard deviations. */
  score: Float64Array;
}

const seasons: Record<Grain, number> = { day: 7, week: 52, month: 12 };

/** Steps after which a year is over, and how far from there a peak still comes at the same time. */
const years: Record<Grain, { steps: number; within: number }> = {
  day: { steps: 364, within: 3 },
  week: { steps: 52, within: 1 },
  month: { steps: 12, within: 0 },
};

/** In steps, odd. */
const trendWindows: Record<Grain, number> = { day: 57, week: 53, month: 25 };
const seasonWindow = 35;

const fewestSteps = 6;
/** Below, no trend is told from chance: the median stands for all steps. */
const fewestForTrend = 24;
/** Of periods: below, STL's lines through the few values of a phase would follow an outlier. */
const fewestForStl = 8;
/** Nothing nearer than this is called unusual, however few the steps. */
const leastLimit = 3;
const alpha = 0.05;

/**
 * What was to be expected of a series, and the range in which nothing is unusual. NaN: a step without a value, or one that is not finished.
 *
 * The seasonal rule, on signed square roots, which steadies the spread of amounts and counts: STL from eight periods on, medians of the phases
 * and a robust trend from two on, below that the trend alone (from 24 steps on); then the range of the generalised ESD test on the remainder by median and
 * MAD. Fewer than 24 steps without a season: median ± 3 scaled MAD of the values themselves. Weekdays that mostly have nothing are days of rest: nothing is
 * expected of them. What lies outside the range at the same time of another year too is moved into it, as far as both go.
 */
export function seriesExpectations(values: Float64Array, options: ExpectationOptions): Expectations {
  const found = options.rule === 'rolling' ? rolling(values, options) : seasonal(values, options.grain);
  if (values.every((value) => !(value < 0))) {
    for (const limits of [found.expected, found.low, found.high])
      for (const [i, value] of limits.entries()) if (value < 0) limits[i] = 0;
  }
  return found;
}

function rolling(values: Float64Array, { window, deviations }: ExpectationOptions): Expectations {
  const { mean, deviation } = rollingMoments(values, { window });
  const known = (of: (mean: number, deviation: number, value: number) => number) =>
    // Without spread there is nothing to measure a distance by.
    values.map((value, i) => (deviation[i]! > 0 && !Number.isNaN(value) ? of(mean[i]!, deviation[i]!, value) : NaN));
  return {
    period: null,
    expected: known((center) => center),
    low: known((center, spread) => center - deviations * spread),
    high: known((center, spread) => center + deviations * spread),
    score: known((center, spread, value) => (value - center) / spread),
  };
}

function seasonal(values: Float64Array, grain: Grain): Expectations {
  const period = values.length >= 2 * seasons[grain] ? seasons[grain] : null;
  const measured = period === 7 ? withoutRest(values) : values;
  const isShort = period === null && values.length < fewestForTrend;
  const root = isShort ? (value: number) => value : signedRoot;
  const power = isShort ? (value: number) => value : signedSquare;
  const rooted = measured.map(root);
  const { trend, seasonal: season, remainder, center, spread, limit } = fitOf(rooted, grain, period, isShort);
  const largest = rooted.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  // What equal values leave over is rounding.
  const isKnown = spread > 1e-9 * largest && remainder.filter((value) => !Number.isNaN(value)).length >= fewestSteps;
  const yearly = yearlyPart(
    remainder.map((value) => value - center),
    limit * spread,
    grain,
  );
  const at = (shift: number) =>
    remainder.map((value, i) =>
      isKnown && !Number.isNaN(value) ? power(trend[i]! + season[i]! + center + yearly[i]! + shift) : NaN,
    );
  return {
    period,
    expected: at(0),
    low: at(-limit * spread),
    high: at(limit * spread),
    score: remainder.map((value, i) => (isKnown ? (value - center - yearly[i]!) / spread : NaN)),
  };
}

const signedRoot = (value: number) => Math.sign(value) * Math.sqrt(Math.abs(value));
const signedSquare = (value: number) => Math.sign(value) * value * value;

/** Without the weekdays of which more than half have nothing. */
function withoutRest(values: Float64Array): Float64Array {
  const isRest = Array.from({ length: 7 }, (_, weekday) => {
    const own = values.filter((value, i) => i % 7 === weekday && !Number.isNaN(value));
    return 2 * own.filter((value) => value === 0).length > own.length;
  });
  return values.map((value, i) => (isRest[i % 7] ? NaN : value));
}

interface Fit extends Decomposition {
  /** Of the remainder, where nothing is unusual: its middle, its robust standard deviation, and how many of these are allowed. */
  center: number;
  spread: number;
  limit: number;
}

function fitOf(values: Float64Array, grain: Grain, period: number | null, isShort: boolean): Fit {
  if (isShort) {
    const found = seasonalMedian(values, { period: 1 });
    return { ...found, center: 0, spread: scaledMad(found.remainder, 0), limit: leastLimit };
  }
  if (period !== null && values.length < fewestForStl * period) return fewPeriods(values, grain, period);
  const found =
    period === null
      ? robustTrend(values, { window: trendWindows[grain] })
      : stl(values, {
          period,
          seasonal: seasonWindow,
          trend: Math.max(trendWindows[grain], 2 * period + 1),
          robust: true,
        });
  const most = Math.max(1, Math.floor(values.length / 10));
  const { center, spread, limit } = generalisedEsd(found.remainder, { most, alpha, robust: true });
  return { ...found, center: center || 0, spread, limit: Math.max(leastLimit, limit || 0) };
}

/** Medians of the phases and a robust trend. The season follows the few values of a phase, so the spread is that of their differences. */
function fewPeriods(values: Float64Array, grain: Grain, period: number): Fit {
  const { seasonal: season } = seasonalMedian(values, { period });
  const { trend, remainder } = robustTrend(
    values.map((value, i) => value - season[i]!),
    { window: trendWindows[grain] },
  );
  const apart = remainder.map((value, i) => value - (remainder[i - period] ?? NaN));
  const periods = Math.floor(values.length / period);
  return {
    trend,
    seasonal: season,
    remainder,
    center: 0,
    spread: scaledMad(apart, medianOf(apart)) * Math.sqrt(periods / (periods - 1) / 2),
    limit: Math.max(leastLimit, generalisedEsd(remainder, { most: 0, alpha }).limit || 0),
  };
}

/** For what lies outside: what it has in common with a step outside on the same side at the same time of another year; 0 for the rest. */
function yearlyPart(distances: Float64Array, range: number, grain: Grain): Float64Array {
  const { steps, within } = years[grain];
  return distances.map((distance, i) => {
    if (!(Math.abs(distance) > range)) return 0;
    let common = 0;
    for (let away = steps; away < distances.length; away += steps) {
      for (const middle of [i - away, i + away]) {
        for (let other = middle - within; other <= middle + within; other++) {
          const there = (distances[other] ?? 0) * Math.sign(distance);
          if (there > range) common = Math.max(common, Math.min(there, Math.abs(distance)));
        }
      }
    }
    return Math.sign(distance) * common;
  });
}
