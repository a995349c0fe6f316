import { type Hooks, stopIfAsked } from '../hooks.ts';
import { nearestTwoFor } from './nearest-two.ts';
import type { Problem } from './problem.ts';
import { type SettleOptions, settle } from './settle.ts';

/** A solution. */
export interface Solution {
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  inertia: number;
}

/** How many of the cheapest removals and of the best splits are paired. */
const CANDIDATES = 4;

/** What has to be gained, relative to what is there. */
const LEAST_GAIN = 1e-9;

/**
 * Takes a centre away where it is missed least and splits a cluster where that gains most, then settles; again and again until `failures`
 * swaps have brought nothing in a row. This leaves the optima in which two groups share a centre while a third has two.
 * Source: Fränti and Kivijärvi 2000 (swaps); Ismkhan, "I-k-means-+", 2018 (which ones to try). Cost a swap: n x k x d and a settling.
 */
export function swapCenters(
  problem: Problem,
  solution: Solution,
  failures: number,
  settling: SettleOptions,
  hooks: Hooks,
): Solution {
  const { columns } = problem;
  let best = solution;
  let failed = 0;
  while (failed < failures && best.centers.length > 2 * columns && best.inertia > 0) {
    const before = best;
    for (const { from, to, at } of swapsFor(problem, best.centers)) {
      stopIfAsked(hooks);
      const centers = best.centers.slice();
      centers.set(at.subarray(0, columns), to * columns);
      centers.set(at.subarray(columns), from * columns);
      const { inertia, centers: settled } = settle(problem, centers, settling, hooks);
      if (inertia < best.inertia * (1 - LEAST_GAIN)) {
        best = { centers: settled, inertia };
        failed = 0;
        break;
      }
      failed++;
      if (failed === failures) break;
    }
    if (best === before) break;
  }
  return best;
}

/** Moving centre `from` to cluster `to`, whose two halves then have their means at `at`. */
interface Swap {
  from: number;
  to: number;
  at: Float64Array;
  gain: number;
}

function swapsFor(problem: Problem, centers: Float64Array): Swap[] {
  const { points, rows, columns, weights } = problem;
  const clusters = centers.length / columns;
  const labels = new Int32Array(rows);
  const costs = new Float64Array(clusters);
  const squares = new Float64Array(clusters * columns);
  const nearest = nearestTwoFor(columns);
  const two = new Float64Array(2);
  for (let i = 0, p = 0; i < rows; i++) {
    const own = nearest(points, p, centers, clusters, columns, two);
    const w = weights === null ? 1 : weights[i];
    labels[i] = own;
    costs[own] += w * (two[1] - two[0]);
    for (let j = 0; j < columns; j++, p++) {
      const difference = points[p] - centers[own * columns + j];
      squares[own * columns + j] += w * difference * difference;
    }
  }
  const halves = halve(problem, centers, labels, widestColumns(squares, columns));
  const all = Array.from(costs.keys());
  const cheapest = [...all].sort((a, b) => costs[a] - costs[b]).slice(0, CANDIDATES);
  const worthiest = [...all].sort((a, b) => halves.gains[b] - halves.gains[a]).slice(0, CANDIDATES);
  const swaps = worthiest.flatMap((to) =>
    cheapest
      .filter((from) => from !== to && halves.gains[to] > 0)
      .map((from) => ({ from, to, at: halves.meansOf(to), gain: halves.gains[to] - costs[from] })),
  );
  return swaps.sort((a, b) => b.gain - a.gain);
}

function widestColumns(squares: Float64Array, columns: number): Int32Array {
  const widest = new Int32Array(squares.length / columns);
  for (let c = 0; c < widest.length; c++) {
    for (let j = 1; j < columns; j++) {
      if (squares[c * columns + j] > squares[c * columns + widest[c]]) widest[c] = j;
    }
  }
  return widest;
}

/** Cuts each cluster at its centre across its widest column: what that gains, and the means of both halves. */
function halve(
  { points, rows, columns, weights }: Problem,
  centers: Float64Array,
  labels: Int32Array,
  widest: Int32Array,
): { gains: Float64Array; meansOf: (cluster: number) => Float64Array } {
  const clusters = widest.length;
  const mass = new Float64Array(2 * clusters);
  const sums = new Float64Array(2 * clusters * columns);
  for (let i = 0; i < rows; i++) {
    const own = labels[i];
    const at = i * columns;
    const half = 2 * own + (points[at + widest[own]] > centers[own * columns + widest[own]] ? 1 : 0);
    const w = weights === null ? 1 : weights[i];
    mass[half] += w;
    for (let j = 0; j < columns; j++) sums[half * columns + j] += w * points[at + j];
  }
  const meansOf = (cluster: number): Float64Array =>
    sums
      .subarray(2 * cluster * columns, 2 * (cluster + 1) * columns)
      .map((sum, j) => sum / mass[2 * cluster + (j < columns ? 0 : 1)]);
  const gains = new Float64Array(clusters);
  for (let c = 0; c < clusters; c++) {
    const a = mass[2 * c];
    const b = mass[2 * c + 1];
    if (!(a > 0 && b > 0)) continue;
    const means = meansOf(c);
    for (let j = 0; j < columns; j++) gains[c] += ((a * b) / (a + b)) * (means[j] - means[columns + j]) ** 2;
  }
  return { gains, meansOf };
}
