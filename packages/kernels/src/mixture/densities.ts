import type { Components } from './components.ts';

/** Components made ready for evaluation: the log density of x is constant - |factor (x - mean)|² / 2, weight included. */
export interface Densities {
  /** Components. */
  k: number;
  /** Columns. */
  d: number;
  isDiagonal: boolean;
  means: Float64Array;
  constants: Float64Array;
  /** Inverse deviations, k x d, or the rows of the inverse Cholesky factors, k x d(d + 1)/2. */
  factors: Float64Array;
}

/** A pivot below this part of its variance is rounding. */
const LEAST_PIVOT = 1e-14;
const LOG_2_PI = Math.log(2 * Math.PI);

/** Factors every covariance. Cost k x d³. */
export function toDensities(components: Components, d: number): Densities {
  const { covariance, weights, means, covariances } = components;
  const k = weights.length;
  const isDiagonal = covariance === 'diagonal' || covariance === 'spherical';
  const width = isDiagonal ? d : (d * (d + 1)) / 2;
  const factors = new Float64Array(k * width);
  const constants = new Float64Array(k);
  for (let c = 0; c < k; c++) {
    const factor = factors.subarray(c * width, (c + 1) * width);
    let logDeterminant = 0;
    if (isDiagonal) {
      for (let j = 0; j < d; j++) {
        factor[j] = 1 / Math.sqrt(covariances[covariance === 'diagonal' ? c * d + j : c]);
        logDeterminant += Math.log(factor[j]);
      }
    } else if (covariance === 'tied' && c > 0) {
      factor.set(factors.subarray(0, width));
      for (let j = 0; j < d; j++) logDeterminant += Math.log(factor[diagonalAt(j)]);
    } else {
      invertCholesky(covariances.subarray(c * d * d, (c + 1) * d * d), d, factor);
      for (let j = 0; j < d; j++) logDeterminant += Math.log(factor[diagonalAt(j)]);
    }
    constants[c] = Math.log(weights[c]) - (d * LOG_2_PI) / 2 + logDeterminant;
  }
  return { k, d, isDiagonal, means, constants, factors };
}

/** Where a packed lower triangle has its j-th diagonal. */
function diagonalAt(j: number): number {
  return (j * (j + 3)) / 2;
}

/** Leaves the inverse of the lower Cholesky factor of `matrix`, packed by rows, in `into`. */
function invertCholesky(matrix: Float64Array, d: number, into: Float64Array): void {
  const lower = new Float64Array(into.length);
  for (let i = 0, row = 0; i < d; row += ++i) {
    for (let j = 0, other = 0; j <= i; other += ++j) {
      let sum = matrix[i * d + j];
      for (let m = 0; m < j; m++) sum -= lower[row + m] * lower[other + m];
      lower[row + j] = i === j ? Math.sqrt(Math.max(sum, matrix[i * d + i] * LEAST_PIVOT)) : sum / lower[other + j];
    }
  }
  for (let i = 0, row = 0; i < d; row += ++i) {
    into[row + i] = 1 / lower[row + i];
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let m = j; m < i; m++) sum -= lower[row + m] * into[(m * (m + 1)) / 2 + j];
      into[row + j] = sum / lower[row + i];
    }
  }
}
