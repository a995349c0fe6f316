import { type Hooks, stopIfAsked } from '../hooks.ts';
import { assignNearest } from '../kmeans/assign-nearest.ts';
import { centrePointsInPlace } from '../kmeans/centre-points.ts';
import { fitFewStarts } from '../kmeans/fit-few-starts.ts';
import type { Problem } from '../kmeans/problem.ts';
import { seedCenters } from '../kmeans/seed-centers.ts';
import { createRandom } from '../random/create-random.ts';
import type { Components, Covariance } from './components.ts';
import { addMoments, emPass, momentsOfLabels } from './em-pass.ts';
import { varianceOfColumns } from './prepare-mixture.ts';
import { type MixtureState, runEm } from './run-em.ts';
import { updateComponents } from './update-components.ts';

/** One start of EM to run: its numbers come from (seed, clusters, start) alone. */
export interface MixtureStartInput {
  problem: Problem;
  clusters: number;
  covariance: Covariance;
  floors: Float64Array;
  deviations: Float64Array;
  seed: number;
  start: number;
  maxIterations: number;
  tolerance: number;
  stopsFlat: boolean;
}

/** Multiplications in one chunk of a pass: some milliseconds. */
const WORK_A_CHUNK = 4e6;

/** All rows in chunks of a size that depends on nothing but the sizes. */
export function chunksOf(rows: number, components: number, columns: number): { from: number; to: number }[] {
  const step = Math.max(64, Math.floor(WORK_A_CHUNK / (components * (columns + 1) ** 2)));
  return Array.from({ length: Math.ceil(rows / step) }, (_, chunk) => ({
    from: chunk * step,
    to: Math.min(rows, (chunk + 1) * step),
  }));
}

/** Chooses first components and runs EM from them until a pass gains less than `tolerance` a row. */
export function startMixture(input: MixtureStartInput, hooks: Hooks = {}): MixtureState {
  const { problem, maxIterations } = input;
  const { points, rows, columns } = problem;
  const em = runEm(firstComponents(input, hooks), { ...input, rows });
  let step = em.next();
  for (let passes = 1; !step.done; passes++) {
    const densities = step.value;
    const parts = chunksOf(rows, densities.k, columns).map(({ from, to }) => {
      stopIfAsked(hooks);
      return emPass({ points, from, to, densities });
    });
    hooks.onProgress?.(Math.min(1, passes / maxIterations));
    step = em.next(addMoments(parts));
  }
  return step.value;
}

/** The first start takes k-means as it is, the second k-means of standardised columns, the others points far from each other. */
function firstComponents(input: MixtureStartInput, hooks: Hooks): Components {
  const { problem, clusters, covariance, floors, seed, start } = input;
  const { rows, columns } = problem;
  const isDiagonal = covariance === 'diagonal' || covariance === 'spherical';
  const scaled = start % 2 === 0 ? problem : standardise(problem);
  const labels =
    start < 2
      ? partitionOf(scaled, clusters, seed, hooks)
      : nearestOf(scaled, seedCenters(scaled, clusters, createRandom(seed, clusters, start)));
  const used = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  const means = new Float64Array(used * columns);
  // Any point of its own does as the origin of a cluster's moments.
  for (let i = rows - 1; i >= 0; i--) {
    means.set(problem.points.subarray(i * columns, (i + 1) * columns), labels[i] * columns);
  }
  const moments = momentsOfLabels(problem.points, labels, { k: used, d: columns, isDiagonal, means });
  return updateComponents(moments, means, covariance, floors);
}

function partitionOf(problem: Problem, clusters: number, seed: number, { shouldStop }: Hooks): Int32Array {
  const centred = { ...problem, points: problem.points.slice() };
  centrePointsInPlace({ problem: centred, shared: false, summary: false });
  const effort = { starts: 10, seed, maxIterations: 300 };
  return fitFewStarts(centred, [clusters], effort, shouldStop === undefined ? {} : { shouldStop })[0].labels;
}

function nearestOf({ points, rows, columns }: Problem, centers: Float64Array): Int32Array {
  return assignNearest(points, { rows, columns, centers, clusters: centers.length / columns }).labels;
}

function standardise(problem: Problem): Problem {
  const { points, columns } = problem;
  const scales = varianceOfColumns(problem).map((variance) => (variance > 0 ? 1 / Math.sqrt(variance) : 0));
  return { ...problem, points: points.map((value, p) => (value - points[p % columns]) * scales[p % columns]) };
}
