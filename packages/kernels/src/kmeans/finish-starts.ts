import type { Hooks } from '../hooks.ts';
import { createRandom } from '../random/create-random.ts';
import { sumClusters, sumOfSquares } from './cluster-sums.ts';
import { allocateInt32, type Fixed, type Problem } from './problem.ts';
import { recombineStarts } from './recombine-starts.ts';
import { bestStart, type StartResult } from './run-start.ts';
import { settle } from './settle.ts';
import type { Solution } from './swap-centers.ts';

/** The starts of one k, and what they ran on. */
export interface BreedInput {
  problem: Problem;
  /** What the starts saw where that was not every row. */
  summary: Problem | null;
  starts: StartResult[];
  seed: number;
  maxIterations: number;
  /** Whether to look for a better optimum than the best start's. */
  search: boolean;
}

/** All that is needed to turn starts into a fit. */
export interface FinishInput extends BreedInput {
  /** Whether the labels have to be in shared memory. */
  shared: boolean;
}

/** A fit around the mean of the points: add it to the centres to get back where the points were. */
export interface FinishResult extends Fixed {
  inertia: number;
  /** Rows in each cluster. */
  sizes: Int32Array;
}

/** How long to breed: generations times rows times clusters (times columns where they are many), within limits. */
const BREEDING = { whole: 1.2e6, summary: 1e5, least: 10, most: 600, mostEach: 50, mostOfMany: 400 };

/** Above so many clusters the optima are many, and the longer it is worth breeding on a summary: by the square of their number over four. */
const MANY_CLUSTERS = 12;

/** Up to so many columns a generation costs the same. */
const WIDE = 4;

/** The part of the work that breeding is, about. */
const BRED = 0.6;

/** Iterations on a summary: what comes after is settled on all rows. */
export const SUMMARY_ITERATIONS = 30;

/** A solution of the summary this much worse than the best is not tried on all rows. */
const WORTH_TRYING = 1.01;
/** A trial goes on only if after so many iterations it is within this of the best. */
const PROBE_ITERATIONS = 12;
const HOPEFUL = 1.0005;

/** So few have one clear optimum, or as many as there are directions to cut. */
const FEW_CLUSTERS = 8;

/** How many of the best solutions of a summary are tried on all rows, and how often the best is shaken: few rows and many clusters need more. */
function effortFor(rows: number, clusters: number): { tried: number; shakes: number } {
  if (rows <= 10_000) return { tried: 4, shakes: Math.min(8, Math.floor(40_000 / rows)) };
  return { tried: clusters < FEW_CLUSTERS ? 1 : 2, shakes: Math.floor((3_000 * Math.min(clusters, 10)) / rows) };
}

/**
 * Turns the starts into the answer: breeds them ({@link recombineStarts}), takes the best to the fixed point of single moves on all
 * rows, and, where the breeding saw a summary only, shakes the centres a little to leave the shallow optima around it.
 * Clusters are numbered by their centres, first column first, so that the same partition has the same labels whatever the seed.
 */
export function finishStarts(input: FinishInput, hooks: Hooks = {}): FinishResult {
  const { problem, summary, starts, seed, maxIterations, search, shared } = input;
  const clusters = starts[0].centers.length / problem.columns;
  const { onProgress, shouldStop } = hooks;
  const quiet: Hooks = shouldStop ? { shouldStop } : {};
  const members = breedStarts(input, {
    ...hooks,
    ...(onProgress && { onProgress: (done) => onProgress(done * BRED) }),
  });

  const { tried, shakes } = summary === null || !search ? { tried: 1, shakes: 0 } : effortFor(problem.rows, clusters);
  let best = settle(problem, members[0].centers, { maxIterations }, quiet);
  const random = createRandom(seed, clusters, -2);
  for (let trial = 1; trial < tried + shakes && best.inertia > 0; trial++) {
    onProgress?.(BRED + ((1 - BRED) * trial) / (tried + shakes));
    const isShaken = trial >= tried;
    const from = isShaken ? shaken(best.centers, best.inertia, problem, trial, random.next) : members[trial]?.centers;
    if (from === undefined || (!isShaken && members[trial].inertia > members[0].inertia * WORTH_TRYING)) continue;
    const probe = settle(problem, from, { maxIterations: PROBE_ITERATIONS, moves: false }, quiet);
    if (probe.inertia > best.inertia * HOPEFUL) continue;
    const fixed = settle(problem, probe.centers, { maxIterations }, quiet);
    if (fixed.inertia < best.inertia) best = fixed;
  }
  return inOrder(problem, { ...best, iterations: bestStart(starts).iterations + best.iterations }, shared);
}

