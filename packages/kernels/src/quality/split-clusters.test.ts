import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { splitClusters } from './split-clusters.ts';

describe('splitClusters', () => {
  const split = (points: Float64Array, labels: Int32Array) =>
    splitClusters({
      problem: { points, rows: labels.length, columns: 2, weights: null },
      labels,
      clusters: 2,
      shared: false,
    });

  it('has each row once, in a part of its cluster that is not too large', () => {
    const rows = 200_000;
    const { points } = clouds(rows, 2, 3);
    const labels = Int32Array.from({ length: rows }, (_, i) => (i % 10 === 3 ? 0 : 1));
    const parts = split(points, labels);
    expect(Array.from(parts.rows.slice().sort())).toEqual(Array.from(labels.keys()));
    expect(parts.clusterOf[0]).toBe(0);
    parts.clusterOf.forEach((cluster, t) => {
      expect(parts.begins[t + 1] - parts.begins[t]).toBeLessThanOrEqual(65_536);
      expect(parts.rows.subarray(parts.begins[t], parts.begins[t + 1]).every((row) => labels[row] === cluster)).toBe(
        true,
      );
    });
    expect(parts.begins.at(-1)).toBe(rows);
  });

  it('leaves equal rows together and parts the rest from them', () => {
    const labels = new Int32Array(150_000);
    labels[0] = 1;
    const points = new Float64Array(300_000);
    expect(Array.from(split(points, labels).begins)).toEqual([0, 149_999, 150_000]);
    for (let i = 0; i < 100; i++) points[i * 2_000] = -1;
    expect(split(points, labels).begins).toHaveLength(4);
  });
});
