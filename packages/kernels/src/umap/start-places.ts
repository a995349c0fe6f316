import type { Hooks } from '../hooks.ts';
import type { Problem } from '../kmeans/problem.ts';
import { pca } from '../projection/pca.ts';
import { createRandom } from '../random/create-random.ts';
import { connectedParts, partOf } from './connected-parts.ts';
import type { FuzzyGraph } from './fuzzy-graph.ts';
import { spectralAxes } from './spectral-axes.ts';

/** Where the layout begins: at the graph's smoothest functions, or at the principal components. */
export type Start = 'spectral' | 'pca';

/** Smaller parts of a graph stay at their principal components. */
const LEAST_SPECTRAL_ROWS = 32;
/** Half the width of the start. */
const REACH = 10;
const NOISE = 1e-4;

/**
 * First places of all rows, row-major, rows x dimensions, within some 10 of 0. Parts of the graph that no edge joins lie where the
 * principal components have them, each as wide as there.
 */
export function startPlaces(
  problem: Problem,
  graph: FuzzyGraph,
  { dimensions, start, seed }: { dimensions: number; start: Start; seed: number },
  hooks: Hooks = {},
): Float64Array {
  const { rows } = problem;
  const places = principalPlaces(problem, dimensions);
  if (start === 'spectral') {
    const { members, begins } = connectedParts(graph);
    for (let p = 0; p + 1 < begins.length; p++) {
      const own = members.subarray(begins[p], begins[p + 1]);
      if (own.length < LEAST_SPECTRAL_ROWS) continue;
      const guess = new Float64Array(own.length * dimensions);
      own.forEach((row, i) => {
        guess.set(places.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
      });
      const { mean, spread } = centreInPlace(guess, dimensions);
      const axes = spectralAxes(partOf(graph, own), guess, { dimensions, seed }, hooks);
      const { spread: width } = centreInPlace(axes, dimensions);
      const scale = width > 0 ? spread / width : 0;
      own.forEach((row, i) => {
        for (let c = 0; c < dimensions; c++) places[row * dimensions + c] = mean[c] + scale * axes[i * dimensions + c];
      });
    }
  }
  centreInPlace(places, dimensions);
  let reach = 0;
  for (let p = 0; p < places.length; p++) reach = Math.max(reach, Math.abs(places[p]));
  const scale = reach > 0 ? REACH / reach : 0;
  const random = createRandom(seed, -32);
  for (let p = 0; p < rows * dimensions; p++) places[p] = places[p] * scale + NOISE * (random.next() - 0.5) * 2;
  return places;
}

function principalPlaces({ points, rows, columns }: Problem, dimensions: number): Float64Array {
  const components = Math.min(dimensions, columns);
  const { scores = new Float64Array(0) } = pca(points, { rows, columns, components, scores: true });
  if (components === dimensions) return scores;
  const places = new Float64Array(rows * dimensions);
  for (let p = 0; p < scores.length; p++) {
    places[Math.floor(p / components) * dimensions + (p % components)] = scores[p];
  }
  return places;
}

/** Moves the mean of the places to 0; answers where it was, and the root of their mean square after. */
export function centreInPlace(places: Float64Array, dimensions: number): { mean: Float64Array; spread: number } {
  const mean = new Float64Array(dimensions);
  const rows = places.length / dimensions;
  for (let p = 0; p < places.length; p++) mean[p % dimensions] += places[p] / rows;
  let sum = 0;
  for (let p = 0; p < places.length; p++) {
    places[p] -= mean[p % dimensions];
    sum += places[p] ** 2;
  }
  return { mean, spread: Math.sqrt(sum / rows) };
}
