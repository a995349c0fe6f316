import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flat, iris } from '../../testing/load-points.ts';
import { labelledPoints } from '../../testing/made-points.ts';
import { distance } from '../../testing/naive.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { calinskiHarabasz } from './calinski-harabasz.ts';
import { daviesBouldin } from './davies-bouldin.ts';
import { inertia } from './inertia.ts';

const corners = [
  [0, 0, 1, 1],
  [3, 3, 4, 4],
  [0, 4, 1, 3],
  [3, 1, 4, 0],
];
const fourSquares = flat(
  corners.flatMap(([a, b, c, d]) => Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? [a, b] : [c, d]))),
);
const fourLabels = Int32Array.from({ length: 40 }, (_, i) => Math.floor(i / 10));

describe('measures of separation', () => {
  // scikit-learn's own tests.
  it('meet the four squares', () => {
    expect(calinskiHarabasz(fourSquares.points, { ...fourSquares, labels: fourLabels })).toBeCloseTo(108, 10);
    expect(daviesBouldin(fourSquares.points, { ...fourSquares, labels: fourLabels })).toBeCloseTo(Math.SQRT2 / 3, 12);
    expect(inertia(fourSquares.points, { ...fourSquares, labels: fourLabels })).toBeCloseTo(20, 10);
  });

  it('bear clusters of one row', () => {
    const data = flat([
      [0, 0],
      [2, 2],
      [3, 3],
      [5, 5],
    ]);
    expect(daviesBouldin(data.points, { ...data, labels: Int32Array.of(0, 0, 1, 2) })).toBeCloseTo(5 / 12, 12);
    expect(calinskiHarabasz(data.points, { ...data, labels: Int32Array.of(0, 1, 2, 3) })).toBe(1);
  });

  // scikit-learn 1.9.1.
  it('meet iris, k = 3', () => {
    const data = iris();
    const { labels } = kmeans(data.points, { ...data, clusters: 3 });
    expect(daviesBouldin(data.points, { ...data, labels })).toBeCloseTo(0.6619715465007465, 12);
    expect(calinskiHarabasz(data.points, { ...data, labels })).toBeCloseTo(561.62775662962, 9);
  });

  it('split the total sum of squares: within + between', () => {
    fc.assert(
      fc.property(labelledPoints, (data) => {
        const clusters = Math.max(...data.labels) + 1;
        const within = inertia(data.points, data);
        if (within === 0) return;
        const total = inertia(data.points, { ...data, labels: new Int32Array(data.rows) });
        const ch = ((total - within) * (data.rows - clusters)) / (within * (clusters - 1));
        expect(calinskiHarabasz(data.points, data)).toBeCloseTo(ch, 6);
      }),
    );
  });

  it('Davies-Bouldin equals the definition for two clusters', () => {
    fc.assert(
      fc.property(labelledPoints, (raw) => {
        const labels = raw.labels.map((label) => Math.min(label, 1));
        const sides = [0, 1].map((label) => Array.from(labels.keys()).filter((i) => labels[i] === label));
        const withMeans = [...rowsOf(raw), ...sides.map((rows) => meanOf(raw, rows))];
        const all = flat(withMeans);
        const spread = sides.map(
          (rows, c) => rows.reduce((sum, i) => sum + distance(all, i, raw.rows + c), 0) / rows.length,
        );
        const apart = distance(all, raw.rows, raw.rows + 1);
        fc.pre(apart > 1e-9);
        expect(daviesBouldin(raw.points, { ...raw, labels })).toBeCloseTo((spread[0] + spread[1]) / apart, 9);
      }),
    );
  });

  it('refuse a single cluster', () => {
    const options = { rows: 2, columns: 1, labels: Int32Array.of(0, 0) };
    expect(() => daviesBouldin(Float64Array.of(1, 2), options)).toThrow('at least 2 clusters, got 1');
    expect(() => calinskiHarabasz(Float64Array.of(1, 2), options)).toThrow('at least 2 clusters, got 1');
  });
});

function rowsOf({ points, rows, columns }: { points: Float64Array; rows: number; columns: number }): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(points.slice(i * columns, (i + 1) * columns)));
}

function meanOf(data: { points: Float64Array; rows: number; columns: number }, rows: number[]): number[] {
  const all = rowsOf(data);
  return Array.from({ length: data.columns }, (_, j) => rows.reduce((sum, i) => sum + all[i][j], 0) / rows.length);
}
