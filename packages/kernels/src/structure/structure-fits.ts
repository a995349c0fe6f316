import type { Hooks } from '../hooks.ts';
import { type FewStarts, fitFewStarts } from '../kmeans/fit-few-starts.ts';
import type { Problem } from '../kmeans/problem.ts';
import { groupByValleys, type ValleyGroups } from './group-by-valleys.ts';
import { sampledSilhouettes } from './sampled-silhouettes.ts';
import { sampleProblem } from './take-sample.ts';
import { valleyField } from './valley-edges.ts';

/** Points to part in each number of clusters. */
export interface StructureFitsInput {
  problem: Problem;
  counts: number[];
  effort: FewStarts;
}

/** K-means with one number of clusters, and its valleys. */
export interface StructureFit extends ValleyGroups {
  /** Clusters asked for. */
  clusters: number;
  /** Row-major, only of the clusters large enough to be groups; `groupOf` has one number for each. */
  centers: Float64Array;
  inertia: number;
  silhouette: number;
  smallest: number;
  /** Rows in clusters too small to be groups. */
  outlierRows: number;
}

/** Neighbours with at least this p-value are joined: there is no valley between them. */
export const JOINED = 0.05;
/** Fewer rows, or a smaller share of them, are outliers and no group. */
const FEWEST = { rows: 5, share: 0.01 };
/** Rows the silhouettes are measured on. */
const SILHOUETTE_ROWS = 400;

/** Fits each number of clusters and looks for valleys between them; ends at the number of distinct points. Points must be centred. */
export function structureFits({ problem, counts, effort }: StructureFitsInput, hooks: Hooks = {}): StructureFit[] {
  const onProgress = (done: number): void => hooks.onProgress?.(done * 0.5);
  const fits = fitFewStarts(problem, counts, effort, { ...hooks, onProgress });
  const rowOf = sampleProblem(problem, { maxRows: SILHOUETTE_ROWS, seed: effort.seed, shared: false }).rowOf;
  const rows = rowOf ?? Int32Array.from({ length: problem.rows }, (_, row) => row);
  const labelings = fits.map(({ labels }) => labels);
  const silhouettes = sampledSilhouettes(problem, rows, labelings);
  return fits.flatMap((fit, c) => {
    hooks.onProgress?.(0.5 + (0.5 * c) / counts.length);
    const { sizes, inertia } = fit;
    if (sizes.length < counts[c]) return [];
    const least = Math.max(FEWEST.rows, FEWEST.share * problem.rows);
    const large = Array.from(sizes.keys()).filter((cluster) => sizes[cluster] >= least);
    const centers = centersOf(fit.centers, large, problem.columns);
    const groups = groupByValleys(
      valleyField(problem.points, problem.columns, centers),
      Float64Array.from(large, (cluster) => sizes[cluster]),
      JOINED,
    );
    const outlierRows = problem.rows - large.reduce((sum, cluster) => sum + sizes[cluster], 0);
    const smallest = sizes.reduce((few, size) => Math.min(few, size));
    return [{ ...groups, clusters: counts[c], centers, inertia, silhouette: silhouettes[c], smallest, outlierRows }];
  });
}

function centersOf(centers: Float64Array, clusters: number[], columns: number): Float64Array {
  const taken = new Float64Array(clusters.length * columns);
  clusters.forEach((cluster, to) => {
    taken.set(centers.subarray(cluster * columns, (cluster + 1) * columns), to * columns);
  });
  return taken;
}
