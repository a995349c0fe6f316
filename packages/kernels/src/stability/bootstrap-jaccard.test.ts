import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iris } from '../../testing/load-points.ts';
import { Stopped } from '../hooks.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { planted } from '../structure/testing/planted.ts';
import { bestJaccards } from './best-jaccards.ts';
import { bootstrapJaccard, bootstrapJaccardWith, type ClusterFunction } from './bootstrap-jaccard.ts';
import { clusterStability } from './cluster-stability.ts';
import { drawWithReplacement } from './resample.ts';
import { stabilityGrade } from './stability-grade.ts';

const kmeansOf =
  (clusters: number): ClusterFunction =>
  (points, shape, seed) =>
    kmeans(points, { ...shape, clusters, seed, starts: 3, search: false }).labels;

describe('bootstrapJaccard', () => {
  it('trusts planted groups and not the slices of one cloud', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const four = planted(seed, [40, 40, 40, 40], 3, 7);
      const stable = bootstrapJaccard(four.points, { ...four, clusters: 4, seed, resamples: 20 });
      expect(stable.minimum).toBeGreaterThan(0.85);
      expect(stable.grades).toEqual(Array(4).fill('highly-stable'));
      expect(Array.from(stable.dissolved)).toEqual([0, 0, 0, 0]);
      const one = planted(seed, [120], 10, 0);
      const sliced = bootstrapJaccard(one.points, { ...one, clusters: 3, seed, resamples: 20 });
      expect(Math.max(...sliced.jaccard)).toBeLessThan(0.75);
      expect(sliced.minimum).toBeLessThan(0.6);
    }
  });

  it('finds the first species of iris again and again', () => {
    const data = iris();
    const before = data.points.slice();
    const found = bootstrapJaccard(data.points, { ...data, clusters: 3 });
    expect(data.points).toEqual(before);
    expect(found.labels).toEqual(kmeans(data.points, { ...data, clusters: 3 }).labels);
    expect(found.jaccard[0]).toBeGreaterThan(0.95);
    expect(found.recovered[0]).toBe(50);
    expect(found).toMatchObject({ clusters: 3, resamples: 50, exact: true, sampledRows: 150 });
    expect(bootstrapJaccard(data.points, { ...data, clusters: 3 })).toEqual(found);
    const moved = data.points.map((value) => value * 16 + 64);
    expect(bootstrapJaccard(moved, { ...data, clusters: 3 }).jaccard).toEqual(found.jaccard);
  });

  it('takes any clustering; copies of rows weigh as weights do', () => {
    const data = planted(3, [50, 50, 50], 2, 6);
    const any = bootstrapJaccardWith(kmeansOf(3), data.points, data);
    const own = bootstrapJaccard(data.points, { ...data, clusters: 3 });
    for (let c = 0; c < 3; c++) expect(any.jaccard[c]).toBeCloseTo(own.jaccard[c], 2);
    const noisy: ClusterFunction = (points, { columns }) =>
      Int32Array.from({ length: points.length / columns }, (_, i) => (points[i * columns] > 3 ? 0 : -1));
    const found = bootstrapJaccardWith(noisy, data.points, { ...data, resamples: 5 });
    expect(found).toMatchObject({ clusters: 1, jaccard: Float64Array.of(1), grades: ['highly-stable'] });
    const short: ClusterFunction = () => new Int32Array(3);
    expect(() => bootstrapJaccardWith(short, data.points, data)).toThrow('rows = 150, got 3');
  });

  it('draws from a sample of many rows and says so', () => {
    const data = planted(3, [200, 200], 2, 8);
    const options = { ...data, maxRows: 100, resamples: 10 };
    for (const found of [
      bootstrapJaccard(data.points, { ...options, clusters: 2 }),
      bootstrapJaccardWith(kmeansOf(2), data.points, options),
    ]) {
      expect(found).toMatchObject({ exact: false, sampledRows: 100, clusters: 2 });
      expect(found.labels.length).toBe(400);
      expect(found.minimum).toBeGreaterThan(0.85);
    }
  });

  it('bears equal rows, tells its progress, stops, and refuses', () => {
    const same = { points: new Float64Array(12).fill(2), rows: 6, columns: 2 };
    expect(bootstrapJaccard(same.points, { ...same, clusters: 3 })).toMatchObject({ clusters: 1, minimum: 1 });
    const data = planted(1, [20, 20], 2, 6);
    const told: number[] = [];
    const options = { ...data, clusters: 2, resamples: 8 };
    bootstrapJaccard(data.points, options, { onProgress: (done) => told.push(done) });
    expect(told).toEqual(told.slice().sort((a, b) => a - b));
    expect(told.at(-1)).toBeCloseTo(1, 9);
    let asked = 0;
    const hooks = { shouldStop: () => ++asked > 3 };
    expect(() => bootstrapJaccard(data.points, options, hooks)).toThrow(Stopped);
    expect(() => bootstrapJaccardWith(kmeansOf(2), data.points, data, hooks)).toThrow(Stopped);
    expect(() => bootstrapJaccard(data.points, { ...options, resamples: 0 })).toThrow('resamples');
    expect(() => bootstrapJaccard(Float64Array.of(Number.NaN), { rows: 1, columns: 1, clusters: 1 })).toThrow('row 0');
  });
});

