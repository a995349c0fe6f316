import { type Hooks, stopIfAsked } from '../hooks.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { sumOfSquares } from './cluster-sums.ts';
import { type Problem, squaredDistance } from './problem.ts';
import { drawRow } from './seed-centers.ts';
import { settle } from './settle.ts';

/** The most solutions kept; beyond it the worse half goes. */
const POPULATION = 24;

/** One solution. */
export interface Member {
  centers: Float64Array;
  inertia: number;
}

/**
 * Improves several starts by breeding: the centres of two solutions are paired, one of each pair is kept, one centre moves onto a
 * point drawn by squared distance, and Lloyd's iteration and single moves follow. Gives all solutions kept, the best first.
 * Source: Gribel and Vidal, "HG-means", Pattern Recognition 2019. Cost a generation: a Lloyd iteration to its end.
 */
export function recombineStarts(
  problem: Problem,
  starts: Member[],
  generations: number,
  seed: number,
  maxIterations: number,
  hooks: Hooks = {},
): Member[] {
  const clusters = starts[0].centers.length / problem.columns;
  const random = createRandom(seed, clusters, -1);
  let population: Member[] = survivors(starts);
  if (clusters < 2 || !(population[0].inertia > 0)) return population;
  for (let generation = 0; generation < generations; generation++) {
    stopIfAsked(hooks);
    const child = cross(population, problem.columns, random);
    moveOneCenter(problem, child, random);
    const { labels, centers } = settle(problem, child, maxIterations, hooks);
    population.push({ centers, inertia: sumOfSquares(problem, labels, centers) });
    if (population.length > POPULATION) population = survivors(population);
  }
  return survivors(population);
}

function cross(population: Member[], columns: number, random: Random): Float64Array {
  const tournament = (): Member => {
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

/** Takes one centre away and puts it onto a point drawn in proportion to the squared distance to the rest. */
function moveOneCenter(problem: Problem, centers: Float64Array, random: Random): void {
  const { points, rows, columns, weights } = problem;
  const clusters = centers.length / columns;
  const out = random.integer(clusters);
  const cumulative = new Float64Array(rows);
  let total = 0;
  for (let i = 0; i < rows; i++) {
    let least = Infinity;
    for (let c = 0; c < clusters; c++) {
      if (c === out) continue;
      const distance = squaredDistance(points, i * columns, centers, c * columns, columns);
      if (distance < least) least = distance;
    }
    cumulative[i] = total += weights === null ? least : weights[i] * least;
  }
  if (!(total > 0)) return;
  const row = drawRow(cumulative, total, random);
  for (let j = 0; j < columns; j++) centers[out * columns + j] = points[row * columns + j];
}

/** The better half, without solutions of equal inertia. */
function survivors(population: Member[]): Member[] {
  const sorted = [...population].sort((a, b) => a.inertia - b.inertia);
  const distinct = sorted.filter((m, i) => i === 0 || m.inertia > sorted[i - 1].inertia * (1 + 1e-9));
  return distinct.slice(0, POPULATION / 2);
}