/** Centres to begin with, and nothing else. */
export interface FitFromInput {
  problem: Problem;
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  maxIterations: number;
  shared: boolean;
}

/** One run of Lloyd's iteration from given centres. */
export function fitFrom({ problem, centers, maxIterations, shared }: FitFromInput, hooks: Hooks = {}): FinishResult {
  return inOrder(problem, settle(problem, centers, { maxIterations, moves: false }, hooks), shared);
}

/** Breeds the starts of one k on what they saw; the best first. */
export function breedStarts(input: BreedInput, hooks: Hooks = {}): Solution[] {
  const { problem, summary, starts, seed, maxIterations, search } = input;
  const seen = summary ?? problem;
  const clusters = starts[0].centers.length / problem.columns;
  const cost = seen.rows * Math.min(clusters, 5) * Math.max(1, problem.columns / WIDE);
  const isMany = summary !== null && clusters > MANY_CLUSTERS;
  const budget = ((summary === null ? BREEDING.whole : BREEDING.summary) / cost) * (isMany ? (clusters / 4) ** 2 : 1);
  const most = isMany ? BREEDING.mostOfMany : Math.min(BREEDING.most, BREEDING.mostEach * clusters);
  const generations = search ? Math.min(most, Math.max(BREEDING.least, Math.round(budget))) : 0;
  const settling =
    summary === null ? { maxIterations } : { maxIterations: Math.min(maxIterations, SUMMARY_ITERATIONS), moves: false };
  return recombineStarts(seen, starts, { generations, seed, settling }, hooks);
}

/** Moves every centre by up to a twentieth to a third of the spread within clusters. */
function shaken(
  centers: Float64Array,
  inertia: number,
  problem: Problem,
  trial: number,
  next: () => number,
): Float64Array {
  const { rows, columns, weights } = problem;
  const mass = weights === null ? rows : weights.reduce((sum, w) => sum + w, 0);
  const step = Math.sqrt(inertia / mass / columns) * [0.05, 0.15, 0.3][trial % 3];
  return centers.map((value) => value + step * (2 * next() - 1) * Math.sqrt(3));
}

function inOrder(problem: Problem, fixed: Fixed, shared: boolean): FinishResult {
  const { columns, rows } = problem;
  const clusters = fixed.centers.length / columns;
  const { mass, sums } = sumClusters(problem, fixed.labels, clusters);
  const used = Array.from(mass.keys()).filter((c) => mass[c] > 0);
  const center = (c: number): Float64Array => sums.subarray(c * columns, (c + 1) * columns).map((sum) => sum / mass[c]);
  const ordered = used.map((c) => ({ c, at: center(c) })).sort((a, b) => compare(a.at, b.at) || a.c - b.c);
  const place = new Int32Array(clusters).fill(-1);
  const centers = new Float64Array(used.length * columns);
  ordered.forEach(({ c, at }, rank) => {
    place[c] = rank;
    centers.set(at, rank * columns);
  });
  const labels = allocateInt32(rows, shared);
  const sizes = new Int32Array(used.length);
  for (let i = 0; i < rows; i++) {
    labels[i] = place[fixed.labels[i]];
    sizes[labels[i]]++;
  }
  const { iterations, converged } = fixed;
  return { labels, centers, iterations, converged, sizes, inertia: sumOfSquares(problem, labels, centers) };
}

/** The centres in the order of their clusters' numbers. */
export function orderCenters(centers: Float64Array, columns: number): Float64Array {
  const each = Array.from({ length: centers.length / columns }, (_, c) =>
    centers.subarray(c * columns, (c + 1) * columns),
  );
  const ordered = new Float64Array(centers.length);
  each.sort(compare).forEach((center, c) => {
    ordered.set(center, c * columns);
  });
  return ordered;
}

function compare(a: Float64Array, b: Float64Array): number {
  for (let j = 0; j < a.length; j++) if (a[j] !== b[j]) return a[j] - b[j];
  return 0;
}
