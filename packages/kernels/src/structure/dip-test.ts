import { checkCount, checkShape } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { dipPValue } from './dip-p-value.ts';
import type { Dip } from './dip-statistic.ts';
import { prepareSample } from './sample-problem.ts';

/** What the dip of points is taken of. */
export interface DipTestOptions {
  rows: number;
  columns: number;
  /** The distances between all pairs of rows, or the places of the rows along the first principal axis. */
  of?: 'distances' | 'component';
  seed?: number;
  /** Above so many rows a sample of them is used: 1,000 for distances, 100,000 along the axis unless given. */
  maxRows?: number;
}

/** Whether points have more than one peak. */
export interface DipTestResult extends Dip {
  /** How often as many values evenly at random have a larger dip; 0.0001 stands for less. Below 0.05 there is more than one peak. */
  pValue: number;
  /** Distances or places the dip was taken of. */
  values: number;
  /** True where all rows were used. */
  exact: boolean;
  sampledRows: number;
}

const MAX_ROWS = { distances: 1_000, component: 100_000 };

/**
 * Dip test of points: more than one peak among the distances between pairs of rows tells of clusters. Sources: Hartigan and Hartigan
 * 1985; dip-dist as in Adolfsson, Ackerman and Brownstein 2019, who also take the p-value as if the distances were independent.
 *
 * `points` is row-major and is not changed. Cost n² d + n² log n for distances, n d² + d³ + n log n along the axis. RangeError for sizes that
 * do not fit, numbers that are not finite, and fewer than 2 rows.
 */
export function dipTest(points: Float64Array, options: DipTestOptions, hooks: Hooks = {}): DipTestResult {
  return runPlan(planDipTest(points, options, false), hooks);
}

/** The work of {@link dipTest} in parts. */
export function* planDipTest(points: Float64Array, options: DipTestOptions, shared: boolean): Plan<DipTestResult> {
  const { rows, columns, of = 'distances', seed = 1 } = options;
  if (of !== 'distances' && of !== 'component') {
    throw new RangeError(`of must be 'distances' or 'component', got '${of}'`);
  }
  const { maxRows = MAX_ROWS[of] } = options;
  checkShape(points, rows, columns);
  checkCount('rows', rows, 2);
  const { problem, rowOf } = yield* prepareSample(points, { rows, columns, maxRows, seed }, shared, 0.1);
  const [{ values, ...dip }] = yield* each('dip', [{ problem, of }], 0.9);
  return { ...dip, pValue: dipPValue(dip.dip, values), values, exact: rowOf === null, sampledRows: problem.rows };
}
