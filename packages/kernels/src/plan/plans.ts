import { planChooseClusters } from '../choose/choose-clusters.ts';
import { planMeasureLabelings } from '../choose/measure-labelings.ts';
import { planDbscan } from '../density/dbscan.ts';
import { planHdbscan } from '../density/hdbscan.ts';
import { planHierarchical } from '../hierarchical/hierarchical.ts';
import { planKmeans } from '../kmeans/kmeans.ts';
import { planMiniBatchKmeans } from '../minibatch/mini-batch-kmeans.ts';
import { planChooseMixture } from '../mixture/choose-mixture.ts';
import { planGaussianMixture } from '../mixture/gaussian-mixture.ts';
import { planNeighbourGraph } from '../neighbours/neighbour-graph.ts';
import { planTrustworthiness } from '../projection/trustworthiness.ts';
import { planKPrototypes } from '../prototypes/k-prototypes.ts';
import { planSilhouette } from '../quality/silhouette.ts';
import { planBootstrapJaccard } from '../stability/bootstrap-jaccard.ts';
import { planAssessStructure } from '../structure/assess-structure.ts';
import { planDipTest } from '../structure/dip-test.ts';
import { planGapStatistic } from '../structure/gap-statistic.ts';
import { planHopkins } from '../structure/hopkins.ts';
import { planPredictionStrength } from '../structure/prediction-strength.ts';
import { planUmap } from '../umap/umap.ts';
import { planUmapTransform } from '../umap/umap-transform.ts';

/**
 * The long kernels: each is a method of the pool under its name here. A new one is one line.
 * A plan takes what the synchronous call takes, then `shared`, and has no default values among its parameters.
 */
export const plans = {
  kmeans: planKmeans,
  miniBatchKmeans: planMiniBatchKmeans,
  hierarchical: planHierarchical,
  dbscan: planDbscan,
  hdbscan: planHdbscan,
  gaussianMixture: planGaussianMixture,
  chooseMixture: planChooseMixture,
  kPrototypes: planKPrototypes,
  chooseClusters: planChooseClusters,
  measureLabelings: planMeasureLabelings,
  silhouette: planSilhouette,
  gapStatistic: planGapStatistic,
  predictionStrength: planPredictionStrength,
  bootstrapJaccard: planBootstrapJaccard,
  hopkins: planHopkins,
  dipTest: planDipTest,
  assessStructure: planAssessStructure,
  neighbourGraph: planNeighbourGraph,
  umap: planUmap,
  umapTransform: planUmapTransform,
  trustworthiness: planTrustworthiness,
};
