import { ClienteleError, type SegmentationDocument } from '@clientele/contracts';
import type { Scorer } from '../method.ts';

/**
 * Nearest centre (the lowest segment among equals). Confidence is the posterior of equal spherical normal distributions around
 * the centres with the within-segment variance: softmax of -d^2 / (2 variance). Without variance the nearest has it all.
 */
export function kmeansScorer({ model }: SegmentationDocument): Scorer {
  if (model.method !== 'kmeans') {
    throw new ClienteleError('model-invalid', `The recipe says k-means, but the model is of ${model.method}.`);
  }
  return ({ row }) => {
    const squares = model.centers.map((center) =>
      center.reduce((sum, value, column) => sum + ((row[column] ?? 0) - value) ** 2, 0),
    );
    const least = Math.min(...squares);
    const weights = squares.map((square) =>
      model.variance > 0 ? Math.exp((least - square) / (2 * model.variance)) : square === least ? 1 : 0,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return {
      distances: squares.map(Math.sqrt),
      confidences: weights.map((weight) => weight / total),
      segment: squares.indexOf(least),
      notes: [],
    };
  };
}
