import { checkCount, checkFinite, checkShape } from '../checks/check-points.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** Sizes for {@link pca}. */
export interface PcaOptions {
  rows: number;
  columns: number;
  /** How many components to give, at most `columns`. */
  components: number;
  /** Whether to project the points too. */
  scores?: boolean;
}

/** Principal axes of a cloud of points. */
export interface Pca {
  /** Mean of each column. */
  mean: Float64Array;
  /** Row-major, components x columns, of length 1; each row's largest loading in absolute value is positive. */
  components: Float64Array;
  /** Variance along each component (divided by n - 1). */
  variance: Float64Array;
  /** Share of the total variance; 0 where there is none. */
  ratio: Float64Array;
  /** Row-major, rows x components, where asked for. */
  scores?: Float64Array;
}

/**
 * Principal components of the covariance matrix. Source: Pearson 1901; signs are fixed so that the same data give the same picture.
 * `points` is row-major and is not changed. Cost n x d² + d³. RangeError for sizes that do not fit and numbers that are not finite.
 */
export function pca(points: Float64Array, options: PcaOptions): Pca {
  const { rows, columns, components, scores = false } = options;
  checkShape(points, rows, columns);
  checkCount('components', components, 1);
  if (components > columns) throw new RangeError(`components must be at most columns = ${columns}, got ${components}`);
  checkFinite(points, columns);

  const mean = new Float64Array(columns);
  for (let p = 0; p < points.length; p++) mean[p % columns] += points[p];
  for (let j = 0; j < columns; j++) mean[j] /= rows;
  const { values, vectors } = symmetricEigen(covariance(points, mean, rows), columns);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const variance = values.slice(0, components).map((value) => Math.max(0, value));
  const axes = vectors.slice(0, components * columns);
  for (let c = 0; c < components; c++) fixSignInPlace(axes.subarray(c * columns, (c + 1) * columns));
  const found: Pca = {
    mean,
    components: axes,
    variance,
    ratio: variance.map((value) => (total > 0 ? value / total : 0)),
  };
  return scores ? { ...found, scores: pcaTransform(points, { rows, columns, mean, components: axes }) } : found;
}

/** Projects points onto components found by {@link pca}: row-major, rows x components. Cost n x d a component. */
export function pcaTransform(
  points: Float64Array,
  options: { rows: number; columns: number; mean: Float64Array; components: Float64Array },
): Float64Array {
  const { rows, columns, mean, components } = options;
  checkShape(points, rows, columns);
  if (mean.length !== columns || components.length === 0 || components.length % columns !== 0) {
    throw new RangeError(
      `mean and components must have columns = ${columns} numbers a row, got ${mean.length} and ${components.length}`,
    );
  }
  checkFinite(points, columns);
  const count = components.length / columns;
  const scores = new Float64Array(rows * count);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < count; c++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += (points[i * columns + j] - mean[j]) * components[c * columns + j];
      scores[i * count + c] = sum;
    }
  }
  return scores;
}

function covariance(points: Float64Array, mean: Float64Array, rows: number): Float64Array {
  const d = mean.length;
  const matrix = new Float64Array(d * d);
  const row = new Float64Array(d);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < d; j++) row[j] = points[i * d + j] - mean[j];
    for (let j = 0; j < d; j++) for (let l = j; l < d; l++) matrix[j * d + l] += row[j] * row[l];
  }
  for (let j = 0; j < d; j++) {
    for (let l = j; l < d; l++) {
      matrix[j * d + l] /= Math.max(1, rows - 1);
      matrix[l * d + j] = matrix[j * d + l];
    }
  }
  return matrix;
}

function fixSignInPlace(axis: Float64Array): void {
  let largest = 0;
  for (let j = 1; j < axis.length; j++) if (Math.abs(axis[j]) > Math.abs(axis[largest]) * (1 + 1e-9)) largest = j;
  if (axis[largest] < 0) for (let j = 0; j < axis.length; j++) axis[j] = -axis[j];
}
