import { checkCount, checkFinite } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';

/** What the search for all rows' neighbours needs to know. */
export interface NeighbourGraphOptions {
  rows: number;
  columns: number;
  /** How many neighbours of each row, itself not counted; at most rows - 1. */
  neighbours: number;
  /** Of the approximate search. */
  seed?: number;
  /** True or false for the exact or the approximate search; by the sizes unless given. */
  exact?: boolean;
}

/** The nearest other rows of every row. */
export interface NeighbourGraph {
  /** Row-major, rows x neighbours, nearest first; ties by row. */
  indices: Int32Array;
  /** Euclidean, rows x neighbours. */
  distances: Float64Array;
  /** Whether no nearer row can have been missed. */
  exact: boolean;
}

/** Up to here a tree beats the approximate search, whatever the number of rows. */
const MAX_TREE_COLUMNS = 8;
/** Up to here looking at nearly all pairs is soon done. */
const MAX_EXACT_ROWS = 8_192;
const ROWS_A_TASK = 512;

/**
 * The nearest neighbours of all rows: exact through a kd-tree where columns are few (8) or rows are few (8,192), otherwise by NN-descent
 * from random projection trees (Dong, Moses and Li 2011), which finds some 98 in 100 of them; `exact` says which. `points` is row-major
 * and is not changed. Cost about n log n x d exact in few columns, n^1.14 x d approximate. RangeError for sizes that do not fit,
 * `neighbours` outside 1..rows - 1 and numbers that are not finite.
 */
export function neighbourGraph(
  points: Float64Array,
  options: NeighbourGraphOptions,
  hooks: Hooks = {},
): NeighbourGraph {
  return runPlan(planNeighbourGraph(points, options, false), hooks);
}

/** The work of {@link neighbourGraph} in parts. */
export function* planNeighbourGraph(
  points: Float64Array,
  options: NeighbourGraphOptions,
  shared: boolean,
): Plan<NeighbourGraph> {
  const { rows, columns, neighbours, seed = 1, exact } = options;
  const problem = copyProblem(points, { rows, columns }, shared);
  checkFinite(points, columns);
  checkCount('neighbours', neighbours, 1);
  if (neighbours >= rows) {
    throw new RangeError(`neighbours must be at most rows - 1 = ${rows - 1}, got ${neighbours}`);
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  return yield* neighboursOf(problem, { neighbours, seed, exact, shared }, 1);
}

/** As {@link planNeighbourGraph}, of points already checked and copied. */
export function* neighboursOf(
  problem: Problem,
  { neighbours, seed, exact, shared }: { neighbours: number; seed: number; exact?: boolean; shared: boolean },
  share: number,
): Plan<NeighbourGraph> {
  const { points, rows, columns } = problem;
  if (!(exact ?? (columns <= MAX_TREE_COLUMNS || rows <= MAX_EXACT_ROWS))) {
    const [found] = yield* each('descendNeighbours', [{ problem, neighbours, seed }], share);
    return { ...found, exact: false };
  }
  const [tree] = yield* each('buildTree', [{ points, rows, columns, shared }], share * 0.1);
  const runs = Array.from({ length: Math.ceil(rows / ROWS_A_TASK) }, (_, r) => ({
    tree,
    from: r * ROWS_A_TASK,
    to: Math.min(rows, (r + 1) * ROWS_A_TASK),
    neighbours,
  }));
  const parts = yield* each('nearestRows', runs, share * 0.9);
  const indices = new Int32Array(rows * neighbours);
  const distances = new Float64Array(rows * neighbours);
  parts.forEach((part, r) => {
    for (let p = runs[r].from; p < runs[r].to; p++) {
      const at = (p - runs[r].from) * neighbours;
      indices.set(part.indices.subarray(at, at + neighbours), tree.order[p] * neighbours);
      distances.set(part.distances.subarray(at, at + neighbours), tree.order[p] * neighbours);
    }
  });
  return { indices, distances, exact: true };
}
