import { allocateFloat64, type Problem } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';
import { copyRows } from './copy-rows.ts';

/** Points made ready: checked, centred, and all rows or a sample of them. */
export interface SampledProblem {
  problem: Problem;
  /** The caller's rows, ascending; null where all are used. */
  rowOf: Int32Array | null;
  shared: boolean;
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
