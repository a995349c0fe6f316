export {
  type ChooseClustersOptions,
  type ClusterCandidate,
  type ClusterChoice,
  chooseClusters,
} from './choose/choose-clusters.ts';
export { type Hooks, Stopped } from './hooks.ts';
export { type Assignment, type AssignOptions, assignNearest } from './kmeans/assign-nearest.ts';
export { type KmeansFit, type KmeansOptions, kmeans } from './kmeans/kmeans.ts';
export { createPool, type Pool, type PoolCallOptions, type PoolOptions } from './pool/create-pool.ts';
export { type Pca, type PcaOptions, pca, pcaTransform } from './projection/pca.ts';
export { calinskiHarabasz } from './quality/calinski-harabasz.ts';
export type { PartitionOptions } from './quality/cluster-means.ts';
export { daviesBouldin } from './quality/davies-bouldin.ts';
export { inertia } from './quality/inertia.ts';
export { type SilhouetteOptions, silhouette } from './quality/silhouette.ts';
export type { SilhouetteResult } from './quality/summarise-silhouettes.ts';
export { createRandom, type Random } from './random/create-random.ts';
export { mean, skewness, standardDeviation } from './statistics/moments.ts';
export { quantiles } from './statistics/quantiles.ts';
