import { describe, expect, it } from 'vitest';
import { flat, iris } from '../../testing/load-points.ts';
import { distance } from '../../testing/naive.ts';
import { dbscan } from './dbscan.ts';
import { suggestEps } from './suggest-eps.ts';

describe('suggestEps', () => {
  it('by hand: a flat row of steps of 1, then one far away', () => {
    // Distances to the nearest other: 1 1 1 1 1 1 1 1 50; the last before the rise is farthest below the chord.
    const data = flat([[0], [1], [2], [3], [4], [5], [6], [7], [57]]);
    const { eps, kneeShare, distances } = suggestEps(data.points, { ...data, minSamples: 2 });
    expect([eps, kneeShare]).toEqual([1, 8 / 9]);
    expect(Array.from(distances)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 50]);
  });

  it('gives the sorted distances from the definition, and an eps that finds setosa', () => {
    const data = iris();
    const { eps, distances } = suggestEps(data.points, { ...data, minSamples: 5 });
    const rows = Array.from({ length: data.rows }, (_, i) => i);
    const all = rows.map((i) => rows.map((j) => distance(data, i, j)).sort((a, b) => a - b)[4]);
    all
      .sort((a, b) => a - b)
      .forEach((value, i) => {
        expect(distances[i]).toBeCloseTo(value, 12);
      });
    const fit = dbscan(data.points, { ...data, eps, minSamples: 5 });
    expect(fit.clusters).toBe(2);
  });

  it('thins the curve, scales with the points, and stays above 0 with duplicates', () => {
    const points = Float64Array.from({ length: 3_000 }, (_, i) => Math.floor(i / 30) ** 1.5);
    const { eps, distances, shares } = suggestEps(points, { rows: 3_000, columns: 1, minSamples: 4 });
    expect([distances.length, shares.length, shares[255]]).toEqual([256, 256, 1]);
    expect(eps).toBeGreaterThan(0);
    const spread = points.map((value, i) => value + i / 100);
    const one = suggestEps(spread, { rows: 3_000, columns: 1, minSamples: 40 });
    const four = suggestEps(
      spread.map((value) => value * 4),
      { rows: 3_000, columns: 1, minSamples: 40 },
    );
    expect(four.eps).toBe(one.eps * 4);
  });

  it('refuses what it cannot use, and takes one row', () => {
    expect(suggestEps(Float64Array.of(5), { rows: 1, columns: 1, minSamples: 3 }).eps).toBe(1);
    expect(() => suggestEps(Float64Array.of(Number.NaN), { rows: 1, columns: 1, minSamples: 3 })).toThrow('row 0');
    expect(() => suggestEps(Float64Array.of(1), { rows: 1, columns: 1, minSamples: 0 })).toThrow('minSamples');
  });
});
