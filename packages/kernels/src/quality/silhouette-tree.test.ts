import { describe, expect, it, vi } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { simd, withoutSimd } from '../simd/simd.ts';
import { silhouette } from './silhouette.ts';

describe('silhouette by trees', () => {
  it.each([1, 2, 3, 4])('keeps the mean within its bound and the rows near, %i columns', (columns) => {
    const data = clouds(2_500, columns, 4, columns);
    const { labels } = kmeans(data.points, { ...data, clusters: 5, starts: 2 });
    const exact = silhouette(data.points, { ...data, labels });
    const tree = silhouette(data.points, { ...data, labels, maxExactRows: 100, estimate: 'tree' });
    expect(tree).toMatchObject({ method: 'tree', exact: false, rowsUsed: 2_500 });
    expect(Math.abs(tree.mean - exact.mean)).toBeLessThanOrEqual(tree.bound + 1e-12);
    expect(tree.bound).toBeLessThan(1e-3);
    expect(tree.sampleRows).toEqual(exact.sampleRows);
    for (const [i, value] of exact.samples.entries()) expect(Math.abs(tree.samples[i] - value)).toBeLessThan(0.02);
    for (const [c, value] of exact.clusterMeans.entries()) expect(tree.clusterMeans[c]).toBeCloseTo(value, 3);
  });

  it('measures small clusters and rows alone exactly', () => {
    const data = clouds(1_000, 2, 2);
    const labels = Int32Array.from({ length: 1_000 }, (_, i) =>
      i < 5 ? 2 : i === 5 ? 3 : data.points[i * 2] > 0 ? 1 : 0,
    );
    const exact = silhouette(data.points, { ...data, labels });
    const tree = silhouette(data.points, { ...data, labels, maxExactRows: 100 });
    expect(tree.method).toBe('tree');
    expect(tree.clusterMeans[2]).toBeCloseTo(exact.clusterMeans[2], 12);
    expect(tree.samples[5]).toBe(0);
  });

  it('gives the same bits without SIMD, and either really runs', () => {
    const loops = simd();
    if (loops === null) throw new Error('no SIMD here');
    const compiled = vi.spyOn(loops, 'addTree');
    for (const columns of [2, 3]) {
      const data = clouds(900, columns, 3);
      const { labels } = kmeans(data.points, { ...data, clusters: 3, starts: 2 });
      const options = { ...data, labels, maxExactRows: 100 };
      compiled.mockClear();
      const fast = silhouette(data.points, options);
      expect(compiled).toHaveBeenCalled();
      compiled.mockClear();
      expect(withoutSimd(() => silhouette(data.points, options))).toEqual(fast);
      expect(compiled).not.toHaveBeenCalled();
    }
    compiled.mockRestore();
  });

  it('bears duplicates, constant columns and any scale', () => {
    const data = clouds(800, 2, 3);
    const points = data.points.map((value, p) => (p % 2 === 1 ? 7 : Math.round(value)));
    const labels = Int32Array.from({ length: 800 }, (_, i) => (points[i * 2] > 0 ? 1 : 0));
    const exact = silhouette(points, { ...data, labels });
    for (const scale of [1e-9, 1, 1e9]) {
      const scaled = points.map((value) => value * scale);
      const tree = silhouette(scaled, { ...data, labels, maxExactRows: 100 });
      expect(Math.abs(tree.mean - exact.mean)).toBeLessThanOrEqual(tree.bound + 1e-9);
    }
    const same = silhouette(new Float64Array(1_600), { ...data, labels, maxExactRows: 100 });
    expect(same.mean).toBe(0);
  });

  it('does not pair equal rows one by one', () => {
    const rows = 60_000;
    const points = Float64Array.from({ length: rows * 2 }, (_, p) => (p % 2 === 0 ? Math.floor(p / 2) % 5 : 1));
    const labels = Int32Array.from({ length: rows }, (_, i) => (i % 5 < 2 ? 0 : 1));
    const tree = silhouette(points, { rows, columns: 2, labels });
    const few = { rows: 5_000, columns: 2, labels: labels.slice(0, 5_000) };
    const exact = silhouette(points.slice(0, 10_000), few);
    expect(tree.mean).toBeCloseTo(exact.mean, 3);
    expect(tree.samples[0]).toBeCloseTo(exact.samples[0], 3);
  });

  it('stops when asked, and tells how far it is', () => {
    const data = clouds(3_000, 3, 3);
    const labels = Int32Array.from({ length: 3_000 }, (_, i) => i % 2);
    const seen: number[] = [];
    silhouette(data.points, { ...data, labels, maxExactRows: 100 }, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const options = { ...data, labels, maxExactRows: 100 };
    expect(() => silhouette(data.points, options, { shouldStop: () => true })).toThrow('stopped');
  });
});
