import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { Random } from '../random/create-random.ts';

/** Rows in groups of near ones: a group's rows lie side by side in `order`. */
export interface ProjectionLeaves {
  order: Int32Array;
  /** Where each group begins in `order`, and the end of the last. */
  begins: number[];
}

/**
 * Parts the points at random hyperplanes, each halfway between two points drawn from its node, until no group has more than `leafSize`.
 * Source: Dasgupta and Freund 2008, with the planes of Bernhardsson's Annoy. Cost about n log n x d.
 */
export function growProjectionTree(
  points: Float64Array,
  { rows, columns, leafSize, random }: { rows: number; columns: number; leafSize: number; random: Random },
  hooks: Hooks = {},
): ProjectionLeaves {
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const begins: number[] = [];
  const stack = [0, rows];
  const normal = new Float64Array(columns);
  while (stack.length > 0) {
    const to = stack.pop() ?? 0;
    const from = stack.pop() ?? 0;
    stopIfAsked(hooks);
    if (to - from <= leafSize) {
      begins.push(from);
      continue;
    }
    const a = order[from + random.integer(to - from)] * columns;
    const b = order[from + random.integer(to - from)] * columns;
    let offset = 0;
    for (let j = 0; j < columns; j++) {
      normal[j] = points[a + j] - points[b + j];
      offset += (normal[j] * (points[a + j] + points[b + j])) / 2;
    }
    const middle = partInPlace(points, order, from, to, normal, offset);
    // A plane that parts nothing, as between equal points, gives way to halves.
    const cut = middle === from || middle === to ? (from + to) >> 1 : middle;
    stack.push(cut, to, from, cut);
  }
  begins.push(rows);
  return { order, begins };
}

function partInPlace(
  points: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
  normal: Float64Array,
  offset: number,
): number {
  let left = from;
  let right = to;
  while (left < right) {
    const row = order[left];
    let side = -offset;
    for (let j = 0, at = row * normal.length; j < normal.length; j++) side += normal[j] * points[at + j];
    if (side > 0) left++;
    else {
      right--;
      order[left] = order[right];
      order[right] = row;
    }
  }
  return left;
}
