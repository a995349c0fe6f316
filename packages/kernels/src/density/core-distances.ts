import { type Hooks, stopIfAsked } from '../hooks.ts';
import { squaredDistance } from '../kmeans/problem.ts';
import { type KdTree, squaredDistanceToBox } from '../neighbours/kd-tree.ts';

/** Positions `from` to `to` of a tree, whose distances to their `count`-th nearest points are wanted. */
export interface CoreDistancesInput {
  tree: KdTree;
  from: number;
  to: number;
  count: number;
}

const POINTS_BETWEEN_LOOKS = 512;
const STACK = 256;
const stackNodes = new Int32Array(STACK);
const stackSquares = new Float64Array(STACK);

/**
 * Squared distance from each point to the `count`-th nearest of the tree, itself the first. Exact. A point's search begins with what its
 * neighbour's answer and the triangle inequality allow. Cost about count + log n a point where columns are few, up to n x d.
 */
export function coreDistances({ tree, from, to, count }: CoreDistancesInput, hooks: Hooks = {}): Float64Array {
  const { columns, points } = tree;
  const squares = new Float64Array(to - from);
  const room = new Float64Array(Math.max(64, 4 * count));
  let bound = Infinity;
  for (let p = from; p < to; p++) {
    if ((p - from) % POINTS_BETWEEN_LOOKS === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.((p - from) / (to - from));
    }
    if (p > from) {
      const step = Math.sqrt(squaredDistance(points, p * columns, points, (p - 1) * columns, columns));
      bound = (Math.sqrt(squares[p - 1 - from]) + step) ** 2 * (1 + 1e-9);
    }
    squares[p - from] = kthSquare(tree, points, p * columns, count, bound, room);
  }
  return squares;
}

/** Squared distance to the `count`-th nearest point of the tree, known to be at most `bound`; `room` holds more than `count` numbers. */
export function kthSquare(
  tree: KdTree,
  point: Float64Array,
  at: number,
  count: number,
  bound: number,
  room: Float64Array,
): number {
  const { columns, points, begin, end, child } = tree;
  let limit = bound;
  let held = 0;
  let top = 1;
  stackNodes[0] = 0;
  stackSquares[0] = squaredDistanceToBox(tree, 0, point, at);
  while (top > 0) {
    top--;
    let node = stackNodes[top];
    let toNode = stackSquares[top];
    while (toNode <= limit && child[node] !== 0) {
      const left = child[node];
      const toLeft = squaredDistanceToBox(tree, left, point, at);
      const toRight = squaredDistanceToBox(tree, left + 1, point, at);
      const isLeftNearer = toLeft <= toRight;
      const toFar = isLeftNearer ? toRight : toLeft;
      if (toFar <= limit) {
        stackNodes[top] = isLeftNearer ? left + 1 : left;
        stackSquares[top] = toFar;
        top++;
      }
      node = isLeftNearer ? left : left + 1;
      toNode = isLeftNearer ? toLeft : toRight;
    }
    if (toNode > limit) continue;
    for (let p = begin[node]; p < end[node]; p++) {
      const square = squaredDistance(points, p * columns, point, at, columns);
      if (square > limit) continue;
      room[held++] = square;
      if (held < room.length) continue;
      limit = select(room, held, count - 1);
      if (limit === 0) return 0;
      held = count;
    }
  }
  return select(room, held, count - 1);
}

/** The k-th smallest of the first `held`, brought to its place with none larger before it (Hoare's selection). */
function select(values: Float64Array, held: number, k: number): number {
  let left = 0;
  let right = held - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1];
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const value = values[i];
      values[i++] = values[j];
      values[j--] = value;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k];
}
