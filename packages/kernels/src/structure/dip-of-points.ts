import { type Hooks, stopIfAsked } from '../hooks.ts';
import { type Problem, squaredDistance } from '../kmeans/problem.ts';
import { pca } from '../projection/pca.ts';
import { sortInPartsInPlace } from '../statistics/sort-in-parts.ts';
import { type Dip, dipOfSorted } from './dip-statistic.ts';

/** Points, and what to take the dip of. */
export interface DipOfPointsInput {
  problem: Problem;
  of: 'distances' | 'component';
}

/** The part of the work that measuring the distances is, about. */
const MEASURED = 0.4;

/** The dip of the pair distances or of the places along the first principal axis, and how many they are. */
export function dipOfPoints({ problem, of }: DipOfPointsInput, hooks: Hooks = {}): Dip & { values: number } {
  const values = of === 'distances' ? pairDistances(problem, hooks) : firstScores(problem);
  const onProgress = (done: number): void => hooks.onProgress?.(MEASURED + (0.9 - MEASURED) * done);
  sortInPartsInPlace(values, { ...hooks, onProgress });
  return { ...dipOfSorted(values), values: values.length };
}

function firstScores({ points, rows, columns }: Problem): Float64Array {
  return pca(points, { rows, columns, components: 1, scores: true }).scores ?? new Float64Array();
}

function pairDistances({ points, rows, columns }: Problem, hooks: Hooks): Float64Array {
  const distances = new Float64Array((rows * (rows - 1)) / 2);
  let used = 0;
  for (let i = 0; i < rows; i++) {
    stopIfAsked(hooks);
    if (i % 64 === 0) hooks.onProgress?.((used / Math.max(1, distances.length)) * MEASURED);
    for (let j = 0; j < i; j++) {
      distances[used++] = Math.sqrt(squaredDistance(points, i * columns, points, j * columns, columns));
    }
  }
  return distances;
}
