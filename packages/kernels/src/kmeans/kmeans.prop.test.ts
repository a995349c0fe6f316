import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clouds, gridPoints } from '../../testing/made-points.ts';
import { bestInertia } from '../../testing/naive.ts';
import { inertia } from '../quality/inertia.ts';
import { assignNearest } from './assign-nearest.ts';
import { kmeans } from './kmeans.ts';

describe('laws of kmeans', () => {
  it('reaches the optimum found by trying every partition', () => {
    const few = gridPoints.filter(({ rows }) => rows <= 8);
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 3 }), (data, clusters) => {
        const best = bestInertia(data, clusters);
        const fit = kmeans(data.points, { ...data, clusters, starts: 4 });
        expect(fit.inertia).toBeCloseTo(best, 8);
      }),
      { numRuns: 60 },
    );
  });

  it('gives a partition into means that no point is nearer to another of', () => {
    fc.assert(
      fc.property(gridPoints, fc.integer({ min: 1, max: 5 }), (data, clusters) => {
        const fit = kmeans(data.points, { ...data, clusters, starts: 3 });
        const { distances } = assignNearest(data.points, { ...data, centers: fit.centers, clusters: fit.clusters });
        expect(distances.reduce((sum, d) => sum + d, 0)).toBeCloseTo(fit.inertia, 8);
        expect(inertia(data.points, { ...data, labels: fit.labels })).toBeCloseTo(fit.inertia, 8);
        expect(fit.sizes.reduce((sum, size) => sum + size, 0)).toBe(data.rows);
        expect(fit.converged).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same answer for the same seed, for shifted, and for scaled points', () => {
    const { points, rows, columns } = clouds(120, 3, 4);
    const fit = kmeans(points, { rows, columns, clusters: 4, seed: 3 });
    expect(kmeans(points, { rows, columns, clusters: 4, seed: 3 })).toEqual(fit);
    const moved = points.map((value) => value * 16 + 1024);
    const other = kmeans(moved, { rows, columns, clusters: 4, seed: 3 });
    expect(other.labels).toEqual(fit.labels);
    expect(other.inertia / fit.inertia / 256).toBeCloseTo(1, 9);
  });

  it('gives the same partition for rows in another order and for any seed, where the groups are plain', () => {
    const { points, rows, columns } = clouds(200, 2, 3, 4);
    const fit = kmeans(points, { rows, columns, clusters: 3 });
    const reversed = new Float64Array(points.length);
    for (let i = 0; i < rows; i++)
      reversed.set(points.subarray(i * columns, (i + 1) * columns), (rows - 1 - i) * columns);
    expect(kmeans(reversed, { rows, columns, clusters: 3, seed: 9 }).labels.reverse()).toEqual(fit.labels);
  });
});
