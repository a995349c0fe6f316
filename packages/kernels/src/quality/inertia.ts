import { sumOfSquares } from '../kmeans/cluster-sums.ts';
import { type PartitionOptions, partitionOf } from './cluster-means.ts';

/** Sum of squared distances of the points to the mean of their cluster. Cost n x d. RangeError for sizes or labels that do not fit. */
export function inertia(points: Float64Array, options: PartitionOptions): number {
  const { problem, labels, means } = partitionOf(points, options);
  return sumOfSquares(problem, labels, means);
}
