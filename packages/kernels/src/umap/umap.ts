import { checkCount, checkFinite } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { allocateFloat64, allocateInt32 } from '../kmeans/problem.ts';
import { neighboursOf } from '../neighbours/neighbour-graph.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { findAB } from './find-ab.ts';
import type { Start } from './start-places.ts';

/** What UMAP needs to know. */
export interface UmapOptions {
  rows: number;
  columns: number;
  /** 2 or 3. */
  dimensions?: number;
  /** How many near rows, itself counted, a row is bound to: few show what is small, many what is large. All rows where there are fewer. */
  neighbours?: number;
  /** How close the places of like rows may come. */
  minDistance?: number;
  /** The scale of `minDistance`. */
  spread?: number;
  /** Passes of the layout; by the number of rows unless given. */
  epochs?: number;
  /**
   * The principal components (the default) keep far rows far and the picture's sides where they are from seed to seed; the spectral start
   * unrolls curved shapes somewhat better.
   */
  start?: Start;
  seed?: number;
}

/** What {@link umapTransform} needs to place new points: flat arrays and numbers, so that it can be kept and sent. */
export interface UmapModel {
  /** The points of the fit, row-major, rows x columns. */
  points: Float64Array;
  rows: number;
  columns: number;
  /** Their places, row-major, rows x dimensions. */
  embedding: Float64Array;
  dimensions: number;
  neighbours: number;
  a: number;
  b: number;
  epochs: number;
  seed: number;
}

/** A picture of the points. */
export interface Umap {
  /** Row-major, rows x dimensions; their mean is 0. */
  embedding: Float64Array;
  /** Of the curve 1 / (1 + a d^(2b)). */
  a: number;
  b: number;
  /** Whether the neighbours are known to be the nearest. */
  exact: boolean;
  epochs: number;
  /** How many were used, the row itself counted. */
  neighbours: number;
  model: UmapModel;
}

/** Fewer rows need more passes; beyond these, more gain some ten-thousandths of trustworthiness at most. */
function epochsFor(rows: number): number {
  if (rows <= 2_000) return 500;
  return rows <= 10_000 ? 300 : 200;
}

/**
 * UMAP: places in 2 or 3 dimensions that keep near rows near. Source: McInnes, Healy and Melville 2018; neighbours, distance and spread
 * as in the authors' program, the start after Kobak and Linderman 2021. Distances are Euclidean: put the columns on one scale first. Far
 * distances and the sizes of empty spaces in the picture mean little. `points` is row-major and is not changed; the same seed gives the
 * same picture whatever the number of threads. Cost n log n x d for the neighbours and epochs x n x neighbours for the layout.
 * RangeError for sizes and settings that do not fit and for numbers that are not finite.
 */
export function umap(points: Float64Array, options: UmapOptions, hooks: Hooks = {}): Umap {
  return runPlan(planUmap(points, options, false), hooks);
}

/** The work of {@link umap} in parts. */
export function* planUmap(points: Float64Array, options: UmapOptions, shared: boolean): Plan<Umap> {
  const { rows, columns, dimensions = 2, minDistance = 0.1, spread = 1, start = 'pca', seed = 1 } = options;
  const { epochs = epochsFor(rows) } = options;
  const problem = copyProblem(points, { rows, columns }, shared);
  checkFinite(points, columns);
  if (dimensions !== 2 && dimensions !== 3) throw new RangeError(`dimensions must be 2 or 3, got ${dimensions}`);
  checkCount('neighbours', options.neighbours ?? 15, 2);
  checkCount('epochs', epochs, 1);
  if (start !== 'spectral' && start !== 'pca') throw new RangeError(`start must be 'spectral' or 'pca', got ${start}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  const { a, b } = findAB(minDistance, spread);
  const neighbours = Math.min(options.neighbours ?? 15, rows);

  let exact = true;
  let embedding: Float64Array = new Float64Array(dimensions);
  if (rows > 1) {
    const graph = yield* neighboursOf(problem, { neighbours: neighbours - 1, seed, shared }, 0.2);
    exact = graph.exact;
    const indices = allocateInt32(graph.indices.length, shared);
    const distances = allocateFloat64(graph.distances.length, shared);
    indices.set(graph.indices);
    distances.set(graph.distances);
    const known = { problem, indices, distances, neighbours: neighbours - 1 };
    [embedding] = yield* each('fitUmap', [{ ...known, dimensions, curve: { a, b }, epochs, start, seed }], 0.8);
  }
  const model = {
    points: Float64Array.from(points),
    rows,
    columns,
    embedding,
    dimensions,
    neighbours,
    a,
    b,
    epochs,
    seed,
  };
  return { embedding, a, b, exact, epochs, neighbours, model };
}
