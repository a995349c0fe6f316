import type { Hooks } from '../hooks.ts';
import { createRandom } from '../random/create-random.ts';
import type { Problem } from './problem.ts';
import { seedCenters } from './seed-centers.ts';
import { settle } from './settle.ts';

/** One start of k-means to run: its numbers come from (seed, clusters, start) alone, so it matters not who runs it or what else runs. */
export interface StartInput {
  problem: Problem;
  clusters: number;
  seed: number;
  start: number;
  maxIterations: number;
}

/** Where one start ended. */
export interface StartResult {
  centers: Float64Array;
  inertia: number;
  iterations: number;
}

/** Greedy k-means++ and Lloyd's iteration to its fixed point. */
export function runStart(input: StartInput, hooks: Hooks = {}): StartResult {
  const { problem, clusters, seed, start, maxIterations } = input;
  const seeds = seedCenters(problem, clusters, createRandom(seed, clusters, start));
  const { centers, inertia, iterations } = settle(problem, seeds, { maxIterations, moves: false }, hooks);
  return { centers, inertia, iterations };
}

/** The start with the lowest inertia; the earliest among equals. */
export function bestStart(starts: StartResult[]): StartResult {
  return starts.reduce((best, start) => (start.inertia < best.inertia ? start : best));
}
