import { describe, expect, it } from 'vitest';
import { flat, iris } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { naiveDbscan, partition } from '../../testing/naive-density.ts';
import { Stopped } from '../hooks.ts';
import { dbscan } from './dbscan.ts';
import { dbscanModel, dbscanPredict } from './dbscan-predict.ts';

describe('dbscan', () => {
  it('by hand: two groups, a border point in reach of both, and noise', () => {
    // 1.8 is 0.9 from the left group and 0.95 from the right one; with itself that is 3 points, one too few.
    const data = flat([[0], [0.3], [0.6], [0.9], [1.8], [2.75], [3], [3.3], [3.6], [20]]);
    const fit = dbscan(data.points, { ...data, eps: 1, minSamples: 4 });
    expect(Array.from(fit.labels)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, -1]);
    expect(Array.from(fit.core)).toEqual([1, 1, 1, 1, 0, 1, 1, 1, 1, 0]);
    expect([fit.clusters, ...fit.sizes, fit.noise]).toEqual([2, 5, 4, 1]);
  });

  it('counts a distance of exactly eps, and the point itself', () => {
    const data = flat([
      [0, 0],
      [3, 4],
      [6, 8],
    ]);
    expect(Array.from(dbscan(data.points, { ...data, eps: 5, minSamples: 3 }).core)).toEqual([0, 1, 0]);
    expect(dbscan(data.points, { ...data, eps: 5, minSamples: 3 }).noise).toBe(0);
    expect(dbscan(data.points, { ...data, eps: 4.999, minSamples: 2 }).noise).toBe(3);
    expect(dbscan(data.points, { ...data, eps: 1, minSamples: 1 }).clusters).toBe(3);
  });

  // Sizes, noise and core points from scikit-learn 1.9.1.
  it.each([
    [0.5, 5, [49, 84], 17, 117],
    [0.4, 4, [47, 38, 36, 4], 25, 104],
    [0.8, 5, [50, 98], 2, 146],
  ])('iris, eps %d, minSamples %i', (eps, minSamples, sizes, noise, core) => {
    const data = iris();
    const fit = dbscan(data.points, { ...data, eps, minSamples });
    expect(Array.from(fit.sizes).sort((a, b) => a - b)).toEqual([...sizes].sort((a, b) => a - b));
    expect([fit.noise, fit.core.reduce((sum, c) => sum + c, 0)]).toEqual([noise, core]);
  });

  it.each([2, 3, 7])('is what looking at every pair finds, 400 points of %i columns', (columns) => {
    const data = clouds(400, columns, 4);
    for (const eps of [0.4, 1, 2, 50]) {
      const fit = dbscan(data.points, { ...data, eps, minSamples: 6 });
      const naive = naiveDbscan(data, eps, 6);
      expect(partition(fit.labels)).toBe(partition(naive.labels));
      expect(Array.from(fit.core)).toEqual(naive.core);
    }
  });

  it('does not see the order of rows, shift or scale, and leaves its input alone', () => {
    const { points, rows, columns } = clouds(500, 3, 4);
    const before = points.slice();
    const { labels } = dbscan(points, { rows, columns, eps: 0.75, minSamples: 5 });
    const turned = new Float64Array(points.length);
    for (let i = 0; i < rows; i++)
      turned.set(points.subarray(i * columns, (i + 1) * columns), (rows - 1 - i) * columns);
    expect(dbscan(turned, { rows, columns, eps: 0.75, minSamples: 5 }).labels.reverse()).toEqual(labels);
    for (const scale of [2 ** -30, 2 ** 30]) {
      const scaled = points.map((value) => value * scale);
      expect(dbscan(scaled, { rows, columns, eps: 0.75 * scale, minSamples: 5 }).labels).toEqual(labels);
    }
    expect(points).toEqual(before);
  });

  it('takes duplicates, constant columns, one row, and fewer rows than minSamples', () => {
    const same = new Float64Array(2_000).fill(3);
    const fit = dbscan(same, { rows: 1_000, columns: 2, eps: 1e-9, minSamples: 10 });
    expect([fit.clusters, ...fit.sizes, fit.noise]).toEqual([1, 1_000, 0]);
    expect(dbscan(Float64Array.of(1), { rows: 1, columns: 1, eps: 1, minSamples: 1 }).clusters).toBe(1);
    const few = dbscan(Float64Array.of(1, 2), { rows: 2, columns: 1, eps: 1, minSamples: 3 });
    expect([few.clusters, few.noise]).toEqual([0, 2]);
    const none = dbscanModel(Float64Array.of(1, 2), { rows: 2, columns: 1, eps: 1 }, few);
    expect(Array.from(dbscanPredict(none, Float64Array.of(1), { rows: 1, columns: 1 }))).toEqual([-1]);
  });

  it('refuses what it cannot use', () => {
    const two = Float64Array.of(1, Number.NaN);
    expect(() => dbscan(two, { rows: 2, columns: 1, eps: 1, minSamples: 1 })).toThrow('NaN in row 1, column 0');
    expect(() => dbscan(two, { rows: 3, columns: 1, eps: 1, minSamples: 1 })).toThrow('3 x 1 = 3 numbers, got 2');
    expect(() => dbscan(two, { rows: 2, columns: 1, eps: 0, minSamples: 1 })).toThrow('eps must be');
    expect(() => dbscan(two, { rows: 2, columns: 1, eps: 1, minSamples: 0 })).toThrow('minSamples');
    expect(() => dbscan(new Float64Array(0), { rows: 0, columns: 1, eps: 1, minSamples: 1 })).toThrow('rows');
  });

  it('scores new points by the nearest core point within eps', () => {
    const data = flat([[0], [1], [2], [10], [11], [12]]);
    const fit = dbscan(data.points, { ...data, eps: 1, minSamples: 3 });
    const model = dbscanModel(data.points, { ...data, eps: 1 }, fit);
    expect(Array.from(model.points)).toEqual([1, 11]);
    const scored = dbscanPredict(model, Float64Array.of(0.5, 10.5, 5, 13), { rows: 4, columns: 1 });
    expect(Array.from(scored)).toEqual([0, 1, -1, -1]);
  });

  it('stops when asked and tells how far it is', () => {
    const data = clouds(5_000, 3, 4);
    const options = { ...data, eps: 0.5, minSamples: 8 };
    let looks = 0;
    expect(() => dbscan(data.points, options, { shouldStop: () => ++looks > 5 })).toThrow(Stopped);
    const seen: number[] = [];
    dbscan(data.points, options, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect([seen.length > 10, seen.at(-1)]).toEqual([true, 1]);
  });
});
