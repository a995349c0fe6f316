import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { allocateFloat64 } from '../kmeans/problem.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import type { HdbscanFit } from './hdbscan-fit.ts';

/** What HDBSCAN needs to know. */
export interface HdbscanOptions {
  rows: number;
  columns: number;
  /** Fewer points are no cluster; at least 2. */
  minClusterSize: number;
  /** Points, itself among them, that must be near a point for it to count as dense; `minClusterSize` unless given. More make more noise. */
  minSamples?: number;
  /** 'eom' takes the most persistent clusters, 'leaf' the smallest: more of them, and more noise. */
  selection?: 'eom' | 'leaf';
  /** Whether all points may be one cluster. */
  allowSingleCluster?: boolean;
}

/** Above so many columns boxes hide too little, and Prim's n² x d is the faster way. */
export const MAX_TREE_COLUMNS = 12;
const POINTS_A_TASK = 8192;

/**
 * HDBSCAN: the hierarchy of DBSCAN over all `eps` at once, of which the clusters that last are taken. Sources: Campello, Moulavi and Sander
 * 2013; McInnes and Healy 2017. Strengths and persistence as in McInnes's hdbscan; `minSamples` counts the point itself, as in
 * scikit-learn. Edges of equal reachability are cut at once, as the definition has it, where those take them one by one in some order of
 * rows: a point that is cut off just where two clusters part is noise here, the weakest member of one of them there.
 *
 * `points` is row-major and is not changed; the model keeps a copy. Cost about n log n + n x minSamples where columns are few, n² x d above
 * 12 columns. RangeError for sizes that do not fit and for numbers that are not finite. Throws `Stopped` where `hooks.shouldStop` says so.
 */
export function hdbscan(points: Float64Array, options: HdbscanOptions, hooks: Hooks = {}): HdbscanFit {
  return runPlan(planHdbscan(points, options, false), hooks);
}

/** The work of {@link hdbscan} in parts: core distances in pieces, all else in one. */
export function* planHdbscan(points: Float64Array, options: HdbscanOptions, shared: boolean): Plan<HdbscanFit> {
  const {
    rows,
    columns,
    minClusterSize,
    minSamples = minClusterSize,
    selection = 'eom',
    allowSingleCluster = false,
  } = options;
  checkCount('minClusterSize', minClusterSize, 2);
  checkCount('minSamples', minSamples, 1);
  if (selection !== 'eom' && selection !== 'leaf') {
    throw new RangeError(`selection must be 'eom' or 'leaf', got ${String(selection)}`);
  }
  const problem = copyProblem(points, { rows, columns }, shared);
  const [tree] = yield* each('buildTree', [{ points: problem.points, rows, columns, shared }], 0.05);
  const count = Math.min(minSamples, rows);
  const chunks = Array.from({ length: Math.ceil(rows / POINTS_A_TASK) }, (_, c) => ({
    tree,
    from: c * POINTS_A_TASK,
    to: Math.min(rows, (c + 1) * POINTS_A_TASK),
    count,
  }));
  const found = yield* each('coreDistances', chunks, 0.35);
  const cores = allocateFloat64(rows, shared);
  found.forEach((part, c) => {
    cores.set(part, chunks[c].from);
  });
  const byTree = columns <= MAX_TREE_COLUMNS;
  const join = {
    points: problem.points,
    tree,
    cores,
    minClusterSize,
    minSamples,
    byTree,
    selection,
    allowSingleCluster,
  };
  const [fit] = yield* each('hdbscanJoin', [join], 0.6);
  return fit;
}
