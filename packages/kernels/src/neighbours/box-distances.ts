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

/** The leaves of a tree that begin at the positions `from` to `to`, by position. */
export function listLeaves({ rows, begin, end, child }: KdTree, from = 0, to = rows): number[] {
  const leaves: number[] = [];
  const stack = [0];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (end[node] <= from || begin[node] >= to) continue;
    if (child[node] !== 0) stack.push(child[node] + 1, child[node]);
    else if (begin[node] >= from) leaves.push(node);
  }
  return leaves;
}
