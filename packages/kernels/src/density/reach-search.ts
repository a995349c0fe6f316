import { squaredDistance } from '../kmeans/problem.ts';
import { squaredSpanOfBoxes } from '../neighbours/box-distances.ts';
import { type KdTree, squaredDistanceToBox } from '../neighbours/kd-tree.ts';

/** Finds points near in mutual reachability; what is near is told by `reach` and `square` until the next search. */
export interface ReachSearch {
  /** Looks at the components anew: to be called when they changed. */
  settle(): void;
  /** The nearest point outside the component of position p with (reach, square) not beyond the limits; -1 where there is none. */
  find(p: number, reachLimit: number, squareLimit: number): number;
  /** The nearest point to a new point at index `at` with squared core distance `core`, whatever its component. */
  findFor(point: Float64Array, at: number, core: number): number;
  reach(): number;
  square(): number;
}

const STACK = 256;
const stackNodes = new Int32Array(STACK);
const stackReaches = new Float64Array(STACK);
const stackSquares = new Float64Array(STACK);

/**
 * Nearest by mutual reachability, then by distance, then the lowest row. Exact. `cores` are squared core distances by position,
 * `components` the component of each position, the same for
 * all points of a leaf that are equal.
 */
export function createReachSearch(tree: KdTree, cores: Float64Array, components: Int32Array): ReachSearch {
  const { nodes, columns, points, order, begin, end, child } = tree;
  const leastCore = new Float64Array(nodes).fill(Infinity);
  for (let node = nodes - 1; node >= 0; node--) {
    const left = child[node];
    if (left !== 0) leastCore[node] = Math.min(leastCore[left], leastCore[left + 1]);
    else for (let p = begin[node]; p < end[node]; p++) leastCore[node] = Math.min(leastCore[node], cores[p]);
  }
  /** The lowest row's position where all points of a leaf are equal: they are of one component, and one look is enough. */
  const standIn = new Int32Array(nodes).fill(-1);
  for (let node = 0; node < nodes; node++) {
    if (child[node] !== 0 || squaredSpanOfBoxes(tree, node, node) > 0) continue;
    standIn[node] = begin[node];
    for (let p = begin[node]; p < end[node]; p++) if (order[p] < order[standIn[node]]) standIn[node] = p;
  }
  /** The component of all points of a node; -1 where there are several. */
  const only = new Int32Array(nodes).fill(-1);
  let bestReach = 0;
  let bestSquare = 0;

  const search = (point: Float64Array, at: number, core: number, own: number): number => {
    let found = -1;
    let top = 1;
    stackNodes[0] = 0;
    stackSquares[0] = squaredDistanceToBox(tree, 0, point, at);
    stackReaches[0] = Math.max(core, leastCore[0], stackSquares[0]);
    while (top > 0) {
      top--;
      const node = stackNodes[top];
      const reachToNode = stackReaches[top];
      if (reachToNode > bestReach || (reachToNode === bestReach && stackSquares[top] > bestSquare)) continue;
      const left = child[node];
      if (left !== 0) {
        const squareLeft = squaredDistanceToBox(tree, left, point, at);
        const squareRight = squaredDistanceToBox(tree, left + 1, point, at);
        const isLeftFirst = squareLeft <= squareRight;
        for (let turn = 0; turn < 2; turn++) {
          const isLeft = (turn === 1) === isLeftFirst;
          const next = isLeft ? left : left + 1;
          if (own >= 0 && only[next] === own) continue;
          const square = isLeft ? squareLeft : squareRight;
          const reach = Math.max(core, leastCore[next], square);
          if (reach > bestReach || (reach === bestReach && square > bestSquare)) continue;
          stackNodes[top] = next;
          stackSquares[top] = square;
          stackReaches[top++] = reach;
        }
        continue;
      }
      const from = standIn[node] < 0 ? begin[node] : standIn[node];
      const to = standIn[node] < 0 ? end[node] : from + 1;
      for (let q = from; q < to; q++) {
        if (own >= 0 && components[q] === own) continue;
        const square = squaredDistance(points, q * columns, point, at, columns);
        const reach = Math.max(core, cores[q], square);
        if (reach > bestReach) continue;
        if (reach === bestReach) {
          if (square > bestSquare) continue;
          if (square === bestSquare && found >= 0 && order[q] > order[found]) continue;
        }
        bestReach = reach;
        bestSquare = square;
        found = q;
      }
    }
    return found;
  };

  return {
    settle() {
      for (let node = nodes - 1; node >= 0; node--) {
        const left = child[node];
        if (left !== 0) only[node] = only[left] === only[left + 1] ? only[left] : -1;
        else {
          only[node] = components[begin[node]];
          for (let p = begin[node] + 1; p < end[node]; p++) if (components[p] !== only[node]) only[node] = -1;
        }
      }
    },
    find(p, reachLimit, squareLimit) {
      bestReach = reachLimit;
      bestSquare = squareLimit;
      return search(points, p * columns, cores[p], components[p]);
    },
    findFor(point, at, core) {
      bestReach = Infinity;
      bestSquare = Infinity;
      return search(point, at, core, -1);
    },
    reach: () => bestReach,
    square: () => bestSquare,
  };
}
