export { compareLabels, type LabelComparison } from './agreement/compare-labels.ts';
export { type Contingency, contingency } from './agreement/contingency.ts';
export { expectedMutualInformation } from './agreement/expected-information.ts';
export {
  adjustedMutualInformation,
  completeness,
  homogeneity,
  type InformationAverage,
  mutualInformation,
  normalizedMutualInformation,
} from './agreement/information.ts';
export { type ClusterMatching, type ClusterPair, matchClusters } from './agreement/match-clusters.ts';
export {
  adjustedRandIndex,
  fowlkesMallows,
  type PairConfusion,
  pairConfusion,
  pairJaccard,
  randIndex,
} from './agreement/pair-agreement.ts';
export {
  type ChooseClustersOptions,
  type ClusterCandidate,
  type ClusterChoice,
  type ClusterMeasure,
  chooseClusters,
} from './choose/choose-clusters.ts';
export {
  type LabelingMeasures,
  type MeasureLabelingsOptions,
  measureLabelings,
} from './choose/measure-labelings.ts';
export { type NumberedClusters, numberByMeans } from './clusters/number-by-means.ts';
export { type DbscanOptions, dbscan } from './density/dbscan.ts';
export type { DbscanFit } from './density/dbscan-fit.ts';
export { createDbscanPredictor, type DbscanModel, dbscanModel, dbscanPredict } from './density/dbscan-predict.ts';
export { type HdbscanOptions, hdbscan } from './density/hdbscan.ts';
export type { HdbscanFit } from './density/hdbscan-fit.ts';
export type { HdbscanModel } from './density/hdbscan-model.ts';
export { createHdbscanPredictor, type HdbscanAssignment, hdbscanPredict } from './density/hdbscan-predict.ts';
export { type EpsSuggestion, suggestEps } from './density/suggest-eps.ts';
export { type Cut, cutDendrogram } from './hierarchical/cut-dendrogram.ts';
export type { Dendrogram, Linkage } from './hierarchical/dendrogram.ts';
export { type HierarchicalOptions, hierarchical, hierarchicalPredict } from './hierarchical/hierarchical.ts';
export type { HierarchicalFit } from './hierarchical/hierarchical-fit.ts';
export { type LinkageOptions, linkage } from './hierarchical/linkage.ts';
export { type DistanceLinkageOptions, linkageFromDistances } from './hierarchical/linkage-from-distances.ts';
export { type TruncatedDendrogram, truncateDendrogram } from './hierarchical/truncate-dendrogram.ts';
export { type Hooks, Stopped } from './hooks.ts';
export { type Assignment, type AssignOptions, assignNearest } from './kmeans/assign-nearest.ts';
export { type KmeansFit, type KmeansOptions, kmeans } from './kmeans/kmeans.ts';
export {
  createMiniBatchKmeans,
  type MiniBatchKmeans,
  type MiniBatchOptions,
} from './minibatch/create-mini-batch-kmeans.ts';
export { type MiniBatchKmeansOptions, miniBatchKmeans } from './minibatch/mini-batch-kmeans.ts';
export type { MixtureAssignment } from './mixture/assign-mixture.ts';
export {
  type ChooseMixtureOptions,
  chooseMixture,
  type MixtureCandidate,
  type MixtureChoice,
} from './mixture/choose-mixture.ts';
export { type Components, type Covariance, wholeCovariances } from './mixture/components.ts';
export { type GaussianMixtureFit, type GaussianMixtureOptions, gaussianMixture } from './mixture/gaussian-mixture.ts';
export { gaussianMixturePredict } from './mixture/gaussian-mixture-predict.ts';
export {
  type NeighbourGraph,
  type NeighbourGraphOptions,
  neighbourGraph,
} from './neighbours/neighbour-graph.ts';
export { createPool } from './pool/create-pool.ts';
export type { Pool, PoolCallOptions, PoolCapabilities, PoolOptions } from './pool/pool.ts';
export { type Pca, type PcaOptions, pca, pcaTransform } from './projection/pca.ts';
export { type Trustworthiness, type TrustworthinessOptions, trustworthiness } from './projection/trustworthiness.ts';
export type { PrototypeAssignment } from './prototypes/assign-prototypes.ts';
export { gowerDistance, gowerDistances, gowerRanges, type MixedRows } from './prototypes/gower-distances.ts';
export { type KPrototypesFit, type KPrototypesOptions, kPrototypes } from './prototypes/k-prototypes.ts';
export { kPrototypesPredict } from './prototypes/k-prototypes-predict.ts';
export type { MixedShape } from './prototypes/mixed-problem.ts';
export { calinskiHarabasz } from './quality/calinski-harabasz.ts';
export type { PartitionOptions } from './quality/cluster-means.ts';
export { daviesBouldin } from './quality/davies-bouldin.ts';
export { inertia } from './quality/inertia.ts';
export { type SilhouetteOptions, silhouette } from './quality/silhouette.ts';
export { silhouetteFromDistances } from './quality/silhouette-from-distances.ts';
export { type SilhouetteOutline, silhouetteProfile } from './quality/silhouette-profile.ts';
export type { SilhouetteResult } from './quality/summarise-silhouettes.ts';
export { createRandom, type Random } from './random/create-random.ts';
export type { Decomposition } from './series/decomposition.ts';
export { type EsdOptions, type EsdResult, generalisedEsd } from './series/generalised-esd.ts';
export { medianOf, scaledMad } from './series/median-of.ts';
export { robustTrend } from './series/robust-trend.ts';
export { type RollingMoments, rollingMoments } from './series/rolling-moments.ts';
export { seasonalMedian } from './series/seasonal-median.ts';
export { type StlOptions, stl } from './series/stl.ts';
export {
  type BootstrapOptions,
  type BootstrapResult,
  bootstrapJaccard,
  bootstrapJaccardWith,
  type ClusterFunction,
  type KmeansBootstrapOptions,
} from './stability/bootstrap-jaccard.ts';
export type { ClusterStability } from './stability/cluster-stability.ts';
export type { ResampleFit } from './stability/match-clusters-of-fit.ts';
export { drawResample, resampleSeed, resampleSize } from './stability/resample.ts';
export { type StabilityGrade, stabilityGrade } from './stability/stability-grade.ts';
export { type StabilityInput, stabilityOfFits } from './stability/stability-of-fits.ts';
export { mean, skewness, standardDeviation } from './statistics/moments.ts';
export { quantiles } from './statistics/quantiles.ts';
export { assessStructure, type StructureOptions } from './structure/assess-structure.ts';
export { dipPValue } from './structure/dip-p-value.ts';
export { type Dip, dipStatistic } from './structure/dip-statistic.ts';
export { type DipTestOptions, type DipTestResult, dipTest } from './structure/dip-test.ts';
export { type GapCandidate, type GapOptions, type GapResult, gapStatistic } from './structure/gap-statistic.ts';
export { type HopkinsOptions, type HopkinsResult, hopkins } from './structure/hopkins.ts';
export { type PairValleys, type PairValleysOptions, pairValleys } from './structure/pair-valleys.ts';
export {
  type PredictionStrengthOptions,
  type PredictionStrengthResult,
  predictionStrength,
  type StrengthCandidate,
} from './structure/prediction-strength.ts';
export type { StructureCandidate, StructureReferences, StructureResult } from './structure/structure-result.ts';
export type { Start as UmapStart } from './umap/start-places.ts';
export { type Umap, type UmapModel, type UmapOptions, umap } from './umap/umap.ts';
export { umapTransform } from './umap/umap-transform.ts';
