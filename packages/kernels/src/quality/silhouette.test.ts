import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { flat, iris, type Points } from '../../testing/load-points.ts';
import { clouds, labelledPoints } from '../../testing/made-points.ts';
import { distance, naiveSilhouettes } from '../../testing/naive.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { runPlan } from '../plan/plan.ts';
import { createRandom } from '../random/create-random.ts';
import { simd, withoutSimd } from '../simd/simd.ts';
import { silhouette } from './silhouette.ts';
import { silhouetteEach } from './silhouette-each.ts';

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

  // The 30 points of mlpack's tests; figure from scikit-learn.
  it('meets three clear groups', () => {
    const groups = [
      [0, 0, 0.3, 0.4, 0.1, 0, 0.1, 0.3, -0.2, -0.2, -0.1, 0.3, -0.4, 0.1, 0.2, -0.1, 0.3, 0, -0.3, -0.3],
      [0.1, -0.1, 0.2, -0.3, -0.3, 0.2],
      [10, 10, 10.1, 9.9, 9.9, 10, 10.2, 9.7, 10.2, 9.8, 9.7, 10.3, 9.9, 10.1],
      [-10, 5, -9.8, 5.1, -9.9, 4.9, -10, 4.9, -10.2, 5.2, -10.1, 5.1, -10.3, 5.3, -10, 4.8, -9.6, 5, -9.8, 5.1],
    ];
    const points = Float64Array.from(groups.flat());
    const labels = Int32Array.from({ length: 30 }, (_, i) => (i < 13 ? 0 : i < 20 ? 1 : 2));
    const { mean } = silhouette(points, { rows: 30, columns: 2, labels });
    expect(mean).toBeCloseTo(0.9682688446300081, 12);
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
});

describe('silhouette of a sample', () => {
  const data = clouds(1_500, 3, 4, 2);
  const { labels } = kmeans(data.points, { ...data, clusters: 5 });
  const exact = silhouette(data.points, { ...data, labels });

  it('says so, keeps every cluster, and bounds its error nineteen times in twenty', () => {
    let within = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const estimate = silhouette(data.points, { ...data, labels, maxExactRows: 300, estimate: 'sample', seed });
      expect(estimate).toMatchObject({ exact: false, method: 'sample' });
      expect(estimate.rowsUsed).toBeLessThan(330);
      expect(estimate.bound).toBeLessThan(0.1);
      expect(new Set(Array.from(estimate.sampleRows, (row) => labels[row])).size).toBe(5);
      if (Math.abs(estimate.mean - exact.mean) <= estimate.bound) within++;
    }
    expect(within).toBeGreaterThanOrEqual(18);
  });

  it('sees a small cluster whole, however many rows there are', () => {
    const many = clouds(4_000, 2, 2, 3);
    const own = Int32Array.from({ length: 4_000 }, (_, i) => (i % 400 === 7 ? 2 : many.points[i * 2] > 0 ? 1 : 0));
    const found = silhouette(many.points, { ...many, labels: own, maxExactRows: 400, estimate: 'sample' });
    expect(Array.from(found.sampleRows).filter((row) => own[row] === 2)).toHaveLength(10);
  });

  it('becomes exact at the limit', () => {
    expect(silhouette(data.points, { ...data, labels, maxExactRows: 1_500 }).mean).toBe(exact.mean);
  });
});

describe('silhouettes of several partitions', () => {
  const several = (data: Points, labelings: Int32Array[], maxExactRows = 20_000) => {
    const problem = { ...data, weights: null };
    const counts = labelings.map((labels) => labels.reduce((most, label) => Math.max(most, label), 0) + 1);
    return runPlan(silhouetteEach({ problem, shared: false }, labelings, counts, { maxExactRows, seed: 1 }, 1));
  };
  const labelsOf = (rows: number, clusters: number, seed: number): Int32Array => {
    const random = createRandom(seed);
    return Int32Array.from({ length: rows }, (_, i) => (i < clusters ? i : random.integer(clusters)));
  };

  it.each([
    [1, 300],
    [2, 1_300],
    [3, 1_301],
    [4, 1_100],
    [7, 1_000],
  ])('are those of each alone, %i columns', (columns, rows) => {
    const data = clouds(rows, columns, 3);
    const labelings = [2, 3, 5, 6, 9].map((clusters) => labelsOf(rows, clusters, clusters));
    const together = several(data, labelings);
    labelings.forEach((labels, l) => {
      const alone = silhouette(data.points, { ...data, labels });
      expect(together[l].mean).toBeCloseTo(alone.mean, 12);
      expect(together[l].samples.every((value, i) => Math.abs(value - alone.samples[i]) < 1e-12)).toBe(true);
    });
  });

  it('have the same bits without SIMD, and either really runs', () => {
    const loops = simd();
    if (loops === null) throw new Error('no SIMD here');
    const compiled = vi.spyOn(loops, 'addDistances');
    for (const columns of [2, 3, 5]) {
      const data = clouds(703, columns, 3);
      const labelings = [2, 3, 4, 5, 7].map((clusters) => labelsOf(703, clusters, clusters));
      for (const maxExactRows of [20_000, 300]) {
        compiled.mockClear();
        const fast = several(data, labelings, maxExactRows);
        expect(compiled).toHaveBeenCalled();
        compiled.mockClear();
        expect(withoutSimd(() => several(data, labelings, maxExactRows))).toEqual(fast);
        expect(compiled).not.toHaveBeenCalled();
      }
    }
    compiled.mockRestore();
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
