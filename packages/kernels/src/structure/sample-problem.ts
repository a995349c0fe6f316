import { checkCount, checkShape } from '../checks/check-points.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { each, type Plan } from '../plan/plan.ts';
import { type SampledProblem, sampleProblem } from './take-sample.ts';

export { type SampledProblem, sampleProblem } from './take-sample.ts';

/** Rows that measures made of many fits work on at most, unless the caller says otherwise. */
export const MAX_FITTED_ROWS = 5_000;

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