describe('the parts', () => {
  it('draws as many rows as there are, two thirds of them different', () => {
    const { rowOf, times } = drawWithReplacement(10_000, 1, 0);
    expect(times.reduce((sum, value) => sum + value, 0)).toBe(10_000);
    expect(rowOf.length / 10_000).toBeCloseTo(1 - Math.exp(-1), 1);
    expect(rowOf).toEqual(rowOf.slice().sort());
  });

  it('finds the best Jaccards as comparing all sets does', () => {
    const labels = fc.array(fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -1, max: 3 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(labels, (pairs) => {
        const rowsOf = (side: 0 | 1, label: number): number[] =>
          pairs.flatMap((pair, row) => (pair[side] === label ? [row] : []));
        const naive = [0, 1, 2, 3].map((c) => {
          const own = rowsOf(0, c);
          if (own.length === 0) return Number.NaN;
          const each = [0, 1, 2, 3].map((o) => {
            const other = rowsOf(1, o);
            const both = own.filter((row) => other.includes(row)).length;
            return both / (own.length + other.length - both);
          });
          return Math.max(...each);
        });
        const original = Int32Array.from(pairs, ([a]) => a);
        const found = Int32Array.from(pairs, ([, b]) => b);
        expect(Array.from(bestJaccards({ original, clusters: 4, found }))).toEqual(naive);
      }),
    );
  });

  it('takes means over the resamples that had a row', () => {
    const none = Number.NaN;
    const best = [Float64Array.of(1, 0.4, none), Float64Array.of(0.8, none, none), Float64Array.of(0.6, 0.8, none)];
    const found = clusterStability(3, best);
    expect(found.jaccard[0]).toBeCloseTo(0.8, 12);
    expect(found.jaccard[1]).toBeCloseTo(0.6, 12);
    expect(found.jaccard[2]).toBeNaN();
    expect(found.minimum).toBeCloseTo(0.6, 12);
    expect(Array.from(found.dissolved)).toEqual([0, 1, 0]);
    expect(Array.from(found.recovered)).toEqual([2, 1, 0]);
  });

  it('grades', () => {
    expect([0.59, 0.6, 0.74, 0.75, 0.849, 0.85, 1, Number.NaN].map(stabilityGrade)).toEqual([
      'untrustworthy',
      'doubtful',
      'doubtful',
      'stable',
      'stable',
      'highly-stable',
      'highly-stable',
      'untrustworthy',
    ]);
  });
});
