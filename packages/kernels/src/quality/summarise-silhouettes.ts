import type { Cells } from './silhouette-cells.ts';

/** How well the rows sit in their clusters. */
export interface SilhouetteResult {
  /** Over all rows, -1 to 1. */
  mean: number;
  /** One a row used, in the order of `sampleRows`. */
  samples: Float64Array;
  /** The rows that `samples` belong to, ascending: every row where `exact`. */
  sampleRows: Int32Array;
  /** Mean of each cluster. */
  clusterMeans: Float64Array;
  /** Half-width of a 95 % interval of the mean; 0 where exact. */
  bound: number;
  exact: boolean;
  rowsUsed: number;
}

/** Brings one partition's silhouettes, given in the order of the cells, to the order of the rows and takes their (stratified) means. */
export function summariseSilhouettes(cells: Cells, partition: number, values: Float64Array): SilhouetteResult {
  const { begins, population, clusterOf, clusterSizes, rowOf, exact } = cells;
  const sizes = clusterSizes[partition];
  const clusterMeans = new Float64Array(sizes.length);
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  let total = 0;
  let variance = 0;
  for (let g = 0; g < population.length; g++) {
    const taken = begins[g + 1] - begins[g];
    let sum = 0;
    for (let i = begins[g]; i < begins[g + 1]; i++) sum += values[i];
    const cluster = clusterOf[partition * population.length + g];
    total += (sum / taken) * population[g];
    clusterMeans[cluster] += ((sum / taken) * population[g]) / sizes[cluster];
    let squares = 0;
    for (let i = begins[g]; i < begins[g + 1]; i++) squares += (values[i] - sum / taken) ** 2;
    const unseen = 1 - taken / population[g];
    if (taken > 1) variance += ((population[g] / rows) ** 2 * unseen * squares) / (taken - 1) / taken;
  }

  const order = rowOrder(rowOf);
  return {
    mean: total / rows,
    samples: Float64Array.from(order, (i) => values[i]),
    sampleRows: Int32Array.from(order, (i) => rowOf[i]),
    clusterMeans,
    // Doubled, as for a mean over pairs (Hoeffding 1948): the distances behind each silhouette come from the same sample.
    bound: 2 * 1.96 * Math.sqrt(variance),
    exact,
    rowsUsed: rowOf.length,
  };
}

/** The places in `rowOf`, whose values are all different, by ascending value. */
function rowOrder(rowOf: Int32Array): Int32Array {
  let last = -1;
  for (let i = 0; i < rowOf.length; i++) if (rowOf[i] > last) last = rowOf[i];
  const placeOf = new Int32Array(last + 1).fill(-1);
  for (let i = 0; i < rowOf.length; i++) placeOf[rowOf[i]] = i;
  return placeOf.length === rowOf.length ? placeOf : placeOf.filter((place) => place >= 0);
}
