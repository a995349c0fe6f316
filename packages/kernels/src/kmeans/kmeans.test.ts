import { describe, expect, it } from 'vitest';
import { flat, iris, standardised } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { Stopped } from '../hooks.ts';
import { kmeans } from './kmeans.ts';

describe('kmeans', () => {
  it('finds two pairs on a line, worked by hand', () => {
    const fit = kmeans(Float64Array.of(10, 0, 12, 2), { rows: 4, columns: 1, clusters: 2 });
    expect(Array.from(fit.labels)).toEqual([1, 0, 1, 0]);
    expect(Array.from(fit.centers)).toEqual([1, 11]);
    expect(fit).toMatchObject({ inertia: 4, converged: true, clusters: 2, sizes: Int32Array.of(2, 2) });
  });

  it('weighs rows: a row of weight 3 counts as three rows', () => {
    const weights = Float64Array.of(3, 1, 0);
    const fit = kmeans(Float64Array.of(0, 4, 100), { rows: 3, columns: 1, clusters: 1, weights });
    expect(fit.centers[0]).toBeCloseTo(1, 12);
    expect(fit.inertia).toBeCloseTo(12, 12);
  });

  // scikit-learn 1.9.1, many starts; iris as it is and standardised with ddof 0.
  it.each([
    [2, 152.347952, 222.361705],
    [3, 78.851441, 139.820496],
    [4, 57.228473, 114.092547],
    [5, 46.446182, 90.807592],
    [6, 39.039987, 79.998558],
  ])('reaches the best known inertia of iris for k = %i with any seed', (clusters, raw, scaled) => {
    const plain = iris();
    const z = standardised(plain);
    for (let seed = 1; seed <= 5; seed++) {
      expect(kmeans(plain.points, { ...plain, clusters, seed }).inertia).toBeLessThanOrEqual(raw + 1e-6);
      expect(kmeans(z.points, { ...z, clusters, seed }).inertia).toBeLessThanOrEqual(scaled + 1e-6);
    }
  });

  it('takes the best start as it is where no search is wanted: a fixed point, never better than with the search', () => {
    const plain = iris();
    for (let seed = 1; seed <= 5; seed++) {
      const quick = kmeans(plain.points, { ...plain, clusters: 6, starts: 1, seed, search: false });
      const full = kmeans(plain.points, { ...plain, clusters: 6, starts: 1, seed });
      expect(quick.converged).toBe(true);
      expect(full.inertia).toBeLessThanOrEqual(quick.inertia + 1e-9);
    }
  });

  // The 30 points of mlpack's tests; figures from scikit-learn.
  it('separates three clear groups', () => {
    const rows = [
      [0, 0],
      [0.3, 0.4],
      [0.1, 0],
      [0.1, 0.3],
      [-0.2, -0.2],
      [-0.1, 0.3],
      [-0.4, 0.1],
      [0.2, -0.1],
      [0.3, 0],
      [-0.3, -0.3],
      [0.1, -0.1],
      [0.2, -0.3],
      [-0.3, 0.2],
      [10, 10],
      [10.1, 9.9],
      [9.9, 10],
      [10.2, 9.7],
      [10.2, 9.8],
      [9.7, 10.3],
      [9.9, 10.1],
      [-10, 5],
      [-9.8, 5.1],
      [-9.9, 4.9],
      [-10, 4.9],
      [-10.2, 5.2],
      [-10.1, 5.1],
      [-10.3, 5.3],
      [-10, 4.8],
      [-9.6, 5],
      [-9.8, 5.1],
    ];
    const data = flat(rows);
    const fit = kmeans(data.points, { ...data, clusters: 3 });
    expect(Array.from(fit.sizes)).toEqual([10, 13, 7]);
    expect(fit.inertia).toBeCloseTo(2.3223626373626365, 12);
  });

  it('finds planted clouds through the summary of many rows', () => {
    const data = clouds(6_000, 3, 5);
    const fit = kmeans(data.points, { ...data, clusters: 5, seed: 1 });
    const again = kmeans(data.points, { ...data, clusters: 5, seed: 2 });
    expect(fit.converged).toBe(true);
    expect(again.inertia / fit.inertia).toBeCloseTo(1, 3);
  });
});

