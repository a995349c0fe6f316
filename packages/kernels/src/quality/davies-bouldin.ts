import { squaredDistance } from '../kmeans/problem.ts';
import { needTwoClusters, type Partition, type PartitionOptions, partitionOf } from './cluster-means.ts';

/**
 * Davies-Bouldin index: for each cluster the worst ratio of two clusters' mean distances to their centres to the distance between the
 * centres, averaged. Lower is better. Source: Davies and Bouldin 1979 with mean distances, as scikit-learn has it: coinciding centres
 * give no ratio. Cost n x d + k² x d. RangeError for sizes or labels that do not fit, and for fewer than 2 clusters.
 */
export function daviesBouldin(points: Float64Array, options: PartitionOptions): number {
  const partition = partitionOf(points, options);
  needTwoClusters('Davies-Bouldin', partition.clusters);
  return daviesBouldinOf(partition);
}

/** As {@link daviesBouldin}, of a partition checked before. */
export function daviesBouldinOf({ problem, labels, clusters, means, sizes }: Partition): number {
  const { points, rows, columns } = problem;
  const spread = new Float64Array(clusters);
  for (let i = 0; i < rows; i++) {
    const distance = squaredDistance(points, i * columns, means, labels[i] * columns, columns);
    spread[labels[i]] += Math.sqrt(distance) / sizes[labels[i]];
  }
  let sum = 0;
  for (let a = 0; a < clusters; a++) {
    let worst = 0;
    for (let b = 0; b < clusters; b++) {
      const apart = Math.sqrt(squaredDistance(means, a * columns, means, b * columns, columns));
      if (a !== b && apart > 0) worst = Math.max(worst, (spread[a] + spread[b]) / apart);
    }
    sum += worst;
  }
  return sum / clusters;
}
