import type { Problem } from '../kmeans/problem.ts';
import { calinskiHarabaszOf } from './calinski-harabasz.ts';
import { meansOf } from './cluster-means.ts';
import { daviesBouldinOf } from './davies-bouldin.ts';

/** The measures that need one pass over the points. Cost n x d + k² x d. */
export function measurePartition({
  problem,
  labels,
  clusters,
}: {
  problem: Problem;
  labels: Int32Array;
  clusters: number;
}): {
  daviesBouldin: number;
  calinskiHarabasz: number;
} {
  const partition = meansOf(problem, labels, clusters);
  return { daviesBouldin: daviesBouldinOf(partition), calinskiHarabasz: calinskiHarabaszOf(partition) };
}
