import { lloydBounded } from '../kmeans/lloyd-bounded.ts';
import { nearestTwoFor } from '../kmeans/nearest-two.ts';
import { squaredDistance } from '../kmeans/problem.ts';
import { drawRow, seedCenters } from '../kmeans/seed-centers.ts';
import type { Random } from '../random/create-random.ts';

/** Centres on their way and how many rows each has drawn to it. */
export interface MiniBatchState {
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  counts: Float64Array;
  columns: number;
  /** Centres asked for; while too few rows differ there are fewer. */
  clusters: number;
}

/** Passes of Lloyd's iteration over the first rows. */
const FIRST_PASSES = 5;

/** Centres for the first rows: greedy k-means++ and a few passes. Fewer than asked where fewer rows differ. */
export function firstState(points: Float64Array, columns: number, clusters: number, random: Random): MiniBatchState {
  const problem = { points, rows: points.length / columns, columns, weights: null };
  const seeds = seedCenters(problem, clusters, random);
  const found = seeds.length / columns;
  return {
    centers: lloydBounded(problem, seeds, found, FIRST_PASSES).centers,
    counts: new Float64Array(found),
    columns,
    clusters,
  };
}

/** Adds the centres that are still missing, far rows of the batch each drawn in proportion to its squared distance. */
function growInPlace(state: MiniBatchState, batch: Float64Array, rows: number, random: Random): void {
  const { columns, clusters } = state;
  const nearest = nearestTwoFor(columns);
  const two = new Float64Array(2);
  const cumulative = new Float64Array(rows);
  while (state.counts.length < clusters) {
    let total = 0;
    for (let i = 0; i < rows; i++) {
      nearest(batch, i * columns, state.centers, state.counts.length, columns, two);
      cumulative[i] = total += two[0];
    }
    if (!(total > 0)) return;
    const row = drawRow(cumulative, total, random);
    state.centers = Float64Array.of(...state.centers, ...batch.subarray(row * columns, (row + 1) * columns));
    state.counts = Float64Array.of(...state.counts, 0);
  }
}

/**
 * One step: gives the batch's rows their nearest centres and moves each centre to the mean of all rows it has drawn so far.
 * Source: Sculley 2010, the rows of a batch together as in scikit-learn. Then, where the batch's inertia would fall, the centre that is
 * missed least moves onto a far row (the random swap of Fränti 2018, in place of a least share of rows). Answers the batch's inertia
 * before the step. Cost rows x k x d.
 */
export function stepInPlace(state: MiniBatchState, batch: Float64Array, rows: number, random: Random): number {
  if (state.counts.length < state.clusters) growInPlace(state, batch, rows, random);
  const { centers, counts, columns } = state;
  const k = counts.length;
  const nearest = nearestTwoFor(columns);
  const two = new Float64Array(2);
  const labels = new Int32Array(rows);
  const first = new Float64Array(rows);
  const second = new Float64Array(rows);
  const mass = new Float64Array(k);
  const sums = new Float64Array(k * columns);
  let inertia = 0;
  for (let i = 0, at = 0; i < rows; i++, at += columns) {
    const c = nearest(batch, at, centers, k, columns, two);
    labels[i] = c;
    first[i] = two[0];
    second[i] = two[1];
    inertia += two[0];
    mass[c]++;
    for (let j = 0, s = c * columns; j < columns; j++, s++) sums[s] += batch[at + j] - centers[s];
  }
  for (let c = 0; c < k; c++) {
    counts[c] += mass[c];
    if (mass[c] === 0) continue;
    for (let j = 0, s = c * columns; j < columns; j++, s++) centers[s] += sums[s] / counts[c];
  }
  swapInPlace(state, batch, { labels, first, second }, random);
  return inertia;
}

/** Far rows of which the best may take a centre. */
const CANDIDATES = 4;
/** What a batch promises may be luck. */
const SURELY = 1.2;

interface BatchDistances {
  labels: Int32Array;
  first: Float64Array;
  second: Float64Array;
}

/** Moves the centre that the batch would miss least onto the row, of a few drawn far out, that it would gain most from. */
function swapInPlace(state: MiniBatchState, batch: Float64Array, distances: BatchDistances, random: Random): void {
  const { centers, counts, columns } = state;
  const { labels, first, second } = distances;
  const rows = labels.length;
  const k = counts.length;
  if (k < 2) return;
  const missed = new Float64Array(k);
  const cumulative = new Float64Array(rows);
  let total = 0;
  for (let i = 0; i < rows; i++) {
    missed[labels[i]] += second[i] - first[i];
    cumulative[i] = total += first[i];
  }
  if (!(total > 0)) return;
  let least = 0;
  for (let c = 1; c < k; c++) if (missed[c] < missed[least]) least = c;

  let best = -1;
  let most = 0;
  let drawn = 0;
  for (let t = 0; t < CANDIDATES; t++) {
    const row = drawRow(cumulative, total, random);
    let gain = 0;
    let won = 0;
    for (let i = 0; i < rows; i++) {
      const distance = squaredDistance(batch, i * columns, batch, row * columns, columns);
      const before = labels[i] === least ? second[i] : first[i];
      if (distance >= before) continue;
      gain += before - distance;
      won++;
    }
    if (gain > most) {
      most = gain;
      best = row;
      drawn = won;
    }
  }
  if (best < 0 || most <= missed[least] * SURELY) return;
  centers.set(batch.subarray(best * columns, (best + 1) * columns), least * columns);
  counts[least] = drawn;
}
