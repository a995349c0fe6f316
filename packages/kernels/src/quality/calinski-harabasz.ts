import { sumOfSquares } from '../kmeans/cluster-sums.ts';
import { needTwoClusters, type Partition, type PartitionOptions, partitionOf } from './cluster-means.ts';

/**
 * Calinski-Harabasz index: the variance between clusters over the variance within, (B / (k - 1)) / (W / (n - k)). Higher is better;
 * 1 where no cluster has any spread, as in scikit-learn. Source: Calinski and Harabasz 1974. Cost n x d.
 * RangeError for sizes or labels that do not fit, and for fewer than 2 clusters.
 */
export function calinskiHarabasz(points: Float64Array, options: PartitionOptions): number {
  const partition = partitionOf(points, options);
  needTwoClusters('Calinski-Harabasz', partition.clusters);
  return calinskiHarabaszOf(partition);
}

/** As {@link calinskiHarabasz}, of a partition checked before. */
export function calinskiHarabaszOf({ problem, labels, clusters, means, sizes }: Partition): number {
  const { rows, columns } = problem;
  const within = sumOfSquares(problem, labels, means);
  if (within === 0) return 1;
  const middle = new Float64Array(columns);
  for (let p = 0; p < means.length; p++) middle[p % columns] += (means[p] * sizes[Math.floor(p / columns)]) / rows;
  let between = 0;
  for (let p = 0; p < means.length; p++) {
    between += sizes[Math.floor(p / columns)] * (means[p] - middle[p % columns]) ** 2;
  }
  return (between * (rows - clusters)) / (within * (clusters - 1));
}
