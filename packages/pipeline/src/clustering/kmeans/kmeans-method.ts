import { methodLabels } from '@clientele/contracts';
import type { SegmentationMethod } from '../method.ts';
import { fitKmeans } from './fit.ts';
import { kmeansParameters } from './parameters.ts';
import { kmeansScorer } from './scorer.ts';

/** k-means: k centres, each customer to the nearest, so that the sum of squared distances is as small as possible. */
export const kmeansMethod: SegmentationMethod = {
  id: 'kmeans',
  label: methodLabels.kmeans,
  parameters: kmeansParameters,
  usesPreparation: true,
  fewest: ({ k, fromK }) =>
    k === 'auto'
      ? { customers: fromK + 1, because: `choosing k from ${fromK} on needs at least ${fromK + 1}` }
      : { customers: k, because: `k = ${k} needs at least ${k}` },
  fit: fitKmeans,
  scorer: kmeansScorer,
};
