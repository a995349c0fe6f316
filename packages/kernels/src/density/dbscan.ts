import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import type { DbscanFit } from './dbscan-fit.ts';

/** What DBSCAN needs to know. */
export interface DbscanOptions {
  rows: number;
  columns: number;
  /** Points at this distance or less are neighbours; in the unit of the columns. */
  eps: number;
  /** Neighbours, itself among them, that make a point a core point. */
  minSamples: number;
}

/** Small leaves: most of the work is in those that the reach cuts. */
const LEAF_SIZE = 8;
const POINTS_A_TASK = 8192;

/**
 * DBSCAN: core points within `eps` of each other are one cluster, other points go to the cluster of their nearest core point within `eps`,
 * the lowest row among equals, the rest is noise. Source: Ester, Kriegel, Sander and Xu 1996.
 *
 * Core points and their clusters are those of any DBSCAN, scikit-learn's among them. A border point in reach of two clusters goes to the
 * nearer one here, to the one found first there; so here neither the order of rows nor fit against predict makes a difference.
 *
 * `points` is row-major and is not changed. Cost about n log n + n x minSamples where columns are few, up to n² x d where they are many.
 * RangeError for sizes that do not fit, an `eps` that is not above 0, and numbers that are not finite. Throws `Stopped` where
 * `hooks.shouldStop` says so.
 */
export function dbscan(points: Float64Array, options: DbscanOptions, hooks: Hooks = {}): DbscanFit {
  return runPlan(planDbscan(points, options, false), hooks);
}

/** The work of {@link dbscan} in parts: core points in pieces, all else in one. */
export function* planDbscan(points: Float64Array, options: DbscanOptions, shared: boolean): Plan<DbscanFit> {
  const { rows, columns, eps, minSamples } = options;
  checkEps(eps);
  checkCount('minSamples', minSamples, 1);
  const problem = copyProblem(points, { rows, columns }, shared);
  const build = { points: problem.points, rows, columns, leafSize: LEAF_SIZE, shared };
  const [tree] = yield* each('buildTree', [build], 0.3);
  const limit = eps * eps;
  const chunks = Array.from({ length: Math.ceil(rows / POINTS_A_TASK) }, (_, c) => ({
    tree,
    from: c * POINTS_A_TASK,
    to: Math.min(rows, (c + 1) * POINTS_A_TASK),
    limit,
    minSamples,
  }));
  const marked = yield* each('corePoints', chunks, 0.4);
  const isCore = new Uint8Array(rows);
  for (const part of marked) isCore.set(part.isCore, part.from);
  const [fit] = yield* each('dbscan', [{ points: problem.points, tree, isCore, limit }], 0.3);
  return fit;
}

/** Refuses an `eps` that is no distance. */
export function checkEps(eps: number): void {
  if (!(eps > 0 && eps < Infinity)) throw new RangeError(`eps must be a finite distance above 0, got ${eps}`);
}
