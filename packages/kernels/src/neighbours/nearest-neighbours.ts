import { type KdTree, squaredDistanceToBox } from './kd-tree.ts';

/** The nearest points of a tree to one point, nearest first; to be filled by {@link findNearest} again and again. */
export interface Nearest {
  /** Positions in the tree. */
  positions: Int32Array;
  /** Squared distances, ascending. */
  squares: Float64Array;
}

/** Room for `count` neighbours. */
export function createNearest(count: number): Nearest {
  return { positions: new Int32Array(count), squares: new Float64Array(count) };
}

const STACK = 256;
const stackNodes = new Int32Array(STACK);
const stackSquares = new Float64Array(STACK);

/**
 * Finds the nearest points of `tree` to the one at index `at` of `point`, itself among them where it is in the tree. Exact; among
 * equally near ones the lowest caller's row wins, so the answer does not depend on how the tree was cut. Answers how many were found: all
 * points where the tree has fewer than asked for. Cost about log n + count where columns are few, up to n x d where they are many.
 */
export function findNearest(tree: KdTree, point: Float64Array, at: number, into: Nearest): number {
  const { columns, points, order, begin, end, child } = tree;
  const { positions, squares } = into;
  const wanted = positions.length;
  let found = 0;
  let top = 0;
  stackNodes[0] = 0;
  stackSquares[0] = squaredDistanceToBox(tree, 0, point, at);
  top = 1;
  while (top > 0) {
    top--;
    let node = stackNodes[top];
    if (found === wanted && stackSquares[top] > squares[wanted - 1]) continue;
    while (child[node] !== 0) {
      const left = child[node];
      const toLeft = squaredDistanceToBox(tree, left, point, at);
      const toRight = squaredDistanceToBox(tree, left + 1, point, at);
      const isLeftNearer = toLeft <= toRight;
      stackNodes[top] = isLeftNearer ? left + 1 : left;
      stackSquares[top] = isLeftNearer ? toRight : toLeft;
      top++;
      node = isLeftNearer ? left : left + 1;
    }
    for (let p = begin[node]; p < end[node]; p++) {
      let sum = 0;
      for (let j = 0, q = p * columns; j < columns; j++) {
        const difference = points[q + j] - point[at + j];
        sum += difference * difference;
      }
      if (found === wanted) {
        const last = squares[wanted - 1];
        if (sum > last || (sum === last && order[p] > order[positions[wanted - 1]])) continue;
      } else found++;
      let slot = found - 1;
      while (
        slot > 0 &&
        (squares[slot - 1] > sum || (squares[slot - 1] === sum && order[positions[slot - 1]] > order[p]))
      ) {
        squares[slot] = squares[slot - 1];
        positions[slot] = positions[slot - 1];
        slot--;
      }
      squares[slot] = sum;
      positions[slot] = p;
    }
  }
  return found;
}
