import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { prepareSample } from './sample-problem.ts';

/** What the Hopkins statistic needs to know. */
export interface HopkinsOptions {
  rows: number;
  columns: number;
  /** Rows, and as many made points, measured each time; a tenth of the rows and at most 500 unless given. */
  sample?: number;
  /** How often, for the mean. */
  repeats?: number;
  seed?: number;
  /** Above so many rows a sample of them stands for all. */
  maxRows?: number;
}

/** How far the rows are from being evenly at random. */
export interface HopkinsResult {
  /** 0 to 1, mean over the repeats: about 0.5 of rows evenly at random in their box, towards 1 where they lie in clusters, towards 0 in a grid. */
  statistic: number;
  /** Standard deviation over the repeats. */
  deviation: number;
  /** What the statistic has on average where the rows are evenly at random. */
  expected: number;
  /** Standard deviation of one repeat where the rows are evenly at random: that of Beta(sample, sample). */
  expectedDeviation: number;
  /** Columns that vary, the power of the distances. */
  power: number;
  sample: number;
  repeats: number;
  /** True where all rows were used. */
  exact: boolean;
  sampledRows: number;
}

const MAX_ROWS = 20_000;

/**
 * Hopkins statistic: sum of u^d over the sum of u^d + w^d, with u the distances from points evenly at random in the box of the rows
 * to the nearest row, w those from rows to their nearest other row, d the columns that vary. Sources: Hopkins and Skellam 1954; d-th powers as in
 * Cross and Jain 1982, and in Wright 2022, where many programs have none.
 *
 * It tells from evenly at random in a box, not one group from several: a single normal cloud has about 0.7 to 0.9 too. `points` is row-major and is
 * not changed. Cost n log n x d + repeats x sample x log n. RangeError for sizes that do not fit, numbers that are not finite, and fewer than 2
 * distinct rows.
 */
export function hopkins(points: Float64Array, options: HopkinsOptions, hooks: Hooks = {}): HopkinsResult {
  return runPlan(planHopkins(points, options, false), hooks);
}

/** The work of {@link hopkins} in parts. */
export function* planHopkins(points: Float64Array, options: HopkinsOptions, shared: boolean): Plan<HopkinsResult> {
  const { rows, columns, repeats = 10, seed = 1, maxRows = MAX_ROWS } = options;
  checkCount('repeats', repeats, 1);
  const prepared = yield* prepareSample(points, { rows, columns, maxRows, seed }, shared, 0.05);
  const { problem, rowOf } = prepared;
  const { sample = Math.min(500, Math.max(1, Math.floor(problem.rows / 10))) } = options;
  checkCount('sample', sample, 1);
  if (sample > problem.rows)
    throw new RangeError(`sample must be at most the rows used, ${problem.rows}, got ${sample}`);
  const [{ values, power }] = yield* each('hopkins', [{ problem, sample, repeats, seed }], 0.95);
  if (power === 0) throw new RangeError('the Hopkins statistic needs at least 2 distinct rows, got 1');
  const statistic = values.reduce((sum, value) => sum + value, 0) / repeats;
  const squares = values.reduce((sum, value) => sum + (value - statistic) ** 2, 0);
  return {
    statistic,
    deviation: Math.sqrt(squares / Math.max(1, repeats - 1)),
    expected: 0.5,
    expectedDeviation: 0.5 / Math.sqrt(2 * sample + 1),
    power,
    sample,
    repeats,
    exact: rowOf === null,
    sampledRows: problem.rows,
  };
}
