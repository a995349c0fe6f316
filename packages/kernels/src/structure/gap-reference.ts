import type { Hooks } from '../hooks.ts';
import { type FewStarts, fitFewStarts } from '../kmeans/fit-few-starts.ts';
import type { Problem } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';

/** Points to fit with each number of clusters. */
export interface GapFitsInput {
  problem: Problem;
  counts: number[];
  effort: FewStarts;
}

/** A reference set to make and to fit: its numbers come from (seed, reference) alone. */
export interface GapReferenceInput {
  /** Half the width of the box along each of its axes; its middle is 0. */
  halfWidths: Float64Array;
  rows: number;
  counts: number[];
  reference: number;
  effort: FewStarts;
}

/** Sum of squares within clusters for each number of clusters; NaN where there are not so many distinct points. */
export function gapFits({ problem, counts, effort }: GapFitsInput, hooks: Hooks = {}): Float64Array {
  const fits = fitFewStarts(problem, counts, effort, hooks);
  return Float64Array.from(fits, (fit, c) => (fit.sizes.length === counts[c] ? fit.inertia : Number.NaN));
}

/** As {@link gapFits}, of points evenly at random in the box. */
export function gapReference(input: GapReferenceInput, hooks: Hooks = {}): Float64Array {
  const { halfWidths, rows, counts, reference, effort } = input;
  const columns = halfWidths.length;
  const random = createRandom(effort.seed, -11, reference);
  const points = new Float64Array(rows * columns);
  for (let p = 0; p < points.length; p++) points[p] = halfWidths[p % columns] * (2 * random.next() - 1);
  const problem = { points, rows, columns, weights: null };
  return gapFits({ problem, counts, effort: { ...effort, seed: random.integer(2 ** 32) } }, hooks);
}
