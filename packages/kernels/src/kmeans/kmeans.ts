import { checkCount, checkShape, checkWeights } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { finishRows } from './finish-rows.ts';
import { type FinishResult, SUMMARY_ITERATIONS } from './finish-starts.ts';
import { type Prepared, prepareRows } from './prepare-rows.ts';
import { allocateFloat64, type Problem } from './problem.ts';
import { bestStart } from './run-start.ts';

/** What k-means needs to know. */
export interface KmeansOptions {
  rows: number;
  columns: number;
  /** How many clusters to look for. */
  clusters: number;
  /** Independent starts; more find a better optimum. */
  starts?: number;
  seed?: number;
  /** One a row, at least 0; every row counts once without them. */
  weights?: Float64Array;
  /** Limit of one run of Lloyd's iteration. */
  maxIterations?: number;
  /** False takes the best start as it is, without the search for a better optimum that follows: for many fits in a row. */
  search?: boolean;
  /** Row-major, clusters x columns: one run of Lloyd's iteration from there takes the place of starts and search. */
  initialCenters?: Float64Array;
}

/** A partition into clusters around their means. */
export interface KmeansFit {
  /** The cluster of each row, 0..clusters-1; clusters are numbered by their centres, first column first. */
  labels: Int32Array;
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  /** (Weighted) sum of squared distances to the own centre. */
  inertia: number;
  /** Of the best start, together with what followed it. */
  iterations: number;
  /** True where no point is better off in another cluster. */
  converged: boolean;
  /** Clusters found: fewer than asked for where there are fewer distinct points. */
  clusters: number;
  /** Rows in each cluster. */
  sizes: Int32Array;
}

/**
 * K-means: greedy k-means++, Lloyd's iteration with Hamerly's bounds, several starts, then a search that breeds the starts and
 * moves single points until none gains. Sources are named at each part.
 *
 * `points` is row-major, rows x columns, and is not changed. Each start draws from its own stream of (seed, clusters, start). Above
 * 2,000 rows the starts work on a summary of up to 4,096 weighted points, and the best are carried to all rows.
 * Cost about n x k x d a pass; memory one copy of the points and 20 bytes a row. RangeError for sizes that do not fit, and for numbers
 * that are not finite, naming row and column. Throws `Stopped` where `hooks.shouldStop` says so.
 */
export function kmeans(points: Float64Array, options: KmeansOptions, hooks: Hooks = {}): KmeansFit {
  return runPlan(planKmeans(points, options, false), hooks);
}

/** The work of {@link kmeans} in parts. */
export function* planKmeans(points: Float64Array, options: KmeansOptions, shared: boolean): Plan<KmeansFit> {
  const { clusters, starts = 10, seed = 1, maxIterations = 300, search = true } = options;
  checkCount('clusters', clusters, 1);
  checkStarts(starts, seed, maxIterations);
  const { initialCenters } = options;
  if (initialCenters !== undefined) checkCenters(initialCenters, clusters, options.columns);
  const problem = copyProblem(points, options, shared);
  if (initialCenters !== undefined) {
    const [{ offsets }] = yield* each('centre', [{ problem, shared, summary: false }], 0.1);
    const centers = initialCenters.map((value, p) => value - offsets[p % offsets.length]);
    const [fit] = yield* each('fitFrom', [{ problem, centers, maxIterations, shared }], 0.9);
    return toKmeansFit(fit, offsets);
  }
  const { offsets, ...prepared } = yield* prepareRows(problem, shared, 0.05);
  const [fit] = yield* fitEach(prepared, [clusters], { starts, seed, maxIterations, search }, 0.95);
  return toKmeansFit(fit, offsets);
}

/** Fits each number of clusters; all starts of all of them are independent tasks. */
export function* fitEach(
  { problem, summary, shared, sample, info }: Prepared,
  clusterCounts: number[],
  { starts, seed, maxIterations, search }: { starts: number; seed: number; maxIterations: number; search: boolean },
  share: number,
): Plan<FinishResult[]> {
  // A summary with few points for each cluster says too little.
  const saysEnough = (few: Problem | null | undefined, clusters: number): few is Problem =>
    few !== null && few !== undefined && few.rows >= clusters * 20;
  const seenBy = (clusters: number): Problem => [summary, sample].find((few) => saysEnough(few, clusters)) ?? problem;
  const ran = yield* each(
    'start',
    clusterCounts.flatMap((clusters) =>
      Array.from({ length: starts }, (_, start) => ({
        problem: seenBy(clusters),
        clusters,
        seed,
        start,
        maxIterations:
          search && seenBy(clusters) !== problem ? Math.min(maxIterations, SUMMARY_ITERATIONS) : maxIterations,
      })),
    ),
    share * 0.3,
  );
  const inputs = clusterCounts.map((clusters, c) => ({
    problem,
    summary: seenBy(clusters) === problem ? null : seenBy(clusters),
    starts: ran.slice(c * starts, (c + 1) * starts),
    seed,
    maxIterations,
    search,
    shared,
  }));
  if (info === undefined) return yield* each('finish', inputs, share * 0.7);
  const bred = yield* each('breed', inputs, share * 0.2);
  const fits: FinishResult[] = [];
  for (const [c, members] of bred.entries()) {
    const { iterations } = bestStart(inputs[c].starts);
    const { centers } = members[0];
    const each = (share * 0.5) / bred.length;
    fits.push(yield* finishRows({ problem, info, centers, iterations, maxIterations, shared }, each));
  }
  return fits;
}

/** Checks what all calls share. */
export function checkStarts(starts: number, seed: number, maxIterations: number): void {
  checkCount('starts', starts, 1);
  checkCount('maxIterations', maxIterations, 1);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
}

function checkCenters(centers: Float64Array, clusters: number, columns: number): void {
  if (centers.length !== clusters * columns) {
    throw new RangeError(
      `initialCenters must hold clusters x columns = ${clusters} x ${columns} = ${clusters * columns} numbers, got ${centers.length}`,
    );
  }
  const bad = centers.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`initialCenters must be finite numbers, got ${centers[bad]} at ${bad}`);
}

/** Checks sizes and weights and copies the points once, into shared memory for a pool. */
export function copyProblem(
  points: Float64Array,
  { rows, columns, weights }: { rows: number; columns: number; weights?: Float64Array },
  shared: boolean,
): Problem {
  checkShape(points, rows, columns);
  if (weights !== undefined) checkWeights(weights, rows);
  const copy = (from: Float64Array): Float64Array => {
    const to = allocateFloat64(from.length, shared);
    to.set(from);
    return to;
  };
  return { points: copy(points), rows, columns, weights: weights === undefined ? null : copy(weights) };
}

/** Puts the centres back to where the points were, and everything into the caller's own memory. */
export function toKmeansFit(fit: FinishResult, offsets: Float64Array): KmeansFit {
  const { inertia, iterations, converged } = fit;
  const centers = fit.centers.map((value, p) => value + offsets[p % offsets.length]);
  return {
    labels: ownMemory(fit.labels),
    centers,
    inertia,
    iterations,
    converged,
    clusters: fit.sizes.length,
    sizes: Int32Array.from(fit.sizes),
  };
}

function ownMemory(labels: Int32Array): Int32Array {
  return labels.buffer instanceof ArrayBuffer ? labels : new Int32Array(labels);
}