describe('kmeans on hostile input', () => {
  it('refuses sizes that do not fit, with the arithmetic', () => {
    const six = new Float64Array(6);
    expect(() => kmeans(six, { rows: 4, columns: 2, clusters: 2 })).toThrow(
      'rows x columns = 4 x 2 = 8 numbers, got 6',
    );
    expect(() => kmeans(new Float64Array(0), { rows: 0, columns: 2, clusters: 2 })).toThrow(RangeError);
    expect(() => kmeans(six, { rows: 3, columns: 2, clusters: 0 })).toThrow('clusters must be a whole number');
    expect(() => kmeans(six, { rows: 3, columns: 2, clusters: 1, starts: 0 })).toThrow('starts');
    expect(() => kmeans(six, { rows: 3, columns: 2, clusters: 1, seed: 0.5 })).toThrow('seed');
    const weights = Float64Array.of(1, -1, 1);
    expect(() => kmeans(six, { rows: 3, columns: 2, clusters: 1, weights })).toThrow('got -1 in row 1');
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %d, naming row and column', (bad) => {
    const points = Float64Array.of(1, 2, 3, 4, bad, 6);
    const call = (): unknown => kmeans(points, { rows: 3, columns: 2, clusters: 2 });
    expect(call).toThrow(RangeError);
    expect(call).toThrow(`${bad} in row 2, column 0`);
  });

  it('finds fewer clusters where there are fewer distinct points', () => {
    const fit = kmeans(Float64Array.of(5, 1, 5, 1, 5), { rows: 5, columns: 1, clusters: 4 });
    expect(fit).toMatchObject({ clusters: 2, sizes: Int32Array.of(2, 3), centers: Float64Array.of(1, 5) });
    expect(fit.inertia).toBeCloseTo(0, 20);
    expect(kmeans(Float64Array.of(7), { rows: 1, columns: 1, clusters: 3 }).clusters).toBe(1);
    expect(kmeans(new Float64Array(40).fill(3), { rows: 20, columns: 2, clusters: 3 }).clusters).toBe(1);
  });

  it('bears a constant column and extreme scales', () => {
    const { points, rows } = clouds(60, 1, 3);
    const reference = kmeans(points, { rows, columns: 1, clusters: 3 });
    for (const scale of [1e-9, 1e9]) {
      const two = Float64Array.from({ length: rows * 2 }, (_, p) => (p % 2 === 0 ? points[p / 2] * scale : 4));
      expect(kmeans(two, { rows, columns: 2, clusters: 3 }).labels).toEqual(reference.labels);
    }
  });

  it('leaves the points alone and stops when asked', () => {
    const { points, rows, columns } = clouds(50, 2, 3);
    const before = points.slice();
    const progress: number[] = [];
    kmeans(points, { rows, columns, clusters: 3 }, { onProgress: (done) => progress.push(done) });
    expect(points).toEqual(before);
    expect(progress.at(-1)).toBeCloseTo(1, 9);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    let looks = 0;
    const stopping = { shouldStop: () => ++looks > 20 };
    expect(() => kmeans(points, { rows, columns, clusters: 3 }, stopping)).toThrow(Stopped);
  });
});

describe('kmeans from given centres', () => {
  const square = Float64Array.of(0, 0, 0.5, 0, 0.5, 1, 1, 1);

  // scikit-learn's own tests: weights, and an empty cluster that gets the farthest point.
  it('gives the values of scikit-learn', () => {
    const shape = { rows: 4, columns: 2, clusters: 2 };
    const weights = Float64Array.of(3, 1, 1, 3);
    const weighed = kmeans(square, { ...shape, weights, initialCenters: Float64Array.of(0, 0, 1, 1) });
    expect(weighed).toMatchObject({ labels: Int32Array.of(0, 0, 1, 1), iterations: 1, converged: true });
    expect(weighed.inertia).toBeCloseTo(0.375, 12);
    expect(Array.from(weighed.centers)).toEqual([0.125, 0, 0.875, 1]);
    const relocated = kmeans(square, { ...shape, initialCenters: Float64Array.of(0.5, 0.5, 3, 3) });
    expect(relocated.inertia).toBeCloseTo(0.25, 12);
    expect(Array.from(relocated.centers)).toEqual([0.25, 0, 0.75, 1]);
  });

  it('refuses centres that do not fit', () => {
    const options = { rows: 4, columns: 2, clusters: 2, initialCenters: Float64Array.of(1, 2) };
    expect(() => kmeans(square, options)).toThrow('2 x 2 = 4 numbers, got 2');
    const initialCenters = Float64Array.of(1, 2, 3, Infinity);
    expect(() => kmeans(square, { ...options, initialCenters })).toThrow('got Infinity at 3');
  });
});
