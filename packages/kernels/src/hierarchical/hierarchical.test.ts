import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clouds, gridPoints } from '../../testing/made-points.ts';
import { Stopped } from '../hooks.ts';
import { cutDendrogram } from './cut-dendrogram.ts';
import type { Linkage } from './dendrogram.ts';
import { hierarchical, hierarchicalPredict } from './hierarchical.ts';
import { linkage } from './linkage.ts';
import { linkageFromDistances } from './linkage-from-distances.ts';
import { truncateDendrogram } from './truncate-dendrogram.ts';

const linkages: Linkage[] = ['ward', 'average', 'complete', 'single'];
const line = Float64Array.of(10, 11, 0, 1, 0, 30);
const lineShape = { rows: 6, columns: 1 };

describe('cutDendrogram', () => {
  const tree = linkage(line, { ...lineShape, linkage: 'single' });

  it('cuts into clusters or at a height, in order of first rows', () => {
    expect(Array.from(cutDendrogram(tree, { clusters: 3 }))).toEqual([0, 0, 1, 1, 1, 2]);
    expect(Array.from(cutDendrogram(tree, { height: 9 }))).toEqual([0, 0, 0, 0, 0, 1]);
    expect(Array.from(cutDendrogram(tree, { height: 8.999 }))).toEqual([0, 0, 1, 1, 1, 2]);
    expect(Array.from(cutDendrogram(tree, { height: 0 }))).toEqual([0, 1, 2, 3, 2, 4]);
    expect(Array.from(cutDendrogram(tree, { clusters: 1 }))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('never parts equal rows', () => {
    expect(Math.max(...cutDendrogram(tree, { clusters: 6 }))).toBe(4);
    expect(Math.max(...cutDendrogram(tree, { clusters: 600 }))).toBe(4);
  });

  it('keeps a merge only with all below it, where heights fall', () => {
    // A triangle of sides 1, 1, 1: the third corner is 0.866 from the middle of the first side.
    const falling = linkageFromDistances(Float64Array.of(1, 1, 1), { rows: 3, linkage: 'centroid' });
    expect(falling.heights[1]).toBeCloseTo(Math.sqrt(0.75), 12);
    expect(Array.from(cutDendrogram(falling, { height: 0.9 }))).toEqual([0, 1, 2]);
    expect(Array.from(cutDendrogram(falling, { height: 1 }))).toEqual([0, 0, 0]);
  });

  it('wants to be told one thing', () => {
    expect(() => cutDendrogram(tree, {} as { clusters: number })).toThrow('either clusters or height');
    expect(() => cutDendrogram(tree, { clusters: 2, height: 1 } as unknown as { clusters: number })).toThrow(
      RangeError,
    );
    expect(() => cutDendrogram(tree, { clusters: 0 })).toThrow('clusters must be a whole number of at least 1, got 0');
    expect(() => cutDendrogram(tree, { height: Number.NaN })).toThrow('height must be at least 0, got NaN');
  });
});

describe('truncateDendrogram', () => {
  it('keeps the top, leaves from left to right', () => {
    const fit = hierarchical(line, { ...lineShape, linkage: 'single', clusters: 3 });
    expect(Array.from(fit.labels)).toEqual([1, 1, 0, 0, 0, 2]);
    const top = truncateDendrogram(fit.dendrogram, { leaves: 3, labels: fit.labels });
    expect(top.rows).toBe(3);
    expect(Array.from(top.heights)).toEqual([9, 19]);
    expect(Array.from(top.sizes)).toEqual([5, 6]);
    expect(Array.from(top.leafSizes)).toEqual([1, 2, 3]);
    expect(Array.from(top.leafClusters ?? [])).toEqual([2, 1, 0]);
    expect(Array.from(top.merges)).toEqual([1, 2, 0, 3]);
    expect(truncateDendrogram(fit.dendrogram, { leaves: 2, labels: fit.labels }).leafClusters).toEqual(
      Int32Array.of(2, -1),
    );
  });

  it('is a tree whose leaves hold all rows, whose branches do not cross', () => {
    fc.assert(
      fc.property(gridPoints, fc.constantFrom(...linkages), fc.integer({ min: 1, max: 12 }), (data, method, leaves) => {
        const whole = linkage(data.points, { ...data, linkage: method });
        const top = truncateDendrogram(whole, { leaves });
        expect(top.rows).toBe(Math.min(leaves, data.rows));
        expect(top.leafSizes.reduce((sum, size) => sum + size, 0)).toBe(data.rows);
        const spans = Array.from({ length: top.rows }, (_, leaf) => [leaf, leaf]);
        for (let m = 0; m < top.rows - 1; m++) {
          const [a, b] = [spans[top.merges[2 * m]], spans[top.merges[2 * m + 1]]].sort((x, y) => x[0] - y[0]);
          expect(b[0]).toBe(a[1] + 1);
          spans.push([a[0], b[1]]);
        }
      }),
    );
  });
});

describe('hierarchical', () => {
  it('numbers clusters by their means and says what the nearest mean gives back', () => {
    fc.assert(
      fc.property(
        gridPoints,
        fc.constantFrom(...linkages),
        fc.integer({ min: 1, max: 6 }),
        (data, method, clusters) => {
          const fit = hierarchical(data.points, { ...data, linkage: method, clusters });
          expect(fit.clusters).toBeLessThanOrEqual(clusters);
          expect(fit.means.length).toBe(fit.clusters * data.columns);
          expect(fit.sizes.reduce((sum, size) => sum + size, 0)).toBe(data.rows);
          for (let c = 1; c < fit.clusters; c++) {
            expect(fit.means[c * data.columns]).toBeGreaterThanOrEqual(fit.means[(c - 1) * data.columns]);
          }
          const { labels } = hierarchicalPredict(fit, data.points, data);
          const same = labels.filter((label, i) => label === fit.labels[i]).length;
          expect(fit.agreement).toBe(same / data.rows);
          const again = hierarchical(data.points, { ...data, linkage: method, height: fit.cutHeight });
          if (again.clusters === fit.clusters) expect(again.labels).toEqual(fit.labels);
        },
      ),
    );
  });

  it('gives its own labels back where groups are plain', () => {
    for (const method of linkages) {
      const fit = hierarchical(line, { ...lineShape, linkage: method, clusters: 3 });
      expect(fit).toMatchObject({ agreement: 1, clusters: 3, sizes: Int32Array.of(3, 2, 1) });
      expect(hierarchicalPredict(fit, Float64Array.of(2, 100), { rows: 2, columns: 1 }).labels).toEqual(
        Int32Array.of(0, 2),
      );
    }
  });

  it.each(linkages)('reports progress and stops when asked, %s', (method) => {
    const data = clouds(1_500, 3, 3);
    const told: number[] = [];
    const options = { ...data, linkage: method, clusters: 3 };
    hierarchical(data.points, options, { onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(1);
    expect(told.every((done, i) => i === 0 || done >= told[i - 1])).toBe(true);
    let asked = 0;
    expect(() => hierarchical(data.points, options, { shouldStop: () => ++asked > 1 })).toThrow(Stopped);
  });
});

describe('hierarchical on hostile input', () => {
  it.each(linkages)('handles one row, equal rows, a constant column and far scales, %s', (method) => {
    const one = hierarchical(Float64Array.of(3, 4), { rows: 1, columns: 2, linkage: method, clusters: 2 });
    expect(one).toMatchObject({ labels: Int32Array.of(0), clusters: 1, agreement: 1, cutHeight: 0 });
    expect(one.dendrogram.heights.length).toBe(0);
    expect(truncateDendrogram(one.dendrogram, { leaves: 5 }).leafSizes).toEqual(Int32Array.of(1));

    const equal = hierarchical(new Float64Array(5_000).fill(-0.1), {
      rows: 5_000,
      columns: 1,
      linkage: method,
      clusters: 3,
    });
    expect(equal).toMatchObject({ clusters: 1, sizes: Int32Array.of(5_000), agreement: 1 });

    for (const scale of [1e-9, 1, 1e9]) {
      const points = Float64Array.of(0, 7, 1, 7, 8, 7, 9, 7, 0, 7, -0, 7).map((value) => value * scale);
      const fit = hierarchical(points, { rows: 6, columns: 2, linkage: method, clusters: 2 });
      expect(Array.from(fit.labels)).toEqual([0, 0, 1, 1, 0, 0]);
      expect(fit.dendrogram.heights[1]).toBe(0);
    }
  });

  it('keeps what is close together apart far from 0', () => {
    const fit = hierarchical(
      Float64Array.of(0, 1, 5, 7).map((v) => v + 1e9),
      { rows: 4, columns: 1, clusters: 2 },
    );
    expect(fit.dendrogram.heights[2]).toBe(Math.sqrt(2 * 5.5 ** 2));
  });

  it('refuses what has no meaning', () => {
    const points = Float64Array.of(1, 2, 3, 4);
    const shape = { rows: 4, columns: 1 };
    expect(() => linkage(new Float64Array(0), { rows: 0, columns: 1 })).toThrow('rows must be a whole number');
    expect(() => linkage(points, { rows: 3, columns: 1 })).toThrow('rows x columns = 3 x 1 = 3 numbers, got 4');
    expect(() => linkage(points, { ...shape, linkage: 'median' as Linkage })).toThrow(
      'ward, average, complete, single',
    );
    expect(() => hierarchical(points, shape as typeof shape & { clusters: number })).toThrow(
      'either clusters or height',
    );
    expect(() => linkage(Float64Array.of(1, Number.NaN, 3, 4), shape)).toThrow('NaN in row 1, column 0');
    expect(() => linkage(Float64Array.of(1, Infinity, 3, 4), shape)).toThrow('Infinity in row 1');
    expect(() => linkage(Float64Array.of(1, -1e200, 3, 4), shape)).toThrow('too far apart');
    expect(() => linkageFromDistances(points, { rows: 4, linkage: 'ward' })).toThrow('4 x 3 / 2 = 6 distances, got 4');
    expect(() => linkageFromDistances(Float64Array.of(-1), { rows: 2, linkage: 'ward' })).toThrow('got -1 at 0');
    expect(() => truncateDendrogram(linkage(points, shape), { leaves: 0 })).toThrow('leaves');
  });

  it('says how much memory it would take', () => {
    const many = Float64Array.from({ length: 20_000 }, (_, i) => i);
    expect(() => linkage(many, { rows: 20_000, columns: 1, linkage: 'average' })).toThrow(
      'n (n - 1) / 2 x 8 bytes = 1.6 GB for 20000 different rows; at most 15000 (0.9 GB)',
    );
  });
});
