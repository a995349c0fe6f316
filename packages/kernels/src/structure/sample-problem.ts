import { checkCount, checkShape } from '../checks/check-points.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { allocateFloat64, type Problem } from '../kmeans/problem.ts';
import { each, type Plan } from '../plan/plan.ts';
import { createRandom } from '../random/create-random.ts';
import { copyRows } from './copy-rows.ts';

/** Rows that measures made of many fits work on at most, unless the caller says otherwise. */
export const MAX_FITTED_ROWS = 5_000;

/** Points made ready: checked, centred, and all rows or a sample of them. */
export interface SampledProblem {
  problem: Problem;
  /** The caller's rows, ascending; null where all are used. */
  rowOf: Int32Array | null;
  shared: boolean;
}

/** Checks and centres the points and takes at most `maxRows` of them, each with the same chance. Cost n x d. */
export function* prepareSample(
  points: Float64Array,
  { rows, columns, maxRows, seed }: { rows: number; columns: number; maxRows: number; seed: number },
  shared: boolean,
  share: number,
): Plan<SampledProblem> {
  checkShape(points, rows, columns);
  checkCount('maxRows', maxRows, 2);
  checkSeed(seed);
  const problem = copyProblem(points, { rows, columns }, shared);
  yield* each('centre', [{ problem, shared, summary: false }], share);
  return sampleProblem(problem, { maxRows, seed, shared });
}

/** A sample of at most `maxRows` rows, in the order of the rows; the problem itself where it has no more. Cost n. */
export function sampleProblem(
  problem: Problem,
  { maxRows, seed, shared }: { maxRows: number; seed: number; shared: boolean },
): SampledProblem {
  const { points, rows, columns } = problem;
  if (rows <= maxRows) return { problem, rowOf: null, shared };
  const rowOf = drawRows(rows, maxRows, seed);
  const taken = allocateFloat64(maxRows * columns, shared);
  copyRows(points, columns, rowOf, taken);
  return { problem: { points: taken, rows: maxRows, columns, weights: null }, rowOf, shared };
}

/** `count` different rows of 0..rows-1, ascending. Source: Floyd's sampling (Bentley and Floyd 1987). */
function drawRows(rows: number, count: number, seed: number): Int32Array {
  const random = createRandom(seed, -10);
  const drawn = new Set<number>();
  for (let last = rows - count; last < rows; last++) {
    const row = random.integer(last + 1);
    drawn.add(drawn.has(row) ? last : row);
  }
  return Int32Array.from(drawn).sort();
}

/** Refuses a seed that is no whole number. */
export function checkSeed(seed: number): void {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
}

/** The numbers of clusters from `from` to `to`. */
export function countsBetween(from: number, to: number): number[] {
  checkCount('from', from, 1);
  checkCount('to', to, from);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
