import type { KdTree } from './kd-tree.ts';

/** Squared distance between the boxes of two nodes; 0 where they meet. No two points of theirs are nearer, to the last bit. */
export function squaredDistanceBetweenBoxes({ columns, low, high }: KdTree, a: number, b: number): number {
  let sum = 0;
  for (let j = 0, p = a * columns, q = b * columns; j < columns; j++, p++, q++) {
    const apart = low[q] > high[p] ? low[q] - high[p] : low[p] > high[q] ? low[p] - high[q] : 0;
    sum += apart * apart;
  }
  return sum;
}

/** Squared distance between the farthest corners of two nodes' boxes. No two points of theirs are farther, to the last bit. */
export function squaredSpanOfBoxes({ columns, low, high }: KdTree, a: number, b: number): number {
  let sum = 0;
  for (let j = 0, p = a * columns, q = b * columns; j < columns; j++, p++, q++) {
    const span = Math.max(high[p] - low[q], high[q] - low[p]);
    sum += span * span;
  }
  return sum;
}

/** The leaves of a tree by position. */
export function listLeaves({ nodes, begin, child }: KdTree): Int32Array {
  const leaves = Int32Array.from({ length: nodes }, (_, node) => node).filter((node) => child[node] === 0);
  return leaves.sort((a, b) => begin[a] - begin[b]);
}
