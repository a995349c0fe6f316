import type { Hooks } from '../hooks.ts';
import { assignPrototypes } from './assign-prototypes.ts';
import { describeClusters, type MixedClusters } from './describe-clusters.ts';
import type { MixedProblem, Prototypes } from './mixed-problem.ts';
import { partOf } from './part-of.ts';

/** A partition at which no row is nearer to another prototype. */
export interface FixedPrototypes {
  labels: Int32Array;
  clusters: MixedClusters;
  iterations: number;
  converged: boolean;
}

/**
 * Assigns rows and moves prototypes in turn until no label changes: Huang's k-prototypes, a pass at a time. The cost never grows, and
 * among equals rows go to the lowest number, so it ends. Cost n x k x d a pass.
 */
export function iteratePrototypes(
  problem: MixedProblem,
  first: Prototypes,
  clusters: number,
  maxIterations: number,
  hooks: Hooks,
): FixedPrototypes {
  let labels: Int32Array | null = null;
  let prototypes = first;
  for (let iterations = 1; ; iterations++) {
    // Nobody knows how many passes are to come: each takes a tenth of what is left.
    const pass = partOf(hooks, 1 - 0.9 ** (iterations - 1), 1 - 0.9 ** iterations);
    const found = assignPrototypes(problem, prototypes, clusters, pass);
    fillEmpty(found.labels, found.distances, clusters);
    const before = labels;
    const converged = before?.every((label, i) => label === found.labels[i]) ?? false;
    labels = found.labels;
    const described = describeClusters(problem, labels, clusters);
    prototypes = described;
    if (converged || iterations >= maxIterations) return { labels, clusters: described, iterations, converged };
  }
}

/** Gives each cluster without rows the row that is farthest from its prototype and not alone, where there is one. */
function fillEmpty(labels: Int32Array, distances: Float64Array, clusters: number): void {
  const mass = new Int32Array(clusters);
  for (const label of labels) mass[label]++;
  for (let c = 0; c < clusters; c++) {
    if (mass[c] > 0) continue;
    let farthest = -1;
    for (let i = 0; i < labels.length; i++) {
      if (mass[labels[i]] > 1 && distances[i] > (farthest < 0 ? 0 : distances[farthest])) farthest = i;
    }
    if (farthest < 0) return;
    mass[labels[farthest]]--;
    mass[c]++;
    labels[farthest] = c;
    distances[farthest] = 0;
  }
}
