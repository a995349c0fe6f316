import { type Hooks, stopIfAsked } from '../hooks.ts';
import { squaredDistance } from '../kmeans/problem.ts';
import { squaredDistanceBetweenBoxes, squaredSpanOfBoxes } from '../neighbours/box-distances.ts';
import { type KdTree, squaredDistanceToBox } from '../neighbours/kd-tree.ts';
import { createSets, findSet, joinSets } from './union-find.ts';

const NODES_BETWEEN_LOOKS = 64;

/**
 * Joins the marked points at a squared distance of at most `limit` of each other; the answer is one parent a position, for `findSet`.
 * Nodes are joined from the leaves up, each one's two children with each other. Of two nodes that are one set each, one near pair is
 * enough, and none is needed where it is the same set. Cost about n where columns are few, up to n² x d where they are many.
 */
export function joinCorePoints(tree: KdTree, isCore: Uint8Array, limit: number, hooks: Hooks): Int32Array {
  const { nodes, begin, end, child } = tree;
  const sets = createSets(tree.rows);
  const cores = countIn(tree, isCore);
  /** A position that stands for all marked points of a node, where they are known to be one set; else -1. */
  const oneOf = new Int32Array(nodes).fill(-1);

  const isSame = (a: number, b: number): boolean =>
    oneOf[a] >= 0 && oneOf[b] >= 0 && findSet(sets, oneOf[a]) === findSet(sets, oneOf[b]);
  const settle = (node: number): void => {
    const left = child[node];
    if (oneOf[node] >= 0 || cores[node] === 0) return;
    if (left === 0) oneOf[node] = oneOfLeaf(node);
    else if (cores[left] === 0) oneOf[node] = oneOf[left + 1];
    else if (cores[left + 1] === 0 || isSame(left, left + 1)) oneOf[node] = oneOf[left];
  };
  const oneOfLeaf = (leaf: number): number => {
    let first = -1;
    for (let p = begin[leaf]; p < end[leaf]; p++) {
      if (isCore[p] === 0) continue;
      if (first < 0) first = p;
      else if (findSet(sets, p) !== findSet(sets, first)) return -1;
    }
    return first;
  };
  const joinLeaf = (leaf: number): void => {
    if (squaredSpanOfBoxes(tree, leaf, leaf) > limit) {
      joinLeaves(tree, sets, isCore, limit, leaf, leaf, false);
      return;
    }
    const first = isCore.indexOf(1, begin[leaf]);
    for (let p = first + 1; p < end[leaf]; p++) if (isCore[p] === 1) joinSets(sets, first, p);
  };
  let looked = 0;
  const joinNodes = (a: number, b: number): void => {
    if (cores[a] === 0 || cores[b] === 0 || isSame(a, b) || squaredDistanceBetweenBoxes(tree, a, b) > limit) return;
    if (++looked % NODES_BETWEEN_LOOKS === 0) stopIfAsked(hooks);
    const isOneEach = oneOf[a] >= 0 && oneOf[b] >= 0;
    if (isOneEach && squaredSpanOfBoxes(tree, a, b) <= limit) {
      joinSets(sets, oneOf[a], oneOf[b]);
    } else if (child[a] === 0 && child[b] === 0) {
      joinLeaves(tree, sets, isCore, limit, a, b, isOneEach);
      settle(a);
      settle(b);
    } else {
      const isFirstSplit = child[b] === 0 || (child[a] !== 0 && cores[a] >= cores[b]);
      const split = isFirstSplit ? a : b;
      const other = isFirstSplit ? b : a;
      const left = child[split];
      const isLeftNearer =
        squaredDistanceBetweenBoxes(tree, left, other) <= squaredDistanceBetweenBoxes(tree, left + 1, other);
      joinNodes(isLeftNearer ? left : left + 1, other);
      joinNodes(isLeftNearer ? left + 1 : left, other);
      settle(split);
    }
  };

  for (let node = nodes - 1; node >= 0; node--) {
    if (node % NODES_BETWEEN_LOOKS === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(1 - node / nodes);
    }
    if (cores[node] === 0) continue;
    if (child[node] === 0) joinLeaf(node);
    else joinNodes(child[node], child[node] + 1);
    settle(node);
  }
  return sets;
}

/** Joins what is near enough between two leaves, or within one; `isOneEach` where one join makes one set of both. */
function joinLeaves(
  tree: KdTree,
  sets: Int32Array,
  isCore: Uint8Array,
  limit: number,
  a: number,
  b: number,
  isOneEach: boolean,
): void {
  const { columns, points, begin, end } = tree;
  for (let p = begin[a]; p < end[a]; p++) {
    if (isCore[p] === 0 || squaredDistanceToBox(tree, b, points, p * columns) > limit) continue;
    for (let q = a === b ? p + 1 : begin[b]; q < end[b]; q++) {
      if (isCore[q] === 0 || squaredDistance(points, p * columns, points, q * columns, columns) > limit) continue;
      joinSets(sets, p, q);
      if (isOneEach) return;
    }
  }
}

/** Marked points in each node. */
function countIn({ nodes, begin, end, child }: KdTree, isCore: Uint8Array): Int32Array {
  const counts = new Int32Array(nodes);
  for (let node = nodes - 1; node >= 0; node--) {
    if (child[node] !== 0) counts[node] = counts[child[node]] + counts[child[node] + 1];
    else for (let p = begin[node]; p < end[node]; p++) counts[node] += isCore[p];
  }
  return counts;
}
