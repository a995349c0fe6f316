import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clouds, gridPoints } from '../../testing/made-points.ts';
import { COVARIANCES, type Components, type Covariance } from './components.ts';
import { gaussianMixture } from './gaussian-mixture.ts';
import { gaussianMixturePredict } from './gaussian-mixture-predict.ts';

/** Covariance matrix of a component as rows. */
function matrixOf({ covariance, covariances }: Components, c: number, d: number): number[][] {
  const entry: Record<Covariance, (i: number, j: number) => number> = {
    full: (i, j) => covariances[c * d * d + i * d + j],
    tied: (i, j) => covariances[i * d + j],
    diagonal: (i, j) => (i === j ? covariances[c * d + i] : 0),
    spherical: (i, j) => (i === j ? covariances[c] : 0),
  };
  return Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, j) => entry[covariance](i, j)));
}

/** Log of a normal density by Gaussian elimination with the determinant from its pivots, straight from the definition. */
function naiveLogDensity(x: number[], mean: number[], matrix: number[][]): number {
  const d = x.length;
  const rows = matrix.map((row, i) => [...row, x[i] - mean[i]]);
  let logDeterminant = 0;
  for (let i = 0; i < d; i++) {
    logDeterminant += Math.log(rows[i][i]);
    for (let r = i + 1; r < d; r++) {
      const factor = rows[r][i] / rows[i][i];
      for (let j = i; j <= d; j++) rows[r][j] -= factor * rows[i][j];
    }
  }
  const solved = new Array<number>(d).fill(0);
  for (let i = d - 1; i >= 0; i--) {
    let sum = rows[i][d];
    for (let j = i + 1; j < d; j++) sum -= rows[i][j] * solved[j];
    solved[i] = sum / rows[i][i];
  }
  const squares = solved.reduce((sum, value, i) => sum + value * (x[i] - mean[i]), 0);
  return -(d * Math.log(2 * Math.PI) + logDeterminant + squares) / 2;
}

const kinds = fc.constantFrom(...COVARIANCES);

describe('laws of gaussianMixture', () => {
  it('agrees with the definition: likelihood, posteriors, labels', () => {
    fc.assert(
      fc.property(gridPoints, kinds, fc.integer({ min: 1, max: 4 }), (data, covariance, clusters) => {
        const { points, rows, columns } = data;
        // Strong regularisation keeps the elimination of the oracle well conditioned.
        const fit = gaussianMixture(points, { ...data, clusters, covariance, starts: 2, regularisation: 0.01 });
        const matrices = Array.from(fit.weights, (_, c) => matrixOf(fit, c, columns));
        let total = 0;
        for (let i = 0; i < rows; i++) {
          const x = Array.from(points.subarray(i * columns, (i + 1) * columns));
          const densities = matrices.map((matrix, c) => {
            const mean = Array.from(fit.means.subarray(c * columns, (c + 1) * columns));
            return fit.weights[c] * Math.exp(naiveLogDensity(x, mean, matrix));
          });
          const sum = densities.reduce((a, b) => a + b, 0);
          total += Math.log(sum);
          densities.forEach((density, c) => {
            expect(fit.posteriors[i * fit.components + c]).toBeCloseTo(density / sum, 7);
          });
          expect(densities[fit.labels[i]] / Math.max(...densities)).toBeCloseTo(1, 7);
        }
        expect(fit.logLikelihood).toBeCloseTo(total, 5);
        expect(fit.sizes.reduce((a, b) => a + b, 0)).toBe(rows);
        expect(gaussianMixturePredict(fit, points, data).labels).toEqual(fit.labels);
      }),
      { numRuns: 40 },
    );
  });

  it('is a maximum: another step of EM, straight from the definition, changes next to nothing', () => {
    const data = clouds(200, 2, 3, 5);
    const { points, rows, columns } = data;
    const fit = gaussianMixture(points, { ...data, clusters: 3, tolerance: 1e-12, regularisation: 1e-12 });
    for (let c = 0; c < 3; c++) {
      const share = Array.from({ length: rows }, (_, i) => fit.posteriors[i * 3 + c]);
      const mass = share.reduce((a, b) => a + b, 0);
      expect(mass / rows).toBeCloseTo(fit.weights[c], 5);
      for (let j = 0; j < columns; j++) {
        const mean = share.reduce((sum, r, i) => sum + r * points[i * columns + j], 0) / mass;
        expect(mean).toBeCloseTo(fit.means[c * columns + j], 4);
        const variance = share.reduce((sum, r, i) => sum + r * (points[i * columns + j] - mean) ** 2, 0) / mass;
        expect(variance).toBeCloseTo(fit.covariances[c * 4 + j * 3], 3);
      }
    }
  });

  it.each(COVARIANCES)(
    'gives the same answer for the same seed, for shifted, and for scaled points (%s)',
    (covariance) => {
      const { points, rows, columns } = clouds(150, 3, 3, 2);
      const options = { rows, columns, clusters: 3, covariance, seed: 4 };
      const fit = gaussianMixture(points, options);
      expect(gaussianMixture(points, options)).toEqual(fit);
      const moved = gaussianMixture(
        points.map((value) => value * 16 + 1024),
        options,
      );
      expect(moved.labels).toEqual(fit.labels);
      // Each density is divided by 16 to the number of columns.
      expect(moved.logLikelihood).toBeCloseTo(fit.logLikelihood - rows * columns * Math.log(16), 3);
    },
  );

  it('gives the same answer for columns in other units, but where variances are bound together', () => {
    const { points, rows, columns } = clouds(150, 3, 3, 2);
    const units = [1, 1e-6, 1e4];
    const scaled = points.map((value, p) => value * units[p % 3]);
    for (const covariance of ['full', 'tied', 'diagonal'] as const) {
      const options = { rows, columns, clusters: 3, covariance };
      const fit = gaussianMixture(points, options);
      expect(gaussianMixture(scaled, options).labels).toEqual(fit.labels);
    }
  });

  it('gives the same partition for rows in another order and for any seed', () => {
    const { points, rows, columns } = clouds(200, 2, 3, 4);
    const fit = gaussianMixture(points, { rows, columns, clusters: 3 });
    const reversed = new Float64Array(points.length);
    for (let i = 0; i < rows; i++) {
      reversed.set(points.subarray(i * columns, (i + 1) * columns), (rows - 1 - i) * columns);
    }
    const other = gaussianMixture(reversed, { rows, columns, clusters: 3, seed: 9 });
    expect(other.labels.reverse()).toEqual(fit.labels);
    expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood, 2);
  });
});
