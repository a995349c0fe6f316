import { checkCount, checkLabels } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { needTwoClusters, type PartitionOptions } from './cluster-means.ts';
import { silhouetteByTree } from './silhouette-by-tree.ts';
import { silhouetteEach } from './silhouette-each.ts';
import type { SilhouetteResult } from './summarise-silhouettes.ts';

/** What the silhouette needs to know. */
export interface SilhouetteOptions extends PartitionOptions {
  /** Above so many rows it is estimated. */
  maxExactRows?: number;
  /** How it is estimated: the better of the two for the points unless given. */
  estimate?: 'tree' | 'sample';
  /** Of the sample. */
  seed?: number;
}

/** More columns than this are left to the sample: the nodes of a tree then all look large from each other. */
const MOST_TREE_COLUMNS = 6;
/** Above so many rows the silhouette is estimated, unless the caller says otherwise. */
export const MAX_EXACT_ROWS = 20_000;

/**
 * Silhouette (b - a) / max(a, b) of each row: a is the mean distance to the rest of its cluster, b the mean distance to the nearest
 * other cluster; 0 for a row alone in its cluster. Source: Rousseeuw 1987.
 *
 * `points` is row-major and is not changed. Up to `maxExactRows` rows all pairs are measured: cost n² x d / 2 time, n x (d + k) memory.
 * Above, `method` says how it was estimated. `tree`, for few columns: every row, with far points summed through trees, and the mean set
 * right by a sample of rows measured exactly; cost about n log n x k. `sample`: a sample with every cluster in it, small ones whole.
 * `bound` says how far the mean may be off. RangeError for sizes or labels that do not fit, for numbers that are not finite, and for
 * fewer than 2 clusters.
 */
export function silhouette(points: Float64Array, options: SilhouetteOptions, hooks: Hooks = {}): SilhouetteResult {
  return runPlan(planSilhouette(points, options, false), hooks);
}

/** The work of {@link silhouette} in parts. */
export function* planSilhouette(
  points: Float64Array,
  options: SilhouetteOptions,
  shared: boolean,
): Plan<SilhouetteResult> {
  const { labels, rows, columns, maxExactRows = MAX_EXACT_ROWS, seed = 1 } = options;
  const problem = copyProblem(points, { rows, columns }, shared);
  const clusters = checkLabels(labels, rows);
  needTwoClusters('the silhouette', clusters);
  checkCount('maxExactRows', maxExactRows, 1);
  yield* each('centre', [{ problem, shared, summary: false }], 0.02);
  const how = { maxExactRows, seed, ...(options.estimate && { estimate: options.estimate }) };
  return yield* measureSilhouette({ problem, shared }, labels, clusters, how, 0.98);
}

/** The silhouette of one partition of points already checked and centred: exact, by tree or by sample, whichever fits. */
export function* measureSilhouette(
  prepared: { problem: Problem; shared: boolean },
  labels: Int32Array,
  clusters: number,
  { maxExactRows, seed, estimate }: { maxExactRows: number; seed: number; estimate?: 'tree' | 'sample' },
  share: number,
): Plan<SilhouetteResult> {
  const { rows, columns } = prepared.problem;
  const byTree = rows > maxExactRows && (estimate === undefined ? columns <= MOST_TREE_COLUMNS : estimate === 'tree');
  if (byTree) {
    const anyCost = estimate === 'tree';
    const found = yield* silhouetteByTree(prepared, labels, clusters, { seed, anyCost }, share * (anyCost ? 1 : 0.8));
    if (found !== null) return found;
  }
  const rest = byTree ? share * 0.2 : share;
  const [result] = yield* silhouetteEach(prepared, [labels], [clusters], { maxExactRows, seed }, rest);
  return result;
}
