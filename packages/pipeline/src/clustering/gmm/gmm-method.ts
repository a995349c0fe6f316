import type { Covariance, GaussianMixtureFit } from '@clientele/kernels';
import { kernelCalls, type RunEffects } from '../kernel-calls.ts';
import type { FitInput } from '../method.ts';
import { inSegmentOrder, type Partition, rowsInSegmentOrder } from '../partition.ts';
import { partitionMethod } from '../partition-method.ts';
import { fullCovariances } from './full-covariances.ts';
import { gmmScorer } from './scorer.ts';

const kinds: readonly Covariance[] = ['full', 'tied', 'diagonal', 'spherical'];

/** Gaussian mixture: k normal distributions, each customer to the one that it most likely comes from; k by BIC. */
export const gmmMethod = partitionMethod({
  id: 'gmm',
  async partition(input, k, effects) {
    const asked = input.recipe.covariance ?? 'full';
    const fits: GaussianMixtureFit[] = [];
    for (const covariance of asked === 'auto' ? kinds : [asked]) {
      fits.push(await fitMixture(input, k ?? 2, covariance, effects));
    }
    const best = fits.reduce((a, b) => (b.bic < a.bic ? b : a));
    return mixturePartition(best, input.prepared.columns);
  },
  scorer: gmmScorer,
});

function fitMixture(
  { prepared, recipe }: FitInput,
  clusters: number,
  covariance: Covariance,
  effects: RunEffects,
): Promise<GaussianMixtureFit> {
  const { matrix, rows, columns } = prepared;
  const { starts, seed } = recipe;
  const calls = kernelCalls(effects, `Mixture of ${clusters}`);
  return calls.gaussianMixture(matrix, { rows, columns, clusters, covariance, starts, seed });
}

/** Components that win no customer are numbered last by the kernel and left out: they would be segments without customers. */
function mixturePartition(fit: GaussianMixtureFit, columns: number): Partition {
  const { labels, clusters, iterations, converged, logLikelihood, bic, aic, covariance, weights, means } = fit;
  const covariances = fullCovariances(fit, columns);
  return {
    labels,
    clusters,
    iterations,
    converged,
    quality: { logLikelihood, bic, aic },
    doubts: [],
    model: (ids) => ({
      method: 'gmm',
      k: clusters,
      covariance,
      weights: inSegmentOrder(ids, (cluster) => weights[cluster] ?? 0),
      means: rowsInSegmentOrder(ids, means, columns),
      covariances: rowsInSegmentOrder(ids, covariances, columns * columns),
      iterations,
      converged,
    }),
  };
}
