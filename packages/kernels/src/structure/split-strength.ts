import type { Hooks } from '../hooks.ts';
import type { FinishResult } from '../kmeans/finish-starts.ts';
import { type FewStarts, fitFewStarts } from '../kmeans/fit-few-starts.ts';
import { nearestTwoFor } from '../kmeans/nearest-two.ts';
import type { Problem } from '../kmeans/problem.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { copyRows } from './copy-rows.ts';

/** A halving to make and to measure: its numbers come from (seed, repeat) alone. */
export interface SplitStrengthInput {
  problem: Problem;
  counts: number[];
  repeat: number;
  effort: FewStarts;
}

/**
 * Parts the rows in two halves at random, fits each with each number of clusters, and gives for each the prediction strength, the mean of
 * both directions; NaN where a half has not so many distinct points. Cost two fits of half the rows for each number.
 */
export function splitStrength(
  { problem, counts, repeat, effort }: SplitStrengthInput,
  hooks: Hooks = {},
): Float64Array {
  const { rows } = problem;
  const random = createRandom(effort.seed, -12, repeat);
  const order = shuffled(rows, random);
  const one = halfOf(problem, order.subarray(0, rows >> 1));
  const other = halfOf(problem, order.subarray(rows >> 1));
  const own = { ...effort, seed: random.integer(2 ** 32) };
  const fits = fitFewStarts(one, counts, own, part(hooks, 0));
  const others = fitFewStarts(other, counts, own, part(hooks, 0.5));
  return Float64Array.from(counts, (clusters, c) => {
    if (fits[c].sizes.length < clusters || others[c].sizes.length < clusters) return Number.NaN;
    return (strengthOf(other, others[c], fits[c]) + strengthOf(one, fits[c], others[c])) / 2;
  });
}

/**
 * The worst cluster's share of pairs of its rows that the other half's centres put together too. A cluster of one row has no pair and
 * counts as well predicted. Cost n x k x d.
 */
export function strengthOf(
  { points, rows, columns }: Problem,
  tested: Pick<FinishResult, 'labels' | 'sizes'>,
  trained: Pick<FinishResult, 'centers'>,
): number {
  const clusters = tested.sizes.length;
  const nearest = nearestTwoFor(columns);
  const two = new Float64Array(2);
  const together = new Float64Array(clusters * clusters);
  for (let i = 0; i < rows; i++) {
    const predicted = nearest(points, i * columns, trained.centers, clusters, columns, two);
    together[tested.labels[i] * clusters + predicted]++;
  }
  let worst = 1;
  for (let c = 0; c < clusters; c++) {
    const size = tested.sizes[c];
    if (size < 2) continue;
    let pairs = 0;
    for (let p = 0; p < clusters; p++) pairs += together[c * clusters + p] * (together[c * clusters + p] - 1);
    worst = Math.min(worst, pairs / (size * (size - 1)));
  }
  return worst;
}

function halfOf({ points, columns }: Problem, rowOf: Int32Array): Problem {
  const taken = new Float64Array(rowOf.length * columns);
  copyRows(points, columns, rowOf, taken);
  return { points: taken, rows: rowOf.length, columns, weights: null };
}

function shuffled(rows: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  for (let i = rows - 1; i > 0; i--) {
    const other = random.integer(i + 1);
    const row = order[other];
    order[other] = order[i];
    order[i] = row;
  }
  return order;
}

function part({ shouldStop, onProgress }: Hooks, from: number): Hooks {
  return {
    ...(shouldStop ? { shouldStop } : {}),
    ...(onProgress ? { onProgress: (done: number) => onProgress(from + done / 2) } : {}),
  };
}
