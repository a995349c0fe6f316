import { type Hooks, stopIfAsked } from '../hooks.ts';
import { allocateFloat64, allocateInt32 } from '../kmeans/problem.ts';

/**
 * A kd-tree in flat arrays, as it can be sent to a worker. Node 0 is the root; the children of a node are `child[node]` and the one after
 * it, both numbered above their parent; a leaf has child 0.
 */
export interface KdTree {
  rows: number;
  columns: number;
  /** The points in the order of the tree, row-major: a node's points lie side by side. */
  points: Float64Array;
  /** The caller's row of each position. */
  order: Int32Array;
  nodes: number;
  /** First position of each node. */
  begin: Int32Array;
  /** One past the last position of each node. */
  end: Int32Array;
  child: Int32Array;
  /** Smallest values in each node, nodes x columns: the box shrinks to the points. */
  low: Float64Array;
  /** Largest values in each node, nodes x columns. */
  high: Float64Array;
}

const POINTS_BETWEEN_LOOKS = 65_536;

/**
 * Builds a kd-tree: a node of more than `leafSize` points is parted at the median of its widest column, until all points of a node are
 * equal. Source: Bentley 1975; median by Hoare's selection. Cost n log n x d; memory one
 * copy of the points. Does not check its input.
 */
export function buildKdTree(
  points: Float64Array,
  {
    rows,
    columns,
    leafSize = 16,
    shared = false,
  }: { rows: number; columns: number; leafSize?: number; shared?: boolean },
  hooks: Hooks = {},
): KdTree {
  const levels = Math.max(1, Math.ceil(Math.log2(rows / leafSize)));
  let parted = 0;
  let looked = 0;
  const order = allocateInt32(rows, shared);
  for (let i = 0; i < rows; i++) order[i] = i;
  const most = Math.max(1, 2 * Math.ceil((2 * rows) / Math.max(1, leafSize)) + 1);
  const begin = new Int32Array(most);
  const end = new Int32Array(most);
  const child = new Int32Array(most);
  const low = new Float64Array(most * columns);
  const high = new Float64Array(most * columns);
  const keys = new Float64Array(rows);
  end[0] = rows;
  let nodes = 1;
  for (let node = 0; node < nodes; node++) {
    const from = begin[node];
    const to = end[node];
    parted += to - from;
    if (parted - looked >= POINTS_BETWEEN_LOOKS) {
      stopIfAsked(hooks);
      hooks.onProgress?.(Math.min(1, parted / rows / (levels + 1)));
      looked = parted;
    }
    const widest = boxOf(points, columns, order, from, to, low, high, node * columns);
    const width = high[node * columns + widest] - low[node * columns + widest];
    if (to - from <= leafSize || !(width > 0)) continue;
    for (let p = from; p < to; p++) keys[p] = points[order[p] * columns + widest];
    const middle = (from + to) >> 1;
    select(keys, order, from, to - 1, middle);
    child[node] = nodes;
    begin[nodes] = from;
    end[nodes] = middle;
    begin[nodes + 1] = middle;
    end[nodes + 1] = to;
    nodes += 2;
  }
  const sorted = allocateFloat64(rows * columns, shared);
  for (let p = 0; p < rows; p++) {
    for (let j = 0, from = order[p] * columns; j < columns; j++) sorted[p * columns + j] = points[from + j];
  }
  const keepInts = (from: Int32Array): Int32Array => {
    const to = allocateInt32(nodes, shared);
    to.set(from.subarray(0, nodes));
    return to;
  };
  const keepBoxes = (from: Float64Array): Float64Array => {
    const to = allocateFloat64(nodes * columns, shared);
    to.set(from.subarray(0, nodes * columns));
    return to;
  };
  return {
    rows,
    columns,
    points: sorted,
    order,
    nodes,
    begin: keepInts(begin),
    end: keepInts(end),
    child: keepInts(child),
    low: keepBoxes(low),
    high: keepBoxes(high),
  };
}

/** Squared distance from the point at index `at` of `point` to the box of `node`; 0 inside. */
export function squaredDistanceToBox(tree: KdTree, node: number, point: Float64Array, at: number): number {
  const { columns, low, high } = tree;
  let sum = 0;
  for (let j = 0, box = node * columns; j < columns; j++, box++) {
    const value = point[at + j];
    const outside = value < low[box] ? low[box] - value : value > high[box] ? value - high[box] : 0;
    sum += outside * outside;
  }
  return sum;
}

/** Writes the box of the rows `order[from..to)` at `at` and answers its widest column. */
function boxOf(
  points: Float64Array,
  columns: number,
  order: Int32Array,
  from: number,
  to: number,
  low: Float64Array,
  high: Float64Array,
  at: number,
): number {
  for (let j = 0; j < columns; j++) {
    low[at + j] = Infinity;
    high[at + j] = -Infinity;
  }
  for (let p = from; p < to; p++) {
    for (let j = 0, i = order[p] * columns; j < columns; j++, i++) {
      const value = points[i];
      if (value < low[at + j]) low[at + j] = value;
      if (value > high[at + j]) high[at + j] = value;
    }
  }
  let widest = 0;
  for (let j = 1; j < columns; j++) {
    if (high[at + j] - low[at + j] > high[at + widest] - low[at + widest]) widest = j;
  }
  return widest;
}

/** Brings the key that belongs at `k` there, none larger before and none smaller after, `order` with it (Hoare's selection). */
function select(keys: Float64Array, order: Int32Array, from: number, to: number, k: number): void {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = medianOfThree(keys[left], keys[(left + right) >> 1], keys[right]);
    let i = left;
    let j = right;
    while (i <= j) {
      while (keys[i] < pivot) i++;
      while (keys[j] > pivot) j--;
      if (i > j) break;
      const key = keys[i];
      keys[i] = keys[j];
      keys[j] = key;
      const row = order[i];
      order[i] = order[j];
      order[j] = row;
      i++;
      j--;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
