import { type Hooks, stopIfAsked } from '../hooks.ts';
import { type FewStarts, fitFewStarts } from '../kmeans/fit-few-starts.ts';
import type { Problem } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';
import { copyRows } from '../structure/copy-rows.ts';

/** Part of the rows that a resample draws. */
const SHARE = 0.15;
/** A resample has at least so many rows, where that is no more than half of them. */
const FEWEST = 60;

/** Starts of the fit to a resample: with 3 a group of 1 % is missed now and then, and looks unstable for it. */
export const RESAMPLE_STARTS = 8;

/** A resample to make and to fit: its numbers come from (seed, resample) alone. */
export interface ResampleInput {
  problem: Problem;
  /** Numbers of clusters to fit. */
  counts: number[];
  resample: number;
  effort: FewStarts;
}

/** Labels of the rows drawn, one array a number of clusters. */
export interface FittedResample {
  /** Ascending. */
  rowOf: Int32Array;
  labelings: Int32Array[];
}

/**
 * How many of `rows` a resample draws: 15 in 100, at least 60, never more than half. So few, because resamples that have most of their rows in
 * common find the same accidents: which halves of a round cloud are found depends on nothing else.
 */
export function resampleSize(rows: number): number {
  return Math.max(1, Math.round(Math.max(SHARE * rows, Math.min(FEWEST, rows / 2))));
}

/** Which resample of how many rows. */
export interface ResampleOptions {
  rows: number;
  /** Rows to draw; {@link resampleSize} unless given. */
  size?: number;
  seed: number;
  resample: number;
}

/** Different rows, each with the same chance, ascending (Knuth's algorithm S). Cost n. */
export function drawResample({ rows, size = resampleSize(rows), seed, resample }: ResampleOptions): Int32Array {
  if (!(size >= 0 && size <= rows)) throw new RangeError(`size must be from 0 to rows = ${rows}, got ${size}`);
  const random = createRandom(seed, -13, resample);
  const drawn = new Int32Array(size);
  for (let row = 0, taken = 0; taken < drawn.length; row++) {
    if (random.next() * (rows - row) < drawn.length - taken) drawn[taken++] = row;
  }
  return drawn;
}

/** The seed of a fit to a resample. */
export function resampleSeed(seed: number, resample: number): number {
  return createRandom(seed, -13, resample, 1).integer(2 ** 32);
}

/** Draws a resample and fits it by k-means with each number of clusters. Cost one fit for each. */
export function resampleKmeans(input: ResampleInput, hooks: Hooks = {}): FittedResample {
  const { problem, counts, resample, effort } = input;
  stopIfAsked(hooks);
  const rowOf = drawResample({ rows: problem.rows, seed: effort.seed, resample });
  const points = new Float64Array(rowOf.length * problem.columns);
  copyRows(problem.points, problem.columns, rowOf, points);
  const drawn = { points, rows: rowOf.length, columns: problem.columns, weights: null };
  const seed = resampleSeed(effort.seed, resample);
  const fits = fitFewStarts(drawn, counts, { ...effort, seed }, hooks);
  return { rowOf, labelings: fits.map(({ labels }) => labels) };
}
