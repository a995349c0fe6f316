import { allocateFloat64, type Problem } from '../kmeans/problem.ts';
import { pca } from '../projection/pca.ts';

/** Fewest rows for each column: with less, any cloud can be cut so that it seems to have a valley. */
const ROWS_A_COLUMN = 20;

/** Centred points, or their places along the principal axes of most variance where there are few rows for so many columns. */
export interface LeadingAxes {
  problem: Problem;
  /** Row-major, axes x columns; null where all columns stay. */
  axes: Float64Array | null;
}

/** Takes as many axes as the rows bear. Cost n x d² + d³ where there are too many columns. */
export function leadingAxes(problem: Problem, shared: boolean): LeadingAxes {
  const { points, rows, columns } = problem;
  const components = Math.max(1, Math.floor(rows / ROWS_A_COLUMN));
  if (components >= columns) return { problem, axes: null };
  const { components: axes, scores = points } = pca(points, { rows, columns, components, scores: true });
  const places = allocateFloat64(scores.length, shared);
  places.set(scores);
  return { problem: { points: places, rows, columns: components, weights: null }, axes };
}

/** Centres along the axes, back among the columns. */
export function backToColumns(centers: Float64Array, axes: Float64Array, columns: number): Float64Array {
  const components = axes.length / columns;
  const clusters = centers.length / components;
  const found = new Float64Array(clusters * columns);
  for (let k = 0; k < clusters; k++) {
    for (let c = 0; c < components; c++) {
      for (let j = 0; j < columns; j++) found[k * columns + j] += centers[k * components + c] * axes[c * columns + j];
    }
  }
  return found;
}
