import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridPoints } from '../../testing/made-points.ts';
import { COVARIANCES } from './components.ts';
import { momentsOfLabels } from './em-pass.ts';
import { updateComponents } from './update-components.ts';

describe('updateComponents', () => {
  it('gives means and covariances of each cluster, whatever point the moments were taken around', () => {
    const kinds = fc.constantFrom(...COVARIANCES);
    fc.assert(
      fc.property(gridPoints, kinds, fc.integer({ min: -3, max: 3 }), (data, covariance, origin) => {
        const { points, rows, columns: d } = data;
        const labels = new Int32Array(rows).map((_, i) => i % 2);
        const means = new Float64Array(2 * d).fill(origin);
        const isDiagonal = covariance === 'diagonal' || covariance === 'spherical';
        const moments = momentsOfLabels(points, labels, { k: 2, d, isDiagonal, means });
        const found = updateComponents(moments, means, covariance, new Float64Array(d).fill(0.5));

        const own = [0, 1].map((c) => Array.from(labels.keys()).filter((i) => labels[i] === c));
        const mean = own.map((group) =>
          Array.from({ length: d }, (_, j) => group.reduce((sum, i) => sum + points[i * d + j], 0) / group.length),
        );
        const product = (c: number, a: number, b: number): number =>
          own[c].reduce((sum, i) => sum + (points[i * d + a] - mean[c][a]) * (points[i * d + b] - mean[c][b]), 0);
        for (let c = 0; c < 2; c++) {
          expect(found.weights[c]).toBeCloseTo(own[c].length / rows, 12);
          let trace = 0;
          for (let a = 0; a < d; a++) {
            expect(found.means[c * d + a]).toBeCloseTo(mean[c][a], 10);
            trace += product(c, a, a) / own[c].length + 0.5;
            if (covariance === 'diagonal') {
              expect(found.covariances[c * d + a]).toBeCloseTo(product(c, a, a) / own[c].length + 0.5, 9);
            }
            for (let b = 0; b < d; b++) {
              const floor = a === b ? 0.5 : 0;
              if (covariance === 'full') {
                const value = product(c, a, b) / own[c].length + floor;
                expect(found.covariances[c * d * d + a * d + b]).toBeCloseTo(value, 9);
              } else if (covariance === 'tied') {
                const value = (product(0, a, b) + product(1, a, b)) / rows + floor;
                expect(found.covariances[a * d + b]).toBeCloseTo(value, 9);
              }
            }
          }
          if (covariance === 'spherical') expect(found.covariances[c]).toBeCloseTo(trace / d, 9);
        }
      }),
    );
  });
});
