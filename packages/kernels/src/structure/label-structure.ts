import { type Hooks, stopIfAsked } from '../hooks.ts';
import { nearestTwoFor } from '../kmeans/nearest-two.ts';
import type { Problem } from '../kmeans/problem.ts';
import { backToColumns } from './leading-axes.ts';
import type { StructureFit } from './structure-fits.ts';

/** Rows to label, the columns that count, what was taken off them, and a fit of them. */
export interface LabelStructureInput {
  problem: Problem;
  varied: number[];
  offsets: Float64Array;
  /** The axes the fit is along; null where it is along the columns. */
  axes: Float64Array | null;
  fit: StructureFit;
  /** Whether each cluster is a group. */
  isWhole: boolean;
}

const ROWS_BETWEEN_LOOKS = 16_384;

/** The group of the centre nearest to each row. Cost n x k x d. */
export function labelStructure(
  { problem, varied, offsets, axes, fit, isWhole }: LabelStructureInput,
  hooks: Hooks = {},
): Int32Array {
  const { points, rows, columns } = problem;
  const { groupOf } = fit;
  const centers = axes === null ? fit.centers : backToColumns(fit.centers, axes, varied.length);
  const nearest = nearestTwoFor(varied.length);
  const row = new Float64Array(varied.length);
  const two = new Float64Array(2);
  const labels = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    if (i % ROWS_BETWEEN_LOOKS === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(i / rows);
    }
    for (let j = 0; j < varied.length; j++) row[j] = points[i * columns + varied[j]] - offsets[j];
    const cluster = nearest(row, 0, centers, groupOf.length, varied.length, two);
    labels[i] = isWhole ? cluster : groupOf[cluster];
  }
  return labels;
}
