import { type Hooks, stopIfAsked } from '../hooks.ts';
import { type ClusterSums, fillEmptyClusters, moveCenters, moveRow, sumClusters } from './cluster-sums.ts';
import { type NearestTwo, nearestTwoFor } from './nearest-two.ts';
import { type Base, type Fixed, type Problem, squaredDistance } from './problem.ts';

/** How much of the work the bounds saved; filled in where a caller asks. */
export interface BoundCounts {
  /** Times a point was compared with every centre. */
  scans: number;
}

/**
 * Lloyd's iteration with one upper and one lower bound a point.
 *
 * Source: Hamerly, "Making k-means even faster", SDM 2010. The bounds are kept lazily: what each centre has moved is summed
 * once a pass, and a point stores only the gap between its bounds as of its last comparison, so a point at rest costs one read
 * and writes nothing. Cost at most n x k x d a pass, near n once the centres settle; memory 20 bytes a point. The result equals
 * {@link lloydPlain} to the last bit. With a base, the problem is the part of a larger one that may change: it then ends early, not
 * converged, where the centres leave the reach of the base or a cluster is empty.
 */
export function lloydBounded(
  problem: Problem,
  initial: Float64Array,
  clusters: number,
  maxIterations: number,
  hooks: Hooks = {},
  counts: BoundCounts = { scans: 0 },
  base: Base | null = null,
): Fixed {
  const { points, rows, columns } = problem;
  const centers = initial.slice();
  const state: Bounds = {
    labels: new Int32Array(rows),
    gap: new Float64Array(rows),
    lower: new Float64Array(rows),
    approach: new Float64Array(clusters),
    drift: new Float64Array(clusters),
    rounding: base === null ? roundingOf(points) : base.rounding,
    two: new Float64Array(2),
    nearest: nearestTwoFor(columns),
    counts,
  };
  const { labels, gap, lower, approach, drift } = state;
  scanAll(problem, centers, state);
  const cluster = sumClusters(problem, labels, clusters, base);
  const hasEmpty = (): boolean => cluster.mass.some((mass) => !(mass > 0));
  if (base !== null && hasEmpty()) return { labels, centers, iterations: 0, converged: false };
  if (base === null && fillEmptyClusters(problem, cluster, labels, centers)) forget(gap, lower);
  const moved = new Float64Array(clusters);
  let iterations = 0;
  while (iterations < maxIterations) {
    iterations++;
    stopIfAsked(hooks);
    moveCenters(cluster, centers, columns, moved);
    if (base !== null && isOut(centers, initial, columns, base)) break;
    addDrift(moved, approach, drift);
    const changes = reassign(problem, cluster, centers, state);
    if (base !== null && hasEmpty()) break;
    if (base === null && fillEmptyClusters(problem, cluster, labels, centers)) forget(gap, lower);
    else if (changes === 0) return { labels, centers, iterations, converged: true };
  }
  return { labels, centers, iterations, converged: false };
}

/** What is known of each point between passes. The passes are functions of their own: engines compile them early and once. */
interface Bounds {
  labels: Int32Array;
  gap: Float64Array;
  lower: Float64Array;
  /** By cluster, summed over the passes: the most that another centre, and that plus the own, have moved. */
  approach: Float64Array;
  drift: Float64Array;
  rounding: number;
  two: Float64Array;
  nearest: NearestTwo;
  counts: BoundCounts;
}

/** Compares every point with every centre. */
function scanAll({ points, rows, columns }: Problem, centers: Float64Array, state: Bounds): void {
  const { labels, gap, lower, two, nearest, counts } = state;
  const clusters = centers.length / columns;
  for (let i = 0; i < rows; i++) {
    labels[i] = nearest(points, i * columns, centers, clusters, columns, two);
    lower[i] = Math.sqrt(two[1]);
    gap[i] = lower[i] - Math.sqrt(two[0]);
  }
  counts.scans += rows;
}

/** One pass: compares those points with every centre whose bounds do not spare it, and answers how many changed cluster. */
function reassign(problem: Problem, cluster: ClusterSums, centers: Float64Array, state: Bounds): number {
  const { points, rows, columns } = problem;
  const { labels, gap, lower, approach, drift, rounding, two, nearest, counts } = state;
  const clusters = centers.length / columns;
  let changes = 0;
  for (let i = 0; i < rows; i++) {
    const own = labels[i];
    const limit = drift[own] + rounding;
    if (gap[i] > limit) continue;
    const at = i * columns;
    const upper = Math.sqrt(squaredDistance(points, at, centers, own * columns, columns));
    gap[i] = lower[i] - approach[own] - upper + drift[own];
    if (gap[i] > limit) continue;
    const best = nearest(points, at, centers, clusters, columns, two);
    counts.scans++;
    const second = Math.sqrt(two[1]);
    lower[i] = second + approach[best];
    gap[i] = second - Math.sqrt(two[0]) + drift[best];
    if (best === own) continue;
    moveRow(problem, cluster, i, own, best);
    labels[i] = best;
    changes++;
  }
  return changes;
}

/** After a centre has jumped no bound holds. */
function forget(gap: Float64Array, lower: Float64Array): void {
  gap.fill(-Infinity);
  lower.fill(-Infinity);
}

/** Whether two centres have gone farther together than the base allows. */
export function isOut(centers: Float64Array, from: Float64Array, columns: number, base: Base): boolean {
  let most = 0;
  let second = 0;
  for (let p = 0; p < centers.length; p += columns) {
    const way = Math.sqrt(squaredDistance(centers, p, from, p, columns));
    if (way > most) {
      second = most;
      most = way;
    } else if (way > second) second = way;
  }
  return !(most + second + base.rounding < base.reach);
}

function addDrift(moved: Float64Array, approach: Float64Array, drift: Float64Array): void {
  let fastest = 0;
  for (let c = 1; c < moved.length; c++) if (moved[c] > moved[fastest]) fastest = c;
  let runnerUp = 0;
  for (let c = 0; c < moved.length; c++) if (c !== fastest && moved[c] > runnerUp) runnerUp = moved[c];
  for (let c = 0; c < moved.length; c++) {
    const others = c === fastest ? runnerUp : moved[fastest];
    approach[c] += others;
    drift[c] += others + moved[c];
  }
}

const roundings = new WeakMap<Float64Array, number>();

/** Well above what rounding can add to a bound, so that every near tie is compared in full. Found once for all fits to the same points. */
export function roundingOf(points: Float64Array): number {
  const known = roundings.get(points);
  if (known !== undefined) return known;
  let largest = 0;
  for (let i = 0; i < points.length; i++) largest = Math.max(largest, Math.abs(points[i]));
  const rounding = largest * 1e-11;
  roundings.set(points, rounding);
  return rounding;
}
