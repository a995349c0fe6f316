import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { KdTree } from './kd-tree.ts';
import { createNearest, findNearest } from './nearest-neighbours.ts';

/** A run of positions of a tree, and how many neighbours each is to get. */
export interface NearestRowsInput {
  tree: KdTree;
  from: number;
  to: number;
  neighbours: number;
}

/** Neighbours of some rows, one after the other: caller's rows and distances, nearest first. */
export interface NearestRows {
  indices: Int32Array;
  distances: Float64Array;
}

/** Rows between two looks at whether to stop. */
const ROWS_BETWEEN_LOOKS = 64;

/**
 * Exact neighbours, themselves left out, of the points at positions `from` to `to` of the tree. Points that are equal side by side are
 * looked up once. Cost as {@link findNearest} a row.
 */
export function nearestRows({ tree, from, to, neighbours }: NearestRowsInput, hooks: Hooks = {}): NearestRows {
  const { columns, points, order } = tree;
  const indices = new Int32Array((to - from) * neighbours);
  const distances = new Float64Array((to - from) * neighbours);
  const nearest = createNearest(neighbours + 1);
  const { positions, squares } = nearest;
  for (let p = from, at = 0; p < to; p++) {
    if ((p - from) % ROWS_BETWEEN_LOOKS === 0) stopIfAsked(hooks);
    if (p === from || !isSame(points, p, p - 1, columns)) findNearest(tree, points, p * columns, nearest);
    // Among more equal points than fit the point itself may be missing: then the last one gives way.
    for (let s = 0, left = neighbours; left > 0; s++) {
      if (positions[s] === p) continue;
      indices[at] = order[positions[s]];
      distances[at++] = Math.sqrt(squares[s]);
      left--;
    }
  }
  return { indices, distances };
}

function isSame(points: Float64Array, p: number, q: number, columns: number): boolean {
  for (let j = 0; j < columns; j++) if (points[p * columns + j] !== points[q * columns + j]) return false;
  return true;
}
