import { ClienteleError, methodTable, type SegmentationDocument } from '@clientele/contracts';
import type { Scorer } from '../method.ts';
import { nearestOf } from '../nearest-center-scorer.ts';
import { codeOf, mixedColumns } from './mixed-columns.ts';

/**
 * The prototype of the least cost: squared differences of the numbers, and gamma for each category that is not the segment's most frequent
 * one. Confidence as for nearest centres, with the cost in the place of the squared distance.
 */
export function kprototypesScorer({ model, preparation }: SegmentationDocument): Scorer {
  if (model.method !== 'kprototypes') {
    throw new ClienteleError('model-invalid', `A model of ${methodTable[model.method].label} has no prototypes.`);
  }
  const { numbers, categories } = mixedColumns(preparation);
  const { centers, modes, gamma, variance } = model;
  return ({ row }) => {
    const codes = categories.map((category) => codeOf(row, 0, category, preparation));
    const costs = centers.map((center, segment) => {
      const far = numbers.reduce((sum, column, j) => sum + ((row[column] ?? 0) - (center[j] ?? 0)) ** 2, 0);
      const differing = codes.filter((code, j) => code !== modes[segment]?.[j]).length;
      return far + gamma * differing;
    });
    return nearestOf(costs, variance);
  };
}
