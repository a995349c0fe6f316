import { checkCount, checkLabels } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { needTwoClusters, type PartitionOptions } from './cluster-means.ts';
import { type SilhouetteResult, summariseSilhouettes } from './summarise-silhouettes.ts';

/** What the silhouette needs to know. */
export interface SilhouetteOptions extends PartitionOptions {
  /** Above so many rows it is estimated from a stratified sample. */
  maxExactRows?: number;
  /** Of the sample. */
  seed?: number;
}

/** Above so many rows the silhouette is estimated, unless the caller says otherwise. */
export const MAX_EXACT_ROWS = 20_000;
/** Pairs in one task: some milliseconds. */
const PAIRS_A_TASK = 4e6;

/**
 * Silhouette (b - a) / max(a, b) of each row: a is the mean distance to the rest of its cluster, b the mean distance to the nearest
 * other cluster; 0 for a row alone in its cluster. Source: Rousseeuw 1987.
 *
 * `points` is row-major and is not changed. Cost n² x d time, n x d memory. Above `maxExactRows` a sample with every cluster in it is
 * used: `exact` is false and `bound` is the half-width of a 95 % interval of the mean. RangeError for sizes or labels that do not fit,
 * for numbers that are not finite, and for fewer than 2 clusters.
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
  const [result] = yield* silhouetteEach({ problem, shared }, [labels], [clusters], { maxExactRows, seed }, 0.98);
  return result;
}

/** Silhouettes of several partitions of the same points, each distance found once. */
export function* silhouetteEach(
  { problem, shared }: { problem: Problem; shared: boolean },
  labelings: Int32Array[],
  clusterCounts: number[],
  { maxExactRows, seed }: { maxExactRows: number; seed: number },
  share: number,
): Plan<SilhouetteResult[]> {
  const join = { problem, labelings, clusterCounts, maxExactRows, seed, shared };
  const [cells] = yield* each('cells', [join], share * 0.05);
  const rows = cells.rowOf.length;
  const block = Math.max(16, Math.ceil(PAIRS_A_TASK / rows));
  const blocks = Array.from({ length: Math.ceil(rows / block) }, (_, b) => ({
    cells,
    from: b * block,
    to: Math.min(rows, (b + 1) * block),
  }));
  const parts = yield* each('silhouette', blocks, share * 0.95);
  return labelings.map((_, l) => {
    const values = new Float64Array(rows);
    parts.forEach((part, b) => {
      const { from, to } = blocks[b];
      values.set(part.subarray(l * (to - from), (l + 1) * (to - from)), from);
    });
    return summariseSilhouettes(cells, l, values);
  });
}
