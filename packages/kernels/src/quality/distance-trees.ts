import type { Hooks } from '../hooks.ts';
import { allocateFloat64, allocateInt32, type Problem } from '../kmeans/problem.ts';
import { buildKdTree } from '../neighbours/kd-tree.ts';

/** One cluster's points in a tree whose nodes know how their points lie. */
export interface DistanceTree {
  columns: number;
  size: number;
  /** The caller's row of each position. */
  order: Int32Array;
  /** Columns apart: columns x size. */
  points: Float64Array;
  /** For each node in threes: first child (0 for a leaf), first position, one past the last. */
  links: Int32Array;
  /**
   * For each node: points, radius about the mean (0 where all points are equal), mean, half the trace of the scatter, half the scatter (upper triangle, off the diagonal
   * doubled). The scatter is the sum of the products of the differences from the mean.
   */
  records: Float64Array;
}

/** The rows of a cluster for {@link buildDistanceTree}. */
export interface DistanceTreeInput {
  problem: Problem;
  rows: Int32Array;
  shared: boolean;
}

/** Numbers in a node's record. */
export function recordSize(columns: number): number {
  return 3 + columns + (columns * (columns + 1)) / 2;
}

/** Points of a leaf at most. */
const LEAF = 32;

/** Builds the tree of one cluster. Cost n log n x d + n x d². */
export function buildDistanceTree({ problem, rows, shared }: DistanceTreeInput, hooks: Hooks = {}): DistanceTree {
  const { columns } = problem;
  const size = rows.length;
  const own = new Float64Array(size * columns);
  for (let i = 0, p = 0; i < size; i++) {
    for (let j = 0, from = rows[i] * columns; j < columns; j++) own[p++] = problem.points[from + j];
  }
  const tree = buildKdTree(own, { rows: size, columns, leafSize: LEAF }, hooks);
  const order = allocateInt32(size, shared);
  for (let p = 0; p < size; p++) order[p] = rows[tree.order[p]];
  const points = allocateFloat64(size * columns, shared);
  for (let p = 0; p < size; p++) for (let j = 0; j < columns; j++) points[j * size + p] = tree.points[p * columns + j];
  const links = allocateInt32(tree.nodes * 3, shared);
  const width = recordSize(columns);
  const records = allocateFloat64(tree.nodes * width, shared);
  // Children come after their parents.
  for (let node = tree.nodes - 1; node >= 0; node--) {
    links[node * 3] = tree.child[node];
    links[node * 3 + 1] = tree.begin[node];
    links[node * 3 + 2] = tree.end[node];
    const record = records.subarray(node * width, (node + 1) * width);
    const child = tree.child[node];
    const low = tree.low.subarray(node * columns, (node + 1) * columns);
    const high = tree.high.subarray(node * columns, (node + 1) * columns);
    if (low.every((value, j) => value === high[j])) {
      record[0] = tree.end[node] - tree.begin[node];
      record.set(low, 2);
    } else if (child === 0) summarisePoints(tree.points, columns, tree.begin[node], tree.end[node], record);
    else {
      addScatter(records.subarray(child * width), records.subarray((child + 1) * width), columns, record);
    }
    let squared = 0;
    for (let j = 0; j < columns; j++) {
      const mean = record[2 + j];
      squared += Math.max(high[j] - mean, mean - low[j]) ** 2;
    }
    record[1] = Math.sqrt(squared);
  }
  return { columns, size, order, points, links, records };
}

function summarisePoints(points: Float64Array, d: number, from: number, to: number, record: Float64Array): void {
  const count = to - from;
  record[0] = count;
  for (let p = from; p < to; p++) for (let j = 0; j < d; j++) record[2 + j] += points[p * d + j] / count;
  for (let p = from; p < to; p++) {
    for (let j = 0, at = 3 + d; j < d; j++) {
      const x = points[p * d + j] - record[2 + j];
      record[2 + d] += 0.5 * x * x;
      for (let k = j; k < d; k++, at++) record[at] += (k === j ? 0.5 : 1) * x * (points[p * d + k] - record[2 + k]);
    }
  }
}

/** The record of two nodes together (Chan, Golub and LeVeque 1983). */
function addScatter(a: Float64Array, b: Float64Array, d: number, record: Float64Array): void {
  const count = a[0] + b[0];
  record[0] = count;
  const factor = (a[0] * b[0]) / count;
  record[2 + d] = a[2 + d] + b[2 + d];
  for (let j = 0, at = 3 + d; j < d; j++) {
    record[2 + j] = a[2 + j] + ((b[2 + j] - a[2 + j]) * b[0]) / count;
    const x = a[2 + j] - b[2 + j];
    record[2 + d] += 0.5 * factor * x * x;
    for (let k = j; k < d; k++, at++) {
      record[at] = a[at] + b[at] + (k === j ? 0.5 : 1) * factor * x * (a[2 + k] - b[2 + k]);
    }
  }
}
