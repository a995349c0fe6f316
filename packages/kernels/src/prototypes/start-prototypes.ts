import type { Hooks } from '../hooks.ts';
import { createRandom } from '../random/create-random.ts';
import { describeClusters } from './describe-clusters.ts';
import { iteratePrototypes } from './iterate-prototypes.ts';
import type { MixedProblem, Prototypes } from './mixed-problem.ts';
import { moveMixedRowsInPlace, partitionCost } from './move-mixed-rows.ts';
import { partOf } from './part-of.ts';
import { seedPrototypes } from './seed-prototypes.ts';

/** One start to run: its numbers come from (seed, clusters, start) alone. */
export interface PrototypesStartInput {
  problem: MixedProblem;
  clusters: number;
  seed: number;
  start: number;
  maxIterations: number;
}

/** Where one start ended. */
export interface PrototypesStart extends Prototypes {
  clusters: number;
  cost: number;
  iterations: number;
  converged: boolean;
}

const MOVE_PASSES = 50;

/** Seeds, passes to their end, and single moves to theirs. */
export function startPrototypes(input: PrototypesStartInput, hooks: Hooks = {}): PrototypesStart {
  const { problem, clusters, seed, start, maxIterations } = input;
  const seeds = seedPrototypes(problem, clusters, createRandom(seed, clusters, start), partOf(hooks, 0, 0.2));
  const found = seeds.found;
  const fixed = iteratePrototypes(problem, seeds, found, maxIterations, partOf(hooks, 0.2, 0.6));
  const moved = moveMixedRowsInPlace(problem, fixed.labels, found, MOVE_PASSES, partOf(hooks, 0.6, 1));
  const { centers, modes } = moved ? describeClusters(problem, fixed.labels, found) : fixed.clusters;
  const cost = partitionCost(problem, fixed.labels, { centers, modes });
  return { centers, modes, clusters: found, cost, iterations: fixed.iterations, converged: fixed.converged };
}
