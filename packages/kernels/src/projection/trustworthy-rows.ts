import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { Problem } from '../kmeans/problem.ts';
import type { KdTree } from '../neighbours/kd-tree.ts';
import { createNearest, findNearest } from '../neighbours/nearest-neighbours.ts';

/** Some rows whose neighbours in a picture are to be judged. */
export interface TrustworthyRowsInput {
  /** The points before. */
  problem: Problem;
  /** Of the picture. */
  tree: KdTree;
  /** Positions of the tree, a row each. */
  positions: Int32Array;
  neighbours: number;
}

const ROWS_BETWEEN_LOOKS = 16;

/**
 * For each row the sum, over its neighbours in the picture, of how far beyond `neighbours` their ranks among the points are. Cost n x d
 * a row.
 */
export function trustworthyRows(
  { problem, tree, positions, neighbours }: TrustworthyRowsInput,
  hooks: Hooks = {},
): Float64Array {
  const { points, rows, columns } = problem;
  const nearest = createNearest(neighbours + 1);
  const squares = new Float64Array(rows);
  const own = new Float64Array(neighbours);
  const nearer = new Int32Array(neighbours + 1);
  return Float64Array.from(positions, (position, done) => {
    if (done % ROWS_BETWEEN_LOOKS === 0) stopIfAsked(hooks);
    findNearest(tree, tree.points, position * tree.columns, nearest);
    const at = tree.order[position] * columns;
    squaresTo(points, at, columns, squares);
    for (let s = 0, n = 0; n < neighbours; s++) {
      if (nearest.positions[s] !== position) own[n++] = squares[tree.order[nearest.positions[s]]];
    }
    own.sort();
    nearer.fill(0);
    const farthest = own[neighbours - 1];
    for (let j = 0; j < rows; j++) {
      const square = squares[j];
      if (square >= farthest) continue;
      let slot = neighbours - 1;
      while (slot > 0 && own[slot - 1] > square) slot--;
      nearer[slot]++;
    }
    let beyond = 0;
    for (let s = 0, count = 0; s < neighbours; s++) {
      // The row itself is the nearest of all wherever a neighbour is not equal to it, and so stands for the 1 of the first rank.
      count += nearer[s];
      beyond += Math.max(0, Math.max(1, count) - neighbours);
    }
    return beyond;
  });
}

function squaresTo(points: Float64Array, at: number, d: number, into: Float64Array): void {
  if (d === 3) {
    const [x, y, z] = points.subarray(at, at + 3);
    for (let j = 0, p = 0; j < into.length; j++, p += 3) {
      into[j] = (points[p] - x) ** 2 + (points[p + 1] - y) ** 2 + (points[p + 2] - z) ** 2;
    }
    return;
  }
  for (let j = 0; j < into.length; j++) {
    let sum = 0;
    for (let c = 0, p = j * d; c < d; c++) {
      const difference = points[p + c] - points[at + c];
      sum += difference * difference;
    }
    into[j] = sum;
  }
}
