import { type Hooks, stopIfAsked } from '../hooks.ts';
import { squaredSpanOfBoxes } from '../neighbours/box-distances.ts';
import type { KdTree } from '../neighbours/kd-tree.ts';
import { createReachSearch } from './reach-search.ts';
import { createSpanningTree, type SpanningTree } from './spanning-tree.ts';
import { createSets, findSet, joinSets } from './union-find.ts';

const POINTS_BETWEEN_LOOKS = 512;

/**
 * Minimum spanning tree of mutual reachability by Boruvka's algorithm (1926) on a kd-tree, after March, Ram and Gray 2010 and McInnes and
 * Healy 2017. Each round finds the best edge out of every component; a node whose points are all of the searching component, or too far
 * to give a better edge, is passed over. A point remembers its best edge, or how good one would have to be, for the rounds to come.
 * Cost about n log n where columns are few. Gives the edges of {@link spanPlain}.
 */
export function spanByTree(tree: KdTree, cores: Float64Array, hooks: Hooks = {}): SpanningTree {
  const { rows } = tree;
  const spanning = createSpanningTree(rows);
  const sets = createSets(rows);
  const components = new Int32Array(rows);
  const search = createReachSearch(tree, cores, components);
  const found = new Int32Array(rows).fill(-1);
  const reaches = new Float64Array(rows);
  const squares = new Float64Array(rows);
  const bestReach = new Float64Array(rows);
  const bestSquare = new Float64Array(rows);
  const bestPoint = new Int32Array(rows);
  let edges = 0;

  // Equal points have no better edge than the one between them, and one of them can look for all.
  const isSpare = new Uint8Array(rows);
  for (let node = 0; node < tree.nodes; node++) {
    if (tree.child[node] !== 0 || squaredSpanOfBoxes(tree, node, node) > 0) continue;
    let first = tree.begin[node];
    for (let p = first + 1; p < tree.end[node]; p++) {
      joinSets(sets, p - 1, p);
      spanning.from[edges] = p - 1;
      spanning.to[edges] = p;
      spanning.reach[edges++] = cores[p];
      const isLower = tree.order[p] < tree.order[first];
      isSpare[isLower ? first : p] = 1;
      if (isLower) first = p;
    }
  }
  while (edges < rows - 1) {
    for (let p = 0; p < rows; p++) components[p] = findSet(sets, p);
    search.settle();
    bestReach.fill(Infinity);
    bestSquare.fill(Infinity);
    bestPoint.fill(-1);
    const offer = (p: number): void => {
      const own = components[p];
      const isBetter =
        reaches[p] < bestReach[own] ||
        (reaches[p] === bestReach[own] &&
          (squares[p] < bestSquare[own] ||
            (squares[p] === bestSquare[own] && comesFirst(tree.order, p, found[p], bestPoint[own], found))));
      if (!isBetter) return;
      bestReach[own] = reaches[p];
      bestSquare[own] = squares[p];
      bestPoint[own] = p;
    };
    for (let p = 0; p < rows; p++) {
      if (found[p] >= 0 && components[found[p]] === components[p]) found[p] = -1;
      if (found[p] >= 0) offer(p);
    }
    for (let p = 0; p < rows; p++) {
      if (p % POINTS_BETWEEN_LOOKS === 0) {
        stopIfAsked(hooks);
        hooks.onProgress?.(Math.max(edges / rows, (edges + ((rows - edges) / 2) * (p / rows)) / rows));
      }
      if (found[p] >= 0 || isSpare[p] === 1) continue;
      const own = components[p];
      const limit = bestReach[own];
      if (cores[p] > limit || reaches[p] > limit) continue;
      found[p] = search.find(p, limit, bestSquare[own]);
      if (found[p] >= 0) {
        reaches[p] = search.reach();
        squares[p] = search.square();
        offer(p);
      } else if (limit > reaches[p]) reaches[p] = limit;
    }
    for (let own = 0; own < rows; own++) {
      const p = bestPoint[own];
      if (p < 0 || !joinSets(sets, p, found[p])) continue;
      spanning.from[edges] = p;
      spanning.to[edges] = found[p];
      spanning.reach[edges] = reaches[p];
      spanning.square[edges] = squares[p];
      edges++;
    }
  }
  return spanning;
}

/** Whether edge p-q comes before that of `other`, among equals: by the lower of the ends' rows, then the higher. */
function comesFirst(order: Int32Array, p: number, q: number, other: number, found: Int32Array): boolean {
  if (other < 0) return true;
  const a = order[p];
  const b = order[q];
  const c = order[other];
  const d = order[found[other]];
  const byLower = Math.min(a, b) - Math.min(c, d);
  return byLower < 0 || (byLower === 0 && Math.max(a, b) < Math.max(c, d));
}
