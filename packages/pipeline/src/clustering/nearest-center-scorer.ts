import { ClienteleError, methodTable, type SegmentationDocument } from '@clientele/contracts';
import type { Scorer, Scores } from './method.ts';

/**
 * Nearest centre (the lowest segment among equals). Confidence is the posterior of equal spherical normal distributions around
 * the centres with the within-segment variance: softmax of -d^2 / (2 variance). Without variance the nearest has it all.
 */
export function nearestCenterScorer({ model }: SegmentationDocument): Scorer {
  if (!('centers' in model) || model.method === 'kprototypes') {
    throw new ClienteleError('model-invalid', `A model of ${methodTable[model.method].label} has no centres.`);
  }
  const { centers, variance } = model;
  return ({ row }) =>
    nearestOf(
      centers.map((center) => center.reduce((sum, value, column) => sum + ((row[column] ?? 0) - value) ** 2, 0)),
      variance,
    );
}

/** Scores from squared distances to the segments, all of the same spread. */
export function nearestOf(squares: number[], variance: number): Scores {
  const least = Math.min(...squares);
  const weights = squares.map((square) =>
    variance > 0 ? Math.exp((least - square) / (2 * variance)) : square === least ? 1 : 0,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    distances: squares.map(Math.sqrt),
    confidences: weights.map((weight) => weight / total),
    segment: squares.indexOf(least),
    notes: [],
  };
}
