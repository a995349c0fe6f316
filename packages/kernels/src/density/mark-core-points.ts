import { type Hooks, stopIfAsked } from '../hooks.ts';
import { squaredDistance } from '../kmeans/problem.ts';
import { listLeaves, squaredDistanceBetweenBoxes, squaredSpanOfBoxes } from '../neighbours/box-distances.ts';
import { type KdTree, squaredDistanceToBox } from '../neighbours/kd-tree.ts';

/** Positions `from` to `to` of a tree: the leaves that begin there are looked at. */
export interface CorePointsInput {
  tree: KdTree;
  from: number;
  to: number;
  /** Squared. */
  limit: number;
  minSamples: number;
}

/** Whether the points from position `from` on are core points. */
export interface CorePoints {
  from: number;
  isCore: Uint8Array;
}

const LEAVES_BETWEEN_LOOKS = 64;

/**
 * Marks the points, by position in the tree, with at least `minSamples` points, itself among them, at a squared distance of at most
 * `limit`. The tree is walked once a leaf: a node that lies whole within reach of the whole leaf counts without a look at its points, so
 * that a dense leaf is done at once (the dense cells of Gunawan 2013, and Gan and Tao 2015); only nodes that the reach cuts are looked
 * into, and only until enough are found. Cost about n x minSamples where columns are few, up to n² x d where they are many.
 */
export function markCorePoints({ tree, from, to, limit, minSamples }: CorePointsInput, hooks: Hooks = {}): CorePoints {
  const { begin, end } = tree;
  const leaves = listLeaves(tree, from, to);
  const near = new Int32Array((tree.nodes + 1) >> 1);
  // A leaf that begins before `from` is another task's, one that ends after `to` is this one's.
  const first = leaves.length === 0 ? from : begin[leaves[0]];
  const last = leaves.length === 0 ? from : end[leaves[leaves.length - 1]];
  const isCore = new Uint8Array(last - first);
  for (let l = 0; l < leaves.length; l++) {
    if (l % LEAVES_BETWEEN_LOOKS === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(l / leaves.length);
    }
    const leaf = leaves[l];
    const { sure, cut } = lookAround(tree, leaf, limit, minSamples, near);
    if (sure >= minSamples) {
      isCore.fill(1, begin[leaf] - first, end[leaf] - first);
      continue;
    }
    for (let p = begin[leaf]; p < end[leaf]; p++) {
      if (hasEnough(tree, p, near, cut, limit, minSamples - sure)) isCore[p - first] = 1;
    }
  }
  return { from: first, isCore };
}

/** Whether `enough` points of the first `cut` leaves of `near` are in reach of the one at position `p`. */
function hasEnough(tree: KdTree, p: number, near: Int32Array, cut: number, limit: number, enough: number): boolean {
  const { columns, points, begin, end } = tree;
  let count = 0;
  for (let c = 0; c < cut && count < enough; c++) {
    const other = near[c];
    if (squaredDistanceToBox(tree, other, points, p * columns) > limit) continue;
    for (let q = begin[other]; q < end[other]; q++) {
      if (squaredDistance(points, p * columns, points, q * columns, columns) <= limit) count++;
    }
  }
  return count >= enough;
}

const stack = new Int32Array(256);

/** Counts the points surely in reach of all of a leaf's, and writes the leaves that have to be looked into, its own surroundings first. */
function lookAround(
  tree: KdTree,
  leaf: number,
  limit: number,
  enough: number,
  near: Int32Array,
): { sure: number; cut: number } {
  const { begin, end, child } = tree;
  let sure = 0;
  let cut = 0;
  let top = 1;
  stack[0] = 0;
  while (top > 0 && sure < enough) {
    const node = stack[--top];
    if (squaredDistanceBetweenBoxes(tree, leaf, node) > limit) continue;
    if (squaredSpanOfBoxes(tree, leaf, node) <= limit) sure += end[node] - begin[node];
    else if (child[node] === 0) near[cut++] = node;
    else {
      const left = child[node];
      const isLeftFirst = begin[leaf] < begin[left + 1];
      stack[top++] = isLeftFirst ? left + 1 : left;
      stack[top++] = isLeftFirst ? left : left + 1;
    }
  }
  return { sure, cut };
}
