import { type Hooks, stopIfAsked } from '../hooks.ts';
import { simd } from '../simd/simd.ts';
import { scanCompiled } from './compiled.ts';
import { nearestTwoFor } from './nearest-two.ts';
import type { Problem } from './problem.ts';

/** Rows from..to to compare with all centres. */
export interface ScanInput {
  problem: Problem;
  from: number;
  to: number;
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  /** Rows whose second centre is not farther than the first by more than reach + slack x first are left open; negative: none is. */
  reach: number;
  slack: number;
  /** Where the labels go, one a row of the whole problem; null where they are not wanted. */
  labels: Int32Array | null;
}

/** Weight and sums of the rows of each cluster that are not open, and the open rows. */
export interface Scan {
  mass: Float64Array;
  sums: Float64Array;
  /** Weighted sum of squared distances of all rows to their nearest centres. */
  cost: number;
  /** Rows of each cluster, counted where labels are wanted. */
  sizes: Int32Array;
  /** Row numbers in the whole problem. */
  open: Int32Array;
}

/** Rows between two looks at the hooks, by the steps of one. */
const STEPS_A_PIECE = 4e6;

/**
 * One pass of k-means over some rows: nearest centres, sums by cluster, and which rows could change cluster once centres move a little.
 * Cost n x k x d.
 */
export function scanRows(input: ScanInput, hooks: Hooks = {}): Scan {
  const { problem, from, to, centers, reach, slack, labels } = input;
  const { points, columns, weights } = problem;
  const clusters = centers.length / columns;
  const mass = new Float64Array(clusters);
  const sums = new Float64Array(centers.length);
  const sizes = new Int32Array(clusters);
  const opens: Int32Array[] = [];
  let cost = 0;
  const loops = simd();
  const piece = Math.max(64, Math.floor(STEPS_A_PIECE / centers.length));
  for (let at = from; at < to; at += piece) {
    stopIfAsked(hooks);
    hooks.onProgress?.((at - from) / (to - from));
    const end = Math.min(to, at + piece);
    const part: Problem = {
      points: points.subarray(at * columns, end * columns),
      rows: end - at,
      columns,
      weights: weights === null ? null : weights.subarray(at, end),
    };
    const scan =
      loops === null ? scanPlainly(part, centers, reach, slack) : scanCompiled(loops, part, centers, reach, slack);
    if (labels !== null) {
      labels.set(scan.labels, at);
      for (let i = at; i < end; i++) sizes[labels[i]]++;
    }
    for (let c = 0; c < clusters; c++) mass[c] += scan.mass[c];
    for (let p = 0; p < sums.length; p++) sums[p] += scan.sums[p];
    cost += scan.cost;
    opens.push(scan.open.map((row) => row + at));
  }
  return { mass, sums, cost, sizes, open: joinRows(opens) };
}

/** A copy of some rows. */
export function takeRows({ points, columns, weights }: Problem, rows: Int32Array): Problem {
  const taken = new Float64Array(rows.length * columns);
  for (let r = 0, p = 0; r < rows.length; r++) {
    for (let j = 0, at = rows[r] * columns; j < columns; j++, p++, at++) taken[p] = points[at];
  }
  return {
    points: taken,
    rows: rows.length,
    columns,
    weights: weights === null ? null : Float64Array.from(rows, (row) => weights[row]),
  };
}

/** Row numbers one list after the other. */
export function joinRows(parts: Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function scanPlainly(
  { points, rows, columns, weights }: Problem,
  centers: Float64Array,
  reach: number,
  slack: number,
): Omit<Scan, 'sizes'> & { labels: Int32Array } {
  const clusters = centers.length / columns;
  const labels = new Int32Array(rows);
  const mass = new Float64Array(clusters);
  const sums = new Float64Array(centers.length);
  const open = new Int32Array(rows);
  const two = new Float64Array(2);
  const nearest = nearestTwoFor(columns);
  let opened = 0;
  let cost = 0;
  for (let i = 0, p = 0; i < rows; i++, p += columns) {
    const own = nearest(points, p, centers, clusters, columns, two);
    const w = weights === null ? 1 : weights[i];
    labels[i] = own;
    cost += w * two[0];
    if (reach >= 0) {
      const first = Math.sqrt(two[0]);
      if (!(Math.sqrt(two[1]) - first > reach + slack * first)) {
        open[opened++] = i;
        continue;
      }
    }
    mass[own] += w;
    for (let j = 0; j < columns; j++) sums[own * columns + j] += w * points[p + j];
  }
  return { labels, mass, sums, cost, open: open.slice(0, opened) };
}
