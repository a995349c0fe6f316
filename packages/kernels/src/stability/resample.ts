import { type Hooks, stopIfAsked } from '../hooks.ts';
import { type FewStarts, fitFewStarts } from '../kmeans/fit-few-starts.ts';
import type { Problem } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';
import { copyRows } from '../structure/copy-rows.ts';
import { bestJaccards } from './best-jaccards.ts';

/** The rows drawn, and how often. */
export interface Drawn {
  /** Different rows, ascending. */
  rowOf: Int32Array;
  times: Float64Array;
}

/** A resample to make, to fit and to compare: its numbers come from (seed, resample) alone. */
export interface ResampleInput {
  problem: Problem;
  /** Clusterings of the rows to be found again. */
  labelings: Int32Array[];
  /** Clusters of each. */
  counts: number[];
  resample: number;
  effort: FewStarts;
}

/** As many rows as there are, drawn with replacement. Cost n. */
export function drawWithReplacement(rows: number, seed: number, resample: number): Drawn {
  const random = createRandom(seed, -13, resample);
  const all = new Float64Array(rows);
  for (let i = 0; i < rows; i++) all[random.integer(rows)]++;
  const rowOf = Int32Array.from(all.keys()).filter((row) => all[row] > 0);
  return { rowOf, times: all.filter((times) => times > 0) };
}

/**
 * Draws rows with replacement, fits them by k-means (a row drawn twice has twice the weight) with each number of clusters, and gives for
 * each clustering its clusters' best Jaccards over the rows drawn. Cost one fit for each.
 */
export function resampleKmeans(input: ResampleInput, hooks: Hooks = {}): Float64Array[] {
  const { problem, labelings, counts, resample, effort } = input;
  stopIfAsked(hooks);
  const { rowOf, times } = drawWithReplacement(problem.rows, effort.seed, resample);
  const points = new Float64Array(rowOf.length * problem.columns);
  copyRows(problem.points, problem.columns, rowOf, points);
  const drawn = { points, rows: rowOf.length, columns: problem.columns, weights: times };
  const seed = createRandom(effort.seed, -13, resample, 1).integer(2 ** 32);
  const fits = fitFewStarts(drawn, counts, { ...effort, seed }, hooks);
  return fits.map(({ labels }, l) =>
    bestJaccards({ original: rowOf.map((row) => labelings[l][row]), clusters: counts[l], found: labels }),
  );
}
