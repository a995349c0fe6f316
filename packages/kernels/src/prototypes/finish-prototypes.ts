import { numberByMeans } from '../clusters/number-by-means.ts';
import type { Hooks } from '../hooks.ts';
import { assignPrototypes } from './assign-prototypes.ts';
import { iteratePrototypes } from './iterate-prototypes.ts';
import type { MixedProblem, Prototypes } from './mixed-problem.ts';
import { partOf } from './part-of.ts';
import type { PrototypesStart } from './start-prototypes.ts';

/** The best start, carried to all rows. */
export interface PrototypesFinishInput {
  problem: MixedProblem;
  best: PrototypesStart;
  maxIterations: number;
}

/** The fit; modes are numbers of levels. */
export interface PrototypesFinish extends Prototypes {
  labels: Int32Array;
  sizes: Int32Array;
  cost: number;
  iterations: number;
  converged: boolean;
}

/** Numbers can change which of two equally near prototypes a row goes to, and that the numbers; it settles in a round or two. */
const ROUNDS = 10;

/** Passes over all rows with the prototypes in their final order, until each row is at its nearest, the lowest number among equals. */
export function finishPrototypes(
  { problem, best, maxIterations }: PrototypesFinishInput,
  hooks: Hooks = {},
): PrototypesFinish {
  let prototypes: Prototypes = best;
  let clusters = best.clusters;
  let iterations = best.iterations;
  for (let round = 1; ; round++) {
    ({ prototypes, clusters } = inOrder(problem, prototypes, clusters));
    const part = partOf(hooks, 1 - 0.5 ** (round - 1), 1 - 0.5 ** round);
    const fixed = iteratePrototypes(problem, prototypes, clusters, maxIterations, part);
    iterations += fixed.iterations;
    const used = Array.from(fixed.clusters.mass.keys()).filter((c) => fixed.clusters.mass[c] > 0);
    const kept = pick(problem, fixed.clusters, used);
    const settled = used.length === clusters && isInOrder(problem, kept, clusters);
    prototypes = kept;
    clusters = used.length;
    if (!settled && round < ROUNDS) continue;
    const { labels, cost } = assignPrototypes(problem, prototypes, clusters, hooks);
    const sizes = new Int32Array(clusters);
    for (const label of labels) sizes[label]++;
    const converged = best.converged && fixed.converged && settled;
    return { ...kept, labels, sizes, cost, iterations, converged };
  }
}

/** Prototypes by their means, first column first, then by their modes. */
function inOrder(problem: MixedProblem, prototypes: Prototypes, clusters: number) {
  const { numberOf } = numbered(problem, prototypes, clusters);
  const order = new Array<number>(clusters);
  numberOf.forEach((number, c) => {
    order[number] = c;
  });
  return { prototypes: pick(problem, prototypes, order), clusters };
}

function isInOrder(problem: MixedProblem, prototypes: Prototypes, clusters: number): boolean {
  return numbered(problem, prototypes, clusters).numberOf.every((number, c) => number === c);
}

function numbered({ columns, categoricalColumns }: MixedProblem, { centers, modes }: Prototypes, clusters: number) {
  const width = columns + categoricalColumns;
  const joined = new Float64Array(clusters * width);
  for (let c = 0; c < clusters; c++) {
    joined.set(centers.subarray(c * columns, (c + 1) * columns), c * width);
    joined.set(modes.subarray(c * categoricalColumns, (c + 1) * categoricalColumns), c * width + columns);
  }
  const labels = Int32Array.from({ length: clusters }, (_, c) => c);
  return numberByMeans(joined, { rows: clusters, columns: width, labels });
}

function pick(
  { columns, categoricalColumns }: MixedProblem,
  { centers, modes }: Prototypes,
  order: number[],
): Prototypes {
  const picked = {
    centers: new Float64Array(order.length * columns),
    modes: new Int32Array(order.length * categoricalColumns),
  };
  order.forEach((c, to) => {
    picked.centers.set(centers.subarray(c * columns, (c + 1) * columns), to * columns);
    picked.modes.set(modes.subarray(c * categoricalColumns, (c + 1) * categoricalColumns), to * categoricalColumns);
  });
  return picked;
}
