import { describe, expect, it } from 'vitest';
import { iris } from '../../testing/load-points.ts';
import { Stopped } from '../hooks.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { planted } from '../structure/testing/planted.ts';
import { bootstrapJaccard, bootstrapJaccardWith, type ClusterFunction } from './bootstrap-jaccard.ts';

const kmeansOf =
  (clusters: number): ClusterFunction =>
  (points, shape, seed) =>
    kmeans(points, { ...shape, clusters, seed, starts: 8, search: false }).labels;

describe('bootstrapJaccard', () => {
  it.each([
    { sizes: [100, 100, 100], columns: 2, apart: 5 },
    { sizes: [400, 300, 200, 100], columns: 3, apart: 6 },
    { sizes: [1000, 1000, 1000, 1000, 1000], columns: 6, apart: 8 },
  ])('trusts planted groups: $sizes in $columns columns, $apart standard deviations apart', (kind) => {
    for (let seed = 1; seed <= 4; seed++) {
      const data = planted(seed, kind.sizes, kind.columns, kind.apart);
      const found = bootstrapJaccard(data.points, { ...data, clusters: kind.sizes.length, seed, resamples: 20 });
      expect(found.minimum).toBeGreaterThan(0.85);
      expect(Math.min(...found.plain)).toBeGreaterThan(0.85);
      expect(found.grades).toEqual(kind.sizes.map(() => 'highly-stable'));
    }
  });

  it.each([2, 3, 5])(
    'does not trust the halves of one round cloud in %d columns, as the plain figure would',
    (columns) => {
      const sizes = [300, 300, 300, 300, 300, 300, 300, 300, 1000, 1000, 1000, 1000, 5000, 5000];
      const worst = sizes.map((size, i) => {
        const data = planted(20 + i, [size], columns, 0);
        const labels = kmeansOf(2)(data.points, data, i + 1);
        const found = bootstrapJaccard(data.points, { ...data, clusters: 2, labels, seed: i + 1, resamples: 30 });
        expect(Math.min(...found.plain)).toBeGreaterThan(Math.max(...found.jaccard));
        return Math.max(...found.jaccard);
      });
      expect(worst.reduce((sum, value) => sum + value) / worst.length).toBeLessThan(0.5);
      expect(worst.filter((value) => value >= 0.6).length).toBeLessThanOrEqual(1);
    },
  );

  it('finds the halves of a long cloud again: they are stable, and there are no groups', () => {
    const round = planted(5, [1000], 2, 0);
    const long = round.points.map((value, i) => (i % 2 === 0 ? value * 3 : value));
    const found = bootstrapJaccard(long, { ...round, clusters: 2, resamples: 20 });
    expect(found.minimum).toBeGreaterThan(0.85);
  });

  it('finds the first species of iris again and again', () => {
    const data = iris();
    const before = data.points.slice();
    const found = bootstrapJaccard(data.points, { ...data, clusters: 3 });
    expect(data.points).toEqual(before);
    expect(found.labels).toEqual(kmeans(data.points, { ...data, clusters: 3 }).labels);
    expect(found.jaccard[0]).toBeGreaterThan(0.95);
    expect(found.recovered[0]).toBeGreaterThanOrEqual(49);
    expect(found).toMatchObject({ clusters: 3, resamples: 50, exact: true, sampledRows: 150 });
    expect(bootstrapJaccard(data.points, { ...data, clusters: 3 })).toEqual(found);
    const moved = data.points.map((value) => value * 16 + 64);
    // Rounding moves a flower or two between the other species.
    const again = bootstrapJaccard(moved, { ...data, clusters: 3 }).jaccard;
    for (let c = 0; c < 3; c++) expect(again[c]).toBeCloseTo(found.jaccard[c], 2);
  });

  it('looks for the clusters it is given', () => {
    const data = planted(3, [100, 100, 100], 2, 6);
    const own = bootstrapJaccard(data.points, { ...data, clusters: 3 });
    const given = bootstrapJaccard(data.points, { ...data, clusters: 3, labels: own.labels });
    expect(given).toEqual(own);
    const turned = own.labels.map((label) => (label < 0 ? label : 2 - label));
    const other = bootstrapJaccard(data.points, { ...data, clusters: 3, labels: turned });
    expect(other.jaccard).toEqual(own.jaccard.slice().reverse());
    const short = new Int32Array(3);
    expect(() => bootstrapJaccard(data.points, { ...data, clusters: 3, labels: short })).toThrow('rows = 300, got 3');
  });

  it('takes any clustering', () => {
    const data = planted(3, [50, 50, 50], 2, 6);
    const any = bootstrapJaccardWith(kmeansOf(3), data.points, data);
    const own = bootstrapJaccard(data.points, { ...data, clusters: 3 });
    for (let c = 0; c < 3; c++) expect(any.jaccard[c]).toBeCloseTo(own.jaccard[c], 1);
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

  it('bears equal and few rows, tells its progress, stops, and refuses', () => {
    const same = { points: new Float64Array(12).fill(2), rows: 6, columns: 2 };
    expect(bootstrapJaccard(same.points, { ...same, clusters: 3 })).toMatchObject({ clusters: 1, minimum: 1 });
    const few = { points: Float64Array.of(0, 1, 5, 9), rows: 4, columns: 1 };
    expect(bootstrapJaccard(few.points, { ...few, clusters: 4 }).plain.length).toBe(4);
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
