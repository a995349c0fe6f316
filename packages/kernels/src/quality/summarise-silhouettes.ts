import type { Cells } from './silhouette-cells.ts';

/** How well the rows sit in their clusters. */
export interface SilhouetteResult {
  /** Over all rows, -1 to 1. */
  mean: number;
  /** One a row used, in the order of `sampleRows`; approximate where the method is not `exact`. */
  samples: Float64Array;
  /** The rows that `samples` belong to, ascending: every row but for the method `sample`. */
  sampleRows: Int32Array;
  /** Mean of each cluster. */
  clusterMeans: Float64Array;
  /** How far the mean may be off: half-width of its interval (95 % for `sample`, 99.9 % for `tree`); 0 where exact. */
  bound: number;
  exact: boolean;
  /** All pairs; all rows against summaries of far points, set right by some rows measured exactly; or a sample of the rows. */
  method: 'exact' | 'tree' | 'sample';
  rowsUsed: number;
}

/** Brings one partition's silhouettes, given by position, to the `order` of the rows and takes their weighted means. */
export function summariseSilhouettes(
  cells: Cells,
  order: Int32Array,
  partition: number,
  values: Float64Array,
  bound: number,
): SilhouetteResult {
  const { clusterSizes, rowOf, exact } = cells;
  const sizes = clusterSizes[partition];
  const clusterMeans = sumsOfClusters(cells, partition, values);
  const total = clusterMeans.reduce((sum, value) => sum + value, 0);
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  for (let c = 0; c < sizes.length; c++) clusterMeans[c] /= sizes[c];
  const method = exact ? 'exact' : 'sample';
  const samples = new Float64Array(order.length);
  const sampleRows = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) samples[i] = values[order[i]];
  for (let i = 0; i < order.length; i++) sampleRows[i] = rowOf[order[i]];
  return { mean: total / rows, samples, sampleRows, clusterMeans, bound, exact, method, rowsUsed: order.length };
}

/** Weighted sum of the values of each cluster. */
function sumsOfClusters(
  { runs, weights, targets, clusterSizes }: Cells,
  partition: number,
  values: Float64Array,
): Float64Array {
  const before = clusterSizes.slice(0, partition).reduce((sum, { length }) => sum + length, 0);
  const sums = new Float64Array(clusterSizes[partition].length);
  for (let r = 0; r < runs.length; r += 3) {
    const sum = sumOf(values, runs[r], runs[r] + runs[r + 1]);
    sums[targets[runs[r + 2] * clusterSizes.length + partition] - before] += weights[runs[r + 2]] * sum;
  }
  return sums;
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let p = from; p < to; p++) sum += values[p];
  return sum;
}

/** The positions that hold a row, by ascending row. */
export function rowOrder(rowOf: Int32Array): Int32Array {
  let last = -1;
  let rows = 0;
  for (let p = 0; p < rowOf.length; p++) {
    if (rowOf[p] >= 0) rows++;
    if (rowOf[p] > last) last = rowOf[p];
  }
  const placeOf = new Int32Array(last + 1).fill(-1);
  for (let p = 0; p < rowOf.length; p++) if (rowOf[p] >= 0) placeOf[rowOf[p]] = p;
  return rows === last + 1 ? placeOf : placeOf.filter((place) => place >= 0);
}
