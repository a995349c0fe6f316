import { ClienteleError, methodTable, type SegmentationDocument } from '@clientele/contracts';
import { gaussianMixturePredict } from '@clientele/kernels';
import type { Scorer } from '../method.ts';

/** The segment of the largest posterior; confidence is the posterior. */
export function gmmScorer({ model, preparation }: SegmentationDocument): Scorer {
  if (model.method !== 'gmm') {
    throw new ClienteleError('model-invalid', `A model of ${methodTable[model.method].label} is no mixture.`);
  }
  const columns = preparation.columns.length;
  const mixture = {
    covariance: 'full',
    weights: Float64Array.from(model.weights),
    means: Float64Array.from(model.means.flat()),
    covariances: Float64Array.from(model.covariances.flat()),
  } as const;
  return ({ row }) => {
    const { labels, posteriors } = gaussianMixturePredict(mixture, row, { rows: 1, columns });
    return {
      distances: model.means.map(() => null),
      confidences: Array.from(posteriors),
      segment: labels[0] ?? 0,
      notes: [],
    };
  };
}
