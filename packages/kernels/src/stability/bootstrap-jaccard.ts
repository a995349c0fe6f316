import { checkCount, checkFinite, checkShape } from '../checks/check-points.ts';
import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { FewStarts } from '../kmeans/fit-few-starts.ts';
import { checkStarts, copyProblem, fitEach, toKmeansFit } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { copyRows } from '../structure/copy-rows.ts';
import { MAX_FITTED_ROWS, type SampledProblem, sampleProblem } from '../structure/sample-problem.ts';
import type { ClusterStability } from './cluster-stability.ts';
import { drawResample, RESAMPLE_STARTS, resampleSeed } from './resample.ts';
import { checkLabels, stabilityOfFits } from './stability-of-fits.ts';

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
  /** The clustering whose clusters are looked for, -1 for rows in none; the best that k-means finds unless given. */
  labels?: Int32Array;
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
 * Stability of the clusters of k-means: 15 in 100 of the rows (at least 60, at most half of them) are drawn again and again and clustered anew, and
 * {@link stabilityOfFits} says how far two of these clusterings agree on each cluster, beyond chance; grades by {@link stabilityGrade}.
 *
 * It differs from fpc::clusterboot (Hennig 2007), whose figure is kept as `plain`, in three ways: resamples are drawn without replacement and
 * are small; they are compared with each other too, not only with the clustering they were drawn from; chance is taken off. So planted groups 5 standard
 * deviations apart keep about 1, and the halves of one round cloud, 0.7 there in 2 columns, come to 0.4: below 0.6 in 95 of 100 clouds or more.
 * A long cloud is cut at the same place each time, and its halves are stable for all that: stable does not mean that there are groups.
 *
 * `points` is row-major and is not changed. Cost one full fit of all rows, and `resamples` fits with few starts of 15 in 100 of at most `maxRows` rows.
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
  const { labels: given, starts = 10, resampleStarts = RESAMPLE_STARTS, maxIterations = 300 } = options;
  checkCount('clusters', clusters, 1);
  checkCount('resamples', resamples, 1);
  checkCount('maxRows', maxRows, 2);
  checkCount('resampleStarts', resampleStarts, 1);
  checkStarts(starts, seed, maxIterations);
  if (given !== undefined) checkLabels(given, rows, clusters);
  const problem = copyProblem(points, { rows, columns }, shared);
  const [{ offsets, summary }] = yield* each('centre', [{ problem, shared, summary: given === undefined }], 0.02);
  const search = { starts, seed, maxIterations, search: true };
  const { labels, clusters: found } =
    given === undefined
      ? toKmeansFit((yield* fitEach({ problem, summary, shared }, [clusters], search, 0.18))[0], offsets)
      : { labels: given, clusters };
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
  const inputs = Array.from({ length: resamples }, (_, resample) => ({ problem, counts, resample, effort }));
  const fitted = yield* each('resampleKmeans', inputs, share);
  return counts.map((clusters, l) => {
    const fits = fitted.map(({ rowOf: drawn, labelings: found }) => ({ rowOf: drawn, labels: found[l] }));
    return stabilityOfFits({ labels: originals[l], clusters, fits });
  });
}

/**
 * As {@link bootstrapJaccard}, for any clustering, here and now. Noise is in no cluster. Above `maxRows` the clustering compared with is that of
 * all rows.
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
  const fits = Array.from({ length: resamples }, (_, resample) => {
    stopIfAsked(hooks);
    const rowOf = drawResample({ rows: problem.rows, seed, resample });
    const drawn = new Float64Array(rowOf.length * columns);
    copyRows(problem.points, columns, rowOf, drawn);
    const found = labelsOf(fit, drawn, { rows: rowOf.length, columns }, resampleSeed(seed, resample));
    hooks.onProgress?.((resample + 1) / resamples);
    return { rowOf, labels: found };
  });
  const own = sampled === null ? labels : sampled.map((row) => labels[row]);
  const stability = stabilityOfFits({ labels: own, clusters, fits });
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
