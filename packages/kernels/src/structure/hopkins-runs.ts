import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { Problem } from '../kmeans/problem.ts';
import { buildKdTree, type KdTree } from '../neighbours/kd-tree.ts';
import { createNearest, findNearest } from '../neighbours/nearest-neighbours.ts';
import { createRandom } from '../random/create-random.ts';

/** How often to measure how many rows. */
export interface HopkinsInput {
  problem: Problem;
  sample: number;
  repeats: number;
  seed: number;
}

const ROWS_BETWEEN_LOOKS = 32;

/** The Hopkins statistic of each repeat, and the columns that vary; none where all rows are equal. Cost as told at `hopkins`. */
export function hopkinsRuns(
  { problem, sample, repeats, seed }: HopkinsInput,
  hooks: Hooks = {},
): { values: Float64Array; power: number } {
  const { points, rows, columns } = problem;
  const tree = buildKdTree(points, { rows, columns }, hooks.shouldStop ? { shouldStop: hooks.shouldStop } : {});
  const values = new Float64Array(repeats);
  const width = Float64Array.from({ length: columns }, (_, j) => tree.high[j] - tree.low[j]);
  const power = width.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  const made = new Float64Array(columns);
  const own = createNearest(2);
  const one = createNearest(1);
  const toMade = new Float64Array(sample);
  const toRows = new Float64Array(sample);
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  for (let repeat = 0; repeat < repeats && power > 0; repeat++) {
    const random = createRandom(seed, -14, repeat);
    for (let s = 0; s < sample; s++) {
      if (s % ROWS_BETWEEN_LOOKS === 0) stopIfAsked(hooks);
      for (let j = 0; j < columns; j++) made[j] = tree.low[j] + width[j] * random.next();
      toMade[s] = nearestSquare(tree, made, 0, one);
      const other = s + random.integer(rows - s);
      const row = order[other];
      order[other] = order[s];
      order[s] = row;
      toRows[s] = nearestSquare(tree, points, row * columns, own);
    }
    values[repeat] = shareOf(toMade, toRows, power);
    hooks.onProgress?.((repeat + 1) / repeats);
  }
  return { values, power };
}

/** The square of the distance to the farthest of those asked for: with two, of a row itself in the tree, its nearest other row. */
function nearestSquare(tree: KdTree, point: Float64Array, at: number, into: ReturnType<typeof createNearest>): number {
  return into.squares[findNearest(tree, point, at, into) - 1];
}

/** Over the largest distance, so that no power leaves the range of numbers. */
function shareOf(toMade: Float64Array, toRows: Float64Array, power: number): number {
  let largest = 0;
  for (let s = 0; s < toMade.length; s++) largest = Math.max(largest, toMade[s], toRows[s]);
  let u = 0;
  let w = 0;
  for (let s = 0; s < toMade.length; s++) {
    u += (toMade[s] / largest) ** (power / 2);
    w += (toRows[s] / largest) ** (power / 2);
  }
  return largest === 0 ? 0.5 : u / (u + w);
}
