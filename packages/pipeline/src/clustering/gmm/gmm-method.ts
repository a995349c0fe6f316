import type { Problem } from '@clientele/contracts';
import { type Covariance, type GaussianMixtureFit, wholeCovariances } from '@clientele/kernels';
import { kernelCalls, type RunEffects } from '../kernel-calls.ts';
import type { FitInput } from '../method.ts';
import { inSegmentOrder, type Partition, rowsInSegmentOrder } from '../partition.ts';
import { partitionMethod } from '../partition-method.ts';
import { dearRows } from '../refit.ts';
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
    const best = fits.reduce((a, b) => ((a.flat === b.flat ? b.bic < a.bic : a.flat) ? b : a));
    return mixturePartition(best, input.prepared.columns);
  },
  refit: {
    mostRows: dearRows,
    recipe: (recipe, { model }) => (model?.method === 'gmm' ? { ...recipe, covariance: model.covariance } : recipe),
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

const flatComponent: Problem = {
  severity: 'warning',
  code: 'flat-component',
  message:
    'A component of the mixture has no width: its customers share the same value of a feature, as those with a single order do; likelihood, BIC and AIC say little there.',
};

const heldOpen: Problem = {
  severity: 'info',
  code: 'held-open',
  message:
    'Many customers share the same value of a feature, as those with a single order do; the components are held as wide as the rounding of the values, so that none shrinks to one value.',
};

/** Components that win no customer are numbered last by the kernel and left out: they would be segments without customers. */
function mixturePartition(fit: GaussianMixtureFit, columns: number): Partition {
  const { labels, clusters, iterations, converged, logLikelihood, bic, aic, covariance, weights, means, flat, held } =
    fit;
  const covariances = wholeCovariances(fit, columns);
  return {
    labels,
    clusters,
    iterations,
    converged,
    quality: { logLikelihood, bic, aic },
    isBicVoid: flat,
    doubts: [...(flat ? [flatComponent] : []), ...(held ? [heldOpen] : [])],
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
