import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { checkStarts, copyProblem, fitEach, toKmeansFit } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { MAX_EXACT_ROWS, silhouetteEach } from '../quality/silhouette.ts';

/** Which numbers of clusters to try. */
export interface ChooseClustersOptions {
  rows: number;
  columns: number;
  /** Fewest clusters, at least 2. */
  from: number;
  /** Most clusters. */
  to: number;
  starts?: number;
  seed?: number;
  /** Above so many rows the silhouette is estimated from a sample. */
  maxExactRows?: number;
  /** Limit of one run of Lloyd's iteration. */
  maxIterations?: number;
}

/** The fit with one number of clusters and its measures. */
export interface ClusterCandidate {
  clusters: number;
  inertia: number;
  silhouette: number;
  /** Half-width of a 95 % interval of the silhouette; 0 where exact. */
  silhouetteBound: number;
  daviesBouldin: number;
  calinskiHarabasz: number;
  /** Rows in the smallest cluster. */
  smallest: number;
  converged: boolean;
  labels: Int32Array;
  /** Row-major, clusters x columns. */
  centers: Float64Array;
}

/** One candidate for each number of clusters, ascending. */
export interface ClusterChoice {
  candidates: ClusterCandidate[];
  /** False where the silhouettes were estimated. */
  exact: boolean;
}

/**
 * K-means with each number of clusters from `from` to `to`, with inertia, silhouette, Davies-Bouldin and Calinski-Harabasz.
 *
 * Each fit equals {@link kmeans} with the same seed. The silhouettes of all fits come from one pass over the pairs: rows are sorted by
 * their labels in all fits, and one sum of distances a joint cell serves them all. A number of clusters above that of the distinct points
 * gives no candidate. `points` is row-major and is not changed. Cost: the fits, and n² x d once. RangeError as for `kmeans`, and where
 * there are fewer than `from` distinct points.
 */
export function chooseClusters(points: Float64Array, options: ChooseClustersOptions, hooks: Hooks = {}): ClusterChoice {
  return runPlan(planChooseClusters(points, options, false), hooks);
}

/** The work of {@link chooseClusters} in parts. */
export function* planChooseClusters(
  points: Float64Array,
  options: ChooseClustersOptions,
  shared: boolean,
): Plan<ClusterChoice> {
  const {
    rows,
    columns,
    from,
    to,
    starts = 10,
    seed = 1,
    maxIterations = 300,
    maxExactRows = MAX_EXACT_ROWS,
  } = options;
  checkCount('from', from, 2);
  checkCount('to', to, from);
  checkCount('maxExactRows', maxExactRows, 1);
  checkStarts(starts, seed, maxIterations);
  const problem = copyProblem(points, { rows, columns }, shared);
  const counts = Array.from({ length: to - from + 1 }, (_, i) => from + i);

  const [{ offsets, summary }] = yield* each('centre', [{ problem, shared, summary: true }], 0.03);
  const asked = yield* fitEach(
    { problem, summary, shared },
    counts,
    { starts, seed, maxIterations, search: true },
    0.6,
  );
  const fits = asked.filter((fit, i) => fit.sizes.length === counts[i]);
  if (fits.length === 0) {
    throw new RangeError(`the points must have at least from = ${from} distinct rows, got ${asked[0].sizes.length}`);
  }
  const labelings = fits.map((fit) => fit.labels);
  const found = fits.map((fit) => fit.sizes.length);
  const measures = yield* each(
    'measure',
    labelings.map((labels, i) => ({ problem, labels, clusters: found[i] })),
    0.02,
  );
  const silhouettes = yield* silhouetteEach({ problem, shared }, labelings, found, { maxExactRows, seed }, 0.35);

  const candidates = fits.map((each, i) => {
    const { labels, centers, inertia, converged, clusters, sizes } = toKmeansFit(each, offsets);
    const { mean, bound } = silhouettes[i];
    const smallest = sizes.reduce((least, size) => Math.min(least, size));
    return {
      clusters,
      inertia,
      silhouette: mean,
      silhouetteBound: bound,
      ...measures[i],
      smallest,
      converged,
      labels,
      centers,
    };
  });
  return { candidates, exact: silhouettes[0].exact };
}
