import { checkFinite } from '../checks/check-points.ts';
import type { Problem } from './problem.ts';
import { summarise } from './summarise.ts';

/** Points to be made ready; `problem.points` is a copy that may be changed. */
export interface CentreInput {
  problem: Problem;
  shared: boolean;
  /** Whether k-means will run and wants its summary. */
  summary: boolean;
}

/** What was subtracted from each column, and the summary for the starts. */
export interface CentreResult {
  offsets: Float64Array;
  summary: Problem | null;
}

/**
 * Checks that every number is finite and moves the points, in place, so that each column's (weighted) mean is 0: sums of squares then
 * lose nothing to a large offset. Cost n x d.
 */
export function centrePointsInPlace({ problem, shared, summary }: CentreInput): CentreResult {
  const { points, rows, columns, weights } = problem;
  checkFinite(points, columns);
  const offsets = new Float64Array(columns);
  let mass = 0;
  for (let i = 0, p = 0; i < rows; i++) {
    const w = weights === null ? 1 : weights[i];
    mass += w;
    for (let j = 0; j < columns; j++, p++) offsets[j] += w * points[p];
  }
  for (let j = 0; j < columns; j++) offsets[j] /= mass;
  for (let i = 0, p = 0; i < rows; i++) for (let j = 0; j < columns; j++, p++) points[p] -= offsets[j];
  return { offsets, summary: summary ? summarise(problem, shared) : null };
}
