import type { Candidate } from '@clientele/contracts';
import type { ClusterCandidate, KmeansFit } from '@clientele/kernels';
import { kernelCalls, type RunEffects } from '../kernel-calls.ts';
import { evidenceEffort, type MeasuredRange } from '../measured-range.ts';
import type { FitInput } from '../method.ts';
import { nearestCenterScorer } from '../nearest-center-scorer.ts';
import { type Partition, rowsInSegmentOrder } from '../partition.ts';
import { partitionMethod } from '../partition-method.ts';

/** k-means: k centres, each customer to the nearest, so that the sum of squared distances is as small as possible. */
export const kmeansMethod = partitionMethod({
  id: 'kmeans',
  async partition({ prepared, recipe }, k, effects) {
    const { matrix, rows, columns } = prepared;
    const options = { rows, columns, clusters: k ?? 2, starts: recipe.starts, seed: recipe.seed };
    return centersPartition('kmeans', await kernelCalls(effects, 'k-means').kmeans(matrix, options), columns);
  },
  measureRange,
  scorer: nearestCenterScorer,
});

const quick = ['silhouette', 'daviesBouldin', 'calinskiHarabasz', 'inertia'] as const;
const slow = ['gap', 'predictionStrength', 'stability'] as const;

/** All k at once: the fits share the starts' summary, the silhouettes their distances; the evidence is of these very fits. */
async function measureRange(
  { prepared, recipe, evidence = false }: FitInput,
  from: number,
  to: number,
  effects: RunEffects,
): Promise<MeasuredRange> {
  const { matrix, rows, columns } = prepared;
  const { starts, seed } = recipe;
  const measures = evidence ? { measures: [...quick, ...slow], ...evidenceEffort } : {};
  const step = evidence ? 'Measuring stability and gap over k' : 'Quality over k';
  const options = { rows, columns, from, to, starts, seed, ...measures };
  const { candidates, gap } = await kernelCalls(effects, step).chooseClusters(matrix, options);
  return {
    candidates: candidates.map(toCandidate),
    partitions: candidates.map((candidate) => centersPartition('kmeans', candidate, columns)),
    silhouettes: candidates.map(({ silhouette, silhouetteBound, exact, samples, sampleRows, clusterSilhouettes }) => ({
      mean: silhouette,
      bound: silhouetteBound,
      exact,
      samples,
      sampleRows,
      clusterMeans: clusterSilhouettes,
    })),
    ...(gap !== null && { gaps: gap.candidates.map(({ clusters, ...rest }) => ({ k: clusters, ...rest })) }),
  };
}

function toCandidate(candidate: ClusterCandidate): Candidate {
  const { clusters, inertia, silhouette, daviesBouldin, calinskiHarabasz, smallest, converged } = candidate;
  const { predictionStrength, stability } = candidate;
  const jaccards = [...(stability?.jaccard ?? [])].filter(Number.isFinite);
  return {
    k: clusters,
    inertia,
    silhouette,
    daviesBouldin,
    calinskiHarabasz,
    smallest,
    converged,
    ...(predictionStrength !== null && { predictionStrength }),
    ...(jaccards.length > 0 && {
      jaccard: jaccards.reduce((sum, value) => sum + value, 0) / jaccards.length,
      jaccardLowest: Math.min(...jaccards),
    }),
  };
}

/** A partition around centres, as k-means and mini-batch k-means find it. */
export function centersPartition(
  method: 'kmeans' | 'minibatch',
  fit: Pick<KmeansFit, 'labels' | 'clusters' | 'centers' | 'inertia' | 'iterations' | 'converged'>,
  columns: number,
): Partition {
  const { labels, clusters, centers, inertia, iterations, converged } = fit;
  return {
    labels,
    clusters,
    converged,
    iterations,
    quality: { inertia },
    doubts: [],
    model: (ids) => ({
      method,
      k: clusters,
      centers: rowsInSegmentOrder(ids, centers, columns),
      variance: inertia / labels.length / columns,
      iterations,
      converged,
    }),
  };
}
