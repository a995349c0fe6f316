import { type Hooks, stopIfAsked } from '../hooks.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { type Problem, squaredDistance } from './problem.ts';
import { drawRow } from './seed-centers.ts';
import { type SettleOptions, settle } from './settle.ts';
import { type Solution, swapCenters } from './swap-centers.ts';

/** How many rows are drawn for one of them to become a centre. */
const ROWS_DRAWN = 256;

/** Swaps tried in a row without gain before breeding goes on. */
const SWAPS_IN_VAIN = 3;

/** The most solutions kept; beyond it the worse half goes. */
const POPULATION = 24;

/** How long to breed, and how far to take each child. */
export interface BreedOptions {
  generations: number;
  seed: number;
  settling: SettleOptions;
}

/**
 * Improves several starts by breeding: the centres of two solutions are paired, one of each pair is kept, one centre moves onto a
 * point drawn by squared distance, and Lloyd's iteration and single moves follow. Gives all solutions kept, the best first.
 * Source: Gribel and Vidal, "HG-means", Pattern Recognition 2019. Cost a generation: a Lloyd iteration to its end.
 */
export function recombineStarts(
  problem: Problem,
  starts: Solution[],
  { generations, seed, settling }: BreedOptions,
  hooks: Hooks = {},
): Solution[] {
  const clusters = starts[0].centers.length / problem.columns;
  const random = createRandom(seed, clusters, -1);
  let population: Solution[] = survivors(starts);
  if (generations === 0 || clusters < 2 || !(population[0].inertia > 0)) return population;
  population[0] = swapCenters(problem, population[0], SWAPS_IN_VAIN, settling, hooks);
  const cumulative = cumulate(problem);
  for (let generation = 0; generation < generations; generation++) {
    stopIfAsked(hooks);
    hooks.onProgress?.(generation / generations);
    const child = cross(population, problem.columns, random);
    moveOneCenter(problem, child, drawRows(cumulative, random), random);
    const { centers, inertia } = settle(problem, child, settling, hooks);
    population.push({ centers, inertia });
    if (population.length > POPULATION) population = survivors(population);
  }
  return survivors(population);
}

function cross(population: Solution[], columns: number, random: Random): Float64Array {
  const tournament = (): Solution => {
    const a = population[random.integer(population.length)];
    const b = population[random.integer(population.length)];
    return a.inertia <= b.inertia ? a : b;
  };
  const mother = tournament().centers;
  const father = tournament().centers;
  const child = mother.slice();
  const clusters = mother.length / columns;
  const taken = new Uint8Array(clusters);
  for (let c = 0; c < clusters; c++) {
    let partner = -1;
    let least = Infinity;
    for (let e = 0; e < clusters; e++) {
      const distance = squaredDistance(mother, c * columns, father, e * columns, columns);
      if (taken[e] === 0 && distance < least) {
        least = distance;
        partner = e;
      }
    }
    taken[partner] = 1;
    if (random.next() < 0.5) child.set(father.subarray(partner * columns, (partner + 1) * columns), c * columns);
  }
  return child;
}

/** Takes one centre away and puts it onto one of some rows, drawn in proportion to the squared distance to the rest. */
function moveOneCenter(problem: Problem, centers: Float64Array, drawn: Int32Array, random: Random): void {
  const { points, columns } = problem;
  const clusters = centers.length / columns;
  const out = random.integer(clusters);
  const cumulative = new Float64Array(drawn.length);
  let total = 0;
  for (let i = 0; i < drawn.length; i++) {
    let least = Infinity;
    for (let c = 0; c < clusters; c++) {
      if (c === out) continue;
      const distance = squaredDistance(points, drawn[i] * columns, centers, c * columns, columns);
      if (distance < least) least = distance;
    }
    cumulative[i] = total += least;
  }
  if (!(total > 0)) return;
  const row = drawn[drawRow(cumulative, total, random)];
  for (let j = 0; j < columns; j++) centers[out * columns + j] = points[row * columns + j];
}

/** Rows drawn by weight: among so many the squared distances are spread much as among all. */
function drawRows(cumulativeWeights: Float64Array, random: Random): Int32Array {
  const total = cumulativeWeights[cumulativeWeights.length - 1];
  return Int32Array.from({ length: ROWS_DRAWN }, () => drawRow(cumulativeWeights, total, random));
}

function cumulate({ rows, weights }: Problem): Float64Array {
  const cumulative = new Float64Array(rows);
  let total = 0;
  for (let i = 0; i < rows; i++) cumulative[i] = total += weights === null ? 1 : weights[i];
  return cumulative;
}

/** The better half, without solutions of equal inertia. */
function survivors(population: Solution[]): Solution[] {
  const sorted = [...population].sort((a, b) => a.inertia - b.inertia);
  const distinct = sorted.filter((m, i) => i === 0 || m.inertia > sorted[i - 1].inertia * (1 + 1e-9));
  return distinct.slice(0, POPULATION / 2);
}
