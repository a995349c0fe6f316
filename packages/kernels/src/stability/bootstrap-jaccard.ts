import { checkCount, checkFinite, checkShape } from '../checks/check-points.ts';
import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { FewStarts } from '../kmeans/fit-few-starts.ts';
import { checkStarts, copyProblem, fitEach, toKmeansFit } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { createRandom } from '../random/create-random.ts';
import { copyRows } from '../structure/copy-rows.ts';
import { MAX_FITTED_ROWS, type SampledProblem, sampleProblem } from '../structure/sample-problem.ts';
import { bestJaccards } from './best-jaccards.ts';
import { type ClusterStability, clusterStability } from './cluster-stability.ts';
import { drawWithReplacement } from './resample.ts';

/** Any clustering: the label of each row, 0 or more, and -1 for noise. */
export type ClusterFunction = (
  points: Float64Array,
  shape: { rows: number; columns: number },
  seed: number,
) => Int32Array;

/** Which clustering to try on resamples, and how often. */
export interface BootstrapOptions {
  rows: number;
  columns: number;
  resamples?: number;
  seed?: number;
  /** Above so many rows the resamples are drawn from a sample of them. */
  maxRows?: number;
}

/** As {@link BootstrapOptions}, for k-means. */
export interface KmeansBootstrapOptions extends BootstrapOptions {
  clusters: number;
  /** Starts of the fit to all rows. */
  starts?: number;
  /** Starts of the fit to each resample. */
  resampleStarts?: number;
  maxIterations?: number;
}

/** A clustering and how stable its clusters are. */
export interface BootstrapResult extends ClusterStability {
  /** The clustering of all rows whose clusters were looked for. */
  labels: Int32Array;
  clusters: number;
  /** True where the resamples were drawn from all rows. */
  exact: boolean;
  sampledRows: number;
}

/**
 * Stability of the clusters of k-means: the rows are drawn with replacement again and again and clustered anew, and each cluster's stability is
 * its mean best Jaccard coefficient with the new clusters over the rows drawn. Source: Hennig 2007 (clusterboot); grades by {@link stabilityGrade}.
 *
 * `points` is row-major and is not changed. Cost one full fit of all rows, and `resamples` fits with few starts of at most `maxRows` rows. Stable
 * does not mean meaningful: the halves of one round cloud come to 0.7 or 0.8 in 2 columns, and below 0.6 only with more slices or columns.
 * RangeError for sizes that do not fit and numbers that are not finite.
 */
export function bootstrapJaccard(
  points: Float64Array,
  options: KmeansBootstrapOptions,
  hooks: Hooks = {},
): BootstrapResult {
  return runPlan(planBootstrapJaccard(points, options, false), hooks);
}

/** The work of {@link bootstrapJaccard} in parts. */
export function* planBootstrapJaccard(
  points: Float64Array,
  options: KmeansBootstrapOptions,
  shared: boolean,
): Plan<BootstrapResult> {
  const { rows, columns, clusters, resamples = 50, seed = 1, maxRows = MAX_FITTED_ROWS } = options;
  const { starts = 10, resampleStarts = 3, maxIterations = 300 } = options;
  checkCount('clusters', clusters, 1);
  checkCount('resamples', resamples, 1);
  checkCount('maxRows', maxRows, 2);
  checkCount('resampleStarts', resampleStarts, 1);
  checkStarts(starts, seed, maxIterations);
  const problem = copyProblem(points, { rows, columns }, shared);
  const [{ offsets, summary }] = yield* each('centre', [{ problem, shared, summary: true }], 0.02);
  const search = { starts, seed, maxIterations, search: true };
  const [fit] = yield* fitEach({ problem, summary, shared }, [clusters], search, 0.18);
  const { labels, clusters: found } = toKmeansFit(fit, offsets);
  const sample = sampleProblem(problem, { maxRows, seed, shared });
  const effort = { starts: resampleStarts, seed, maxIterations };
  const [stability] = yield* stabilityOf(sample, [labels], [found], { resamples, ...effort }, 0.8);
  return { ...stability, labels, clusters: found, exact: sample.rowOf === null, sampledRows: sample.problem.rows };
}

/** The stability of clusterings of all rows, each resample made once for all of them. */
export function* stabilityOf(
  { problem, rowOf }: SampledProblem,
  labelings: Int32Array[],
  counts: number[],
  { resamples, ...effort }: FewStarts & { resamples: number },
  share: number,
): Plan<ClusterStability[]> {
  const originals = labelings.map((labels) => (rowOf === null ? labels : rowOf.map((row) => labels[row])));
  const inputs = Array.from({ length: resamples }, (_, resample) => ({
    problem,
    labelings: originals,
    counts,
    resample,
    effort,
  }));
  const best = yield* each('resampleKmeans', inputs, share);
  return counts.map((clusters, l) =>
    clusterStability(
      clusters,
      best.map((all) => all[l]),
    ),
  );
}

/**
 * As {@link bootstrapJaccard}, for any clustering, here and now. `fit` gets each row as often as it was drawn, in the order of the rows; where
 * it gives the copies of a row different labels the first one's counts. Noise is in no cluster. Above `maxRows` the clustering compared with
 * is that of all rows.
 */
export function bootstrapJaccardWith(
  fit: ClusterFunction,
  points: Float64Array,
  { rows, columns, resamples = 50, seed = 1, maxRows = MAX_FITTED_ROWS }: BootstrapOptions,
  hooks: Hooks = {},
): BootstrapResult {
  checkShape(points, rows, columns);
  checkFinite(points, columns);
  checkCount('resamples', resamples, 1);
  checkCount('maxRows', maxRows, 2);
  const labels = labelsOf(fit, points, { rows, columns }, seed);
  const clusters = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const { problem, rowOf: sampled } = sampleProblem(
    { points, rows, columns, weights: null },
    { maxRows, seed, shared: false },
  );
  const best = Array.from({ length: resamples }, (_, resample) => {
    stopIfAsked(hooks);
    const { rowOf, times } = drawWithReplacement(problem.rows, seed, resample);
    const copies = Int32Array.from({ length: problem.rows });
    const first = new Int32Array(rowOf.length);
    for (let i = 0, at = 0; i < rowOf.length; i++) {
      first[i] = at;
      copies.fill(rowOf[i], at, at + times[i]);
      at += times[i];
    }
    const drawn = new Float64Array(problem.rows * columns);
    copyRows(problem.points, columns, copies, drawn);
    const own = createRandom(seed, -13, resample, 1).integer(2 ** 32);
    const found = labelsOf(fit, drawn, { rows: problem.rows, columns }, own);
    hooks.onProgress?.((resample + 1) / resamples);
    return bestJaccards({
      original: rowOf.map((row) => labels[sampled === null ? row : sampled[row]]),
      clusters,
      found: first.map((at) => found[at]),
    });
  });
  const stability = clusterStability(clusters, best);
  return { ...stability, labels, clusters, exact: sampled === null, sampledRows: problem.rows };
}

function labelsOf(
  fit: ClusterFunction,
  points: Float64Array,
  shape: { rows: number; columns: number },
  seed: number,
): Int32Array {
  const labels = fit(points.slice(), shape, seed);
  if (labels.length !== shape.rows) {
    throw new RangeError(`the clustering must give one label a row, rows = ${shape.rows}, got ${labels.length}`);
  }
  return labels;
}
