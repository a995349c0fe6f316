import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flat, iris } from '../../testing/load-points.ts';
import { clouds, labelledPoints } from '../../testing/made-points.ts';
import { distance, naiveSilhouettes } from '../../testing/naive.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { distanceSumFor, distanceSumOfAny } from './distance-sums.ts';
import { silhouette } from './silhouette.ts';

describe('silhouette', () => {
  it('is worked by hand on a line, 0 for a row alone', () => {
    const labels = Int32Array.of(0, 1, 1, 1, 2, 2);
    const result = silhouette(Float64Array.of(0, 1, 1, 2, 3, 3), { rows: 6, columns: 1, labels });
    expect(Array.from(result.samples)).toEqual([0, 0.5, 0.5, 0, 1, 1]);
    expect(result.mean).toBeCloseTo(0.5, 12);
    expect(Array.from(result.clusterMeans)).toEqual([0, 1 / 3, 1]);
    expect(result).toMatchObject({ exact: true, bound: 0, rowsUsed: 6, sampleRows: Int32Array.of(0, 1, 2, 3, 4, 5) });
  });

  // Two diagonal pairs of points, five times each, in the four corners; figure from scikit-learn.
  it('meets the four squares', () => {
    const corners = [
      [0, 0, 1, 1],
      [3, 3, 4, 4],
      [0, 4, 1, 3],
      [3, 1, 4, 0],
    ];
    const data = flat(
      corners.flatMap(([a, b, c, d]) => Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? [a, b] : [c, d]))),
    );
    const labels = Int32Array.from({ length: 40 }, (_, i) => Math.floor(i / 10));
    expect(silhouette(data.points, { ...data, labels }).mean).toBeCloseTo(0.7381085995605379, 12);
  });

  // scikit-learn 1.9.1.
  it('meets iris, k = 3', () => {
    const data = iris();
    const { labels } = kmeans(data.points, { ...data, clusters: 3 });
    expect(silhouette(data.points, { ...data, labels }).mean).toBeCloseTo(0.5528190123564095, 12);
  });

  it('equals the definition on any points and labels', () => {
    fc.assert(
      fc.property(labelledPoints, (data) => {
        const naive = naiveSilhouettes(data.labels, (a, b) => distance(data, a, b));
        const { samples } = silhouette(data.points, data);
        for (const [i, value] of naive.entries()) expect(samples[i]).toBeCloseTo(value, 10);
      }),
    );
  });

  it('does not change with scale, shift and order', () => {
    const data = clouds(60, 3, 3);
    const labels = Int32Array.from({ length: 60 }, (_, i) => i % 3);
    const { mean } = silhouette(data.points, { ...data, labels });
    for (const scale of [1e-9, 1e9]) {
      expect(
        silhouette(
          data.points.map((v) => (v + 2) * scale),
          { ...data, labels },
        ).mean,
      ).toBeCloseTo(mean, 9);
    }
    const reversed = flat(
      Array.from({ length: 60 }, (_, i) => Array.from(data.points.slice((59 - i) * 3, (60 - i) * 3))),
    );
    expect(silhouette(reversed.points, { ...data, labels: labels.slice().reverse() }).mean).toBeCloseTo(mean, 12);
  });

  it.each([2, 3, 5])('sums distances as the plain loop does in %i columns', (columns) => {
    const { points } = clouds(40, columns, 2);
    const sum = distanceSumFor(columns)(points, columns, 0, points.length, columns);
    expect(sum).toBeCloseTo(distanceSumOfAny(points, columns, 0, points.length, columns), 10);
  });
});

describe('silhouette of a sample', () => {
  const data = clouds(1_500, 3, 4, 2);
  const { labels } = kmeans(data.points, { ...data, clusters: 5 });
  const exact = silhouette(data.points, { ...data, labels });

  it('says so, keeps every cluster, and bounds its error nineteen times in twenty', () => {
    let within = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const estimate = silhouette(data.points, { ...data, labels, maxExactRows: 300, seed });
      expect(estimate.exact).toBe(false);
      expect(estimate.rowsUsed).toBeLessThan(330);
      expect(estimate.bound).toBeLessThan(0.1);
      expect(new Set(Array.from(estimate.sampleRows, (row) => labels[row])).size).toBe(5);
      if (Math.abs(estimate.mean - exact.mean) <= estimate.bound) within++;
    }
    expect(within).toBeGreaterThanOrEqual(18);
  });

  it('becomes exact at the limit', () => {
    expect(silhouette(data.points, { ...data, labels, maxExactRows: 1_500 }).mean).toBe(exact.mean);
  });
});

describe('silhouette on hostile input', () => {
  it('refuses what has no meaning', () => {
    const points = Float64Array.of(1, 2, 3);
    const call = (labels: number[]) => () =>
      silhouette(points, { rows: 3, columns: 1, labels: Int32Array.from(labels) });
    expect(call([0, 0, 0])).toThrow('at least 2 clusters, got 1');
    expect(call([0, 1])).toThrow('rows = 3, got 2');
    expect(call([0, -1, 1])).toThrow('got -1 in row 1');
    expect(call([0, 2, 2])).toThrow('no row has 1');
    points[1] = Number.NaN;
    expect(call([0, 1, 1])).toThrow('NaN in row 1, column 0');
  });

  it('is 0 where all points coincide', () => {
    const labels = Int32Array.of(0, 0, 1, 1);
    expect(silhouette(new Float64Array(4), { rows: 4, columns: 1, labels }).mean).toBe(0);
  });
});

// Rousseeuw 1987, table 1: dissimilarities of twelve countries; his means are .28 (two groups) and .33 (three).
describe('the oracle', () => {
  const lower = [
    5.58, 7.0, 6.5, 7.08, 7.0, 3.83, 4.83, 5.08, 8.17, 5.83, 2.17, 5.75, 6.67, 6.92, 4.92, 6.42, 5.0, 5.58, 6.0, 4.67,
    6.42, 3.42, 5.5, 6.42, 6.42, 5.0, 3.92, 6.17, 2.5, 4.92, 6.25, 7.33, 4.5, 2.25, 6.33, 2.75, 6.08, 6.67, 4.25, 2.67,
    6.0, 6.17, 6.17, 6.92, 6.17, 5.25, 6.83, 4.5, 3.75, 5.75, 5.42, 6.08, 5.83, 6.67, 3.67, 4.75, 3.0, 6.08, 6.67, 5.0,
    5.58, 4.83, 6.17, 5.67, 6.5, 6.92,
  ];
  const between = (a: number, b: number): number => (a < b ? between(b, a) : lower[(a * (a - 1)) / 2 + b]);

  it.each([
    [[1, 1, 2, 2, 1, 1, 2, 1, 1, 2, 2, 1], 0.2796659054074746],
    [[1, 2, 3, 3, 1, 1, 2, 1, 1, 3, 3, 2], 0.3301020809328549],
  ])('meets the paper', (labels, mean) => {
    const samples = naiveSilhouettes(labels, between);
    expect(samples.reduce((sum, s) => sum + s, 0) / 12).toBeCloseTo(mean, 12);
  });
});
