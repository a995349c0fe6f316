import { checkFinite, checkLabels, checkShape } from '../checks/check-points.ts';
import { sumClusters } from '../kmeans/cluster-sums.ts';
import type { Problem } from '../kmeans/problem.ts';

/** A partition to be measured. */
export interface PartitionOptions {
  rows: number;
  columns: number;
  /** 0..clusters-1, each in use. */
  labels: Int32Array;
}

/** Points with labels, and each cluster's size and mean. */
export interface Partition {
  problem: Problem;
  labels: Int32Array;
  clusters: number;
  /** Row-major, clusters x columns. */
  means: Float64Array;
  sizes: Float64Array;
}

/** Checks a partition and finds its means. Cost n x d. */
export function partitionOf(points: Float64Array, { rows, columns, labels }: PartitionOptions): Partition {
  checkShape(points, rows, columns);
  checkFinite(points, columns);
  const clusters = checkLabels(labels, rows);
  return meansOf({ points, rows, columns, weights: null }, labels, clusters);
}

/** As {@link partitionOf}, of what was checked before. */
export function meansOf(problem: Problem, labels: Int32Array, clusters: number): Partition {
  const { mass, sums } = sumClusters(problem, labels, clusters);
  const means = sums.map((sum, p) => sum / mass[Math.floor(p / problem.columns)]);
  return { problem, labels, clusters, means, sizes: mass };
}

/** Refuses a single cluster, for which a measure of separation says nothing. */
export function needTwoClusters(measure: string, clusters: number): void {
  if (clusters < 2) throw new RangeError(`${measure} needs at least 2 clusters, got ${clusters}`);
}
