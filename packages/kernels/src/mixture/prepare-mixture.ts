import { checkFinite } from '../checks/check-points.ts';
import { allocateFloat64, type Problem } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';

/** Points, how strongly to regularise, and how many rows the starts may see. */
export interface PrepareInput {
  problem: Problem;
  regularisation: number;
  seen: number;
  seed: number;
  shared: boolean;
}

/** What all fits to the same points share. */
export interface PrepareResult {
  /** Added to the variance of each column in each component. */
  floors: Float64Array;
  /** Standard deviation of each column; the usual one for a constant column. */
  deviations: Float64Array;
  /** A random sample of rows for the starts; null where they see all. */
  sample: Problem | null;
}

/** Checks that every number is finite, finds the floors of the variances and draws the sample. Cost n x d. */
export function prepareMixture({ problem, regularisation, seen, seed, shared }: PrepareInput): PrepareResult {
  const { points, rows, columns } = problem;
  checkFinite(points, columns);
  const variances = varianceOfColumns(problem);
  const spread = variances.filter((variance) => variance > 0);
  const usual = spread.length === 0 ? 1 : spread.reduce((sum, variance) => sum + variance, 0) / spread.length;
  const scales = variances.map((variance) => (variance > 0 ? variance : usual));
  const floors = scales.map((variance) => regularisation * variance);
  const deviations = scales.map(Math.sqrt);
  if (rows <= seen) return { floors, deviations, sample: null };

  const random = createRandom(seed, -3);
  const sample = allocateFloat64(seen * columns, shared);
  for (let i = 0, taken = 0; taken < seen; i++) {
    if (random.next() * (rows - i) >= seen - taken) continue;
    sample.set(points.subarray(i * columns, (i + 1) * columns), taken++ * columns);
  }
  return { floors, deviations, sample: { points: sample, rows: seen, columns, weights: null } };
}

/** Population variances, around the first row first, so that a constant column gives exactly 0. */
export function varianceOfColumns({ points, rows, columns }: Problem): Float64Array {
  const shifts = new Float64Array(columns);
  for (let i = 0, p = 0; i < rows; i++) for (let j = 0; j < columns; j++, p++) shifts[j] += points[p] - points[j];
  for (let j = 0; j < columns; j++) shifts[j] /= rows;
  const variances = new Float64Array(columns);
  for (let i = 0, p = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, p++) variances[j] += (points[p] - points[j] - shifts[j]) ** 2;
  }
  return variances.map((sum) => sum / rows);
}
