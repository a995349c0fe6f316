import { type Hooks, stopIfAsked } from '../hooks.ts';
import { distanceSumFor } from './distance-sums.ts';
import type { Cells } from './silhouette-cells.ts';

/** A run of rows of `cells.points` to be measured. */
export interface SilhouetteRowsInput {
  cells: Cells;
  from: number;
  to: number;
}

/** Rows between two looks at whether to stop. */
const ROWS_BETWEEN_LOOKS = 32;

/**
 * Silhouettes of some rows in every partition at once: partitions x rows. Every pair's distance is found once for all partitions.
 * Cost (to - from) x n x d; memory one number a cell.
 */
export function silhouetteRows({ cells, from, to }: SilhouetteRowsInput, hooks: Hooks = {}): Float64Array {
  const { points, columns, begins, population, clusterOf, clusterSizes } = cells;
  const distanceSum = distanceSumFor(columns);
  const count = population.length;
  const sums = new Float64Array(count);
  const result = new Float64Array(clusterSizes.length * (to - from));
  const totals = clusterSizes.map((sizes) => new Float64Array(sizes.length));
  const scale = population.map((size, g) => size / (begins[g + 1] - begins[g]));
  let own = 0;
  for (let i = from; i < to; i++) {
    if ((i - from) % ROWS_BETWEEN_LOOKS === 0) stopIfAsked(hooks);
    while (begins[own + 1] <= i) own++;
    for (let g = 0; g < count; g++) {
      sums[g] = scale[g] * distanceSum(points, i * columns, begins[g] * columns, begins[g + 1] * columns, columns);
    }
    // A row is no neighbour of itself: its cell's other rows stand for one row fewer.
    const sampled = begins[own + 1] - begins[own];
    if (sampled > 1) sums[own] *= (population[own] - 1) / (sampled - 1) / scale[own];
    for (let l = 0; l < clusterSizes.length; l++) {
      result[l * (to - from) + i - from] = silhouetteFrom(sums, clusterOf, l * count, own, clusterSizes[l], totals[l]);
    }
  }
  return result;
}

function silhouetteFrom(
  sums: Float64Array,
  clusterOf: Int32Array,
  at: number,
  own: number,
  sizes: Float64Array,
  totals: Float64Array,
): number {
  const cluster = clusterOf[at + own];
  if (sizes[cluster] === 1) return 0;
  totals.fill(0);
  for (let g = 0; g < sums.length; g++) totals[clusterOf[at + g]] += sums[g];
  let nearest = Infinity;
  for (let c = 0; c < sizes.length; c++) {
    if (c !== cluster) nearest = Math.min(nearest, totals[c] / sizes[c]);
  }
  const inside = totals[cluster] / (sizes[cluster] - 1);
  const larger = Math.max(inside, nearest);
  return larger > 0 ? (nearest - inside) / larger : 0;
}
