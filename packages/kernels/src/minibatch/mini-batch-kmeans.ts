import { checkCount, checkFinite } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { checkStarts, copyProblem, type KmeansFit } from '../kmeans/kmeans.ts';
import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { inOrder } from './create-mini-batch-kmeans.ts';

/** What mini-batch k-means needs to know. */
export interface MiniBatchKmeansOptions {
  rows: number;
  columns: number;
  /** How many clusters to look for. */
  clusters: number;
  /** Rows a batch at most; 4,096 unless given, and no more than a tenth of the rows or 256. */
  batchRows?: number;
  /** Times each row is shown at most; 5 unless given, more where that makes fewer than 100 batches. */
  passes?: number;
  /** Independent starts; the best on a sample is kept. */
  starts?: number;
  seed?: number;
  /** Batches a start is shown at most. */
  maxIterations?: number;
}

/** Batches a pass has, and rows a batch has even so. */
const BATCHES_A_PASS = 10;
const LEAST_ROWS = 256;
const LEAST_PASSES = 5;
const LEAST_BATCHES = 100;
const ROWS_A_CHUNK = 1e6;

/** Passes of Lloyd's iteration over all rows at the end: more where they cost next to nothing. */
function lastPasses(rows: number): number {
  return Math.min(20, Math.max(2, Math.floor(200_000 / rows)));
}

/**
 * K-means by small batches, for very many rows: near the optimum in a few passes. Source: Sculley 2010; see `createMiniBatchKmeans`.
 * The centres of the best start are then moved to the means of all their rows a few times, at least twice, and every row goes to its nearest.
 *
 * `points` is row-major and is not changed. Each start draws from its own stream of (seed, clusters, start). `iterations` counts batches;
 * `converged` says that they stopped getting better before the limit. New points: `assignNearest`. Cost at most (passes x starts + 20) x
 * n x k x d; memory one copy of the points and 4 bytes a row. RangeError and `Stopped` as for `kmeans`.
 */
export function miniBatchKmeans(points: Float64Array, options: MiniBatchKmeansOptions, hooks: Hooks = {}): KmeansFit {
  return runPlan(planMiniBatchKmeans(points, options, false), hooks);
}

/** The work of {@link miniBatchKmeans} in parts. */
export function* planMiniBatchKmeans(
  points: Float64Array,
  options: MiniBatchKmeansOptions,
  shared: boolean,
): Plan<KmeansFit> {
  const { rows, columns, clusters, starts = 3, seed = 1, maxIterations = 300 } = options;
  const most = Math.max(LEAST_ROWS, Math.ceil(rows / BATCHES_A_PASS));
  const batchRows = Math.min(options.batchRows ?? 4_096, most);
  checkCount('clusters', clusters, 1);
  checkCount('batchRows', options.batchRows ?? 1, 1);
  const passes = options.passes ?? Math.max(LEAST_PASSES, Math.ceil((LEAST_BATCHES * batchRows) / Math.max(1, rows)));
  checkCount('passes', passes, 1);
  checkStarts(starts, seed, maxIterations);
  const problem = copyProblem(points, { rows, columns }, shared);
  checkFinite(problem.points, columns);
  const ran = yield* each(
    'miniBatchStart',
    Array.from({ length: starts }, (_, start) => ({
      problem,
      clusters,
      batchRows: Math.max(batchRows, Math.min(rows, 2 * clusters)),
      passes,
      seed,
      start,
      maxIterations,
    })),
    0.8,
  );
  const { centers: found, iterations, converged } = ran.reduce((a, b) => (b.spread < a.spread ? b : a));
  const last = lastPasses(rows);
  let centers = found;
  for (let pass = 0; ; pass++) {
    centers = inOrder({ centers, counts: new Float64Array(centers.length / columns), columns }).centers;
    const { labels, mass, sums, inertia } = yield* assignAll(problem, centers, 0.2 / (last + 1));
    const used = Array.from(mass.keys()).filter((c) => mass[c] > 0);
    if (used.length === mass.length && pass >= last) {
      const sizes = Int32Array.from(mass);
      return { labels, centers, inertia, iterations, converged, clusters: sizes.length, sizes };
    }
    const next = new Float64Array(used.length * columns);
    used.forEach((c, to) => {
      for (let j = 0; j < columns; j++)
        next[to * columns + j] = centers[c * columns + j] + sums[c * columns + j] / mass[c];
    });
    centers = next;
  }
}

/** Nearest centres of all rows, chunk by chunk. */
function* assignAll({ points, rows, columns }: Problem, centers: Float64Array, share: number) {
  const step = Math.max(64, Math.floor(ROWS_A_CHUNK / centers.length));
  const chunks = Array.from({ length: Math.ceil(rows / step) }, (_, chunk) => ({
    points,
    from: chunk * step,
    to: Math.min(rows, (chunk + 1) * step),
    columns,
    centers,
  }));
  const parts = yield* each('assignRows', chunks, share);
  const labels = new Int32Array(rows);
  const mass = new Float64Array(centers.length / columns);
  const sums = new Float64Array(centers.length);
  let inertia = 0;
  parts.forEach((part, chunk) => {
    labels.set(part.labels, chunks[chunk].from);
    inertia += part.inertia;
    for (let c = 0; c < mass.length; c++) mass[c] += part.mass[c];
    for (let s = 0; s < sums.length; s++) sums[s] += part.sums[s];
  });
  return { labels, mass, sums, inertia };
}
