import { squaredDistance } from '../kmeans/problem.ts';
import { type KdTree, squaredDistanceToBox } from './kd-tree.ts';

const STACK = 256;
const stackNodes = new Int32Array(STACK);
const stackSquares = new Float64Array(STACK);

/**
 * The position in `tree` of the point nearest to the one at index `at` of `point`, among those at a squared distance of at most `limit`
 * that `isWanted` (one a position; null for all) marks; the lowest caller's row among equals; -1 where there is none. Exact. Cost about
 * log n where columns are few, up to n x d where they are many.
 */
export function findNearestWithin(
  tree: KdTree,
  point: Float64Array,
  at: number,
  limit: number,
  isWanted: Uint8Array | null,
): number {
  const { columns, points, order, begin, end, child } = tree;
  let best = limit;
  let found = -1;
  let top = 1;
  stackNodes[0] = 0;
  stackSquares[0] = squaredDistanceToBox(tree, 0, point, at);
  while (top > 0) {
    top--;
    let node = stackNodes[top];
    let toNode = stackSquares[top];
    while (toNode <= best && child[node] !== 0) {
      const left = child[node];
      const toLeft = squaredDistanceToBox(tree, left, point, at);
      const toRight = squaredDistanceToBox(tree, left + 1, point, at);
      const isLeftNearer = toLeft <= toRight;
      stackNodes[top] = isLeftNearer ? left + 1 : left;
      stackSquares[top] = isLeftNearer ? toRight : toLeft;
      top++;
      node = isLeftNearer ? left : left + 1;
      toNode = isLeftNearer ? toLeft : toRight;
    }
    if (toNode > best) continue;
    for (let p = begin[node]; p < end[node]; p++) {
      if (isWanted !== null && isWanted[p] === 0) continue;
      const square = squaredDistance(points, p * columns, point, at, columns);
      if (square < best || (square === best && (found < 0 || order[p] < order[found]))) {
        best = square;
        found = p;
      }
    }
  }
  return found;
}
