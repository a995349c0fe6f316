import { checkCount, checkFinite, checkShape } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { createRandom } from '../random/create-random.ts';

/** What the trustworthiness needs to know. */
export interface TrustworthinessOptions {
  rows: number;
  /** Of the points. */
  columns: number;
  /** Of the picture. */
  dimensions: number;
  /** How many neighbours in the picture are judged, the row itself not counted; below rows / 2. */
  neighbours?: number;
  /** Above so many rows only a sample of them is judged, each still against all rows. */
  maxExactRows?: number;
  /** Of the sample. */
  seed?: number;
}

/** How far the neighbours in a picture can be believed. */
export interface Trustworthiness {
  /** 0 to 1; 1 where all neighbours in the picture are neighbours indeed. */
  mean: number;
  /** Whether all rows were judged. */
  exact: boolean;
  /** Half-width of a 95 % interval around `mean`; 0 where exact. */
  bound: number;
  rowsUsed: number;
}

/** Rows of the sample. */
const SAMPLE = 2_000;
const ROWS_A_TASK = 128;

/**
 * Trustworthiness of a picture: 1 less the ranks by which its neighbours lie beyond the true ones, on a scale where 1 is the worst.
 * Source: Venna and Kaski 2001, as scikit-learn has it; among equally distant points a rank is the best they could have. Neither array is
 * changed. Cost n² x d, above `maxExactRows` 2,000 x n x d. RangeError for sizes that do not fit, for `neighbours` of rows / 2 or more
 * and for numbers that are not finite.
 */
export function trustworthiness(
  points: Float64Array,
  embedding: Float64Array,
  options: TrustworthinessOptions,
  hooks: Hooks = {},
): Trustworthiness {
  return runPlan(planTrustworthiness(points, embedding, options, false), hooks);
}

/** The work of {@link trustworthiness} in parts. */
export function* planTrustworthiness(
  points: Float64Array,
  embedding: Float64Array,
  options: TrustworthinessOptions,
  shared: boolean,
): Plan<Trustworthiness> {
  const { rows, columns, dimensions, neighbours = 5, maxExactRows = 5_000, seed = 1 } = options;
  const problem = copyProblem(points, { rows, columns }, shared);
  checkFinite(points, columns);
  checkCount('dimensions', dimensions, 1);
  if (embedding.length !== rows * dimensions) {
    throw new RangeError(
      `embedding must hold rows x dimensions = ${rows} x ${dimensions} = ${rows * dimensions} numbers, got ${embedding.length}`,
    );
  }
  checkShape(embedding, rows, dimensions);
  for (let p = 0; p < embedding.length; p++) {
    if (!Number.isFinite(embedding[p])) {
      throw new RangeError(
        `embedding must be finite numbers, got ${embedding[p]} in row ${Math.floor(p / dimensions)}`,
      );
    }
  }
  checkCount('neighbours', neighbours, 1);
  if (neighbours >= rows / 2) {
    throw new RangeError(`neighbours must be below rows / 2 = ${rows / 2}, got ${neighbours}`);
  }
  checkCount('maxExactRows', maxExactRows, 1);

  const [tree] = yield* each('buildTree', [{ points: embedding, rows, columns: dimensions, shared }], 0.05);
  const exact = rows <= maxExactRows;
  const judged = exact ? Int32Array.from({ length: rows }, (_, i) => i) : drawRows(rows, Math.min(rows, SAMPLE), seed);
  const inputs = Array.from({ length: Math.ceil(judged.length / ROWS_A_TASK) }, (_, r) => ({
    problem,
    tree,
    positions: judged.slice(r * ROWS_A_TASK, (r + 1) * ROWS_A_TASK),
    neighbours,
  }));
  const parts = yield* each('trustworthyRows', inputs, 0.95);
  const worst = (neighbours * (2 * rows - 3 * neighbours - 1)) / 2;
  let sum = 0;
  let squares = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const value = part[i] / worst;
      sum += value;
      squares += value * value;
    }
  }
  const n = judged.length;
  const variance = Math.max(0, squares - (sum * sum) / n) / Math.max(1, n - 1);
  const bound = exact ? 0 : 1.96 * Math.sqrt((variance / n) * (1 - n / rows));
  return { mean: 1 - sum / n, exact, bound, rowsUsed: n };
}

/** Some of 0..rows - 1 without repeats, ascending. */
function drawRows(rows: number, count: number, seed: number): Int32Array {
  const random = createRandom(seed, -41);
  const drawn = new Int32Array(count);
  for (let row = 0, taken = 0; taken < count; row++) {
    if (random.next() * (rows - row) < count - taken) drawn[taken++] = row;
  }
  return drawn;
}
