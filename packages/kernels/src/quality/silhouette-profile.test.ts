import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { silhouette } from './silhouette.ts';
import { silhouetteProfile } from './silhouette-profile.ts';

describe('silhouetteProfile', () => {
  it('is worked by hand', () => {
    const result = {
      samples: Float64Array.of(0.5, -0.2, 0.9, 0.1, 0.4),
      sampleRows: Int32Array.of(0, 2, 3, 5, 6),
      clusterMeans: Float64Array.of(0.15, 0.6),
    };
    const labels = Int32Array.of(0, 1, 0, 1, 1, 1, 1);
    labels[6] = 1;
    expect(silhouetteProfile(result, labels)).toEqual([
      { rows: 2, mean: 0.15, shareBelowZero: 0.5, values: Float64Array.of(0.5, -0.2) },
      { rows: 3, mean: 0.6, shareBelowZero: 0, values: Float64Array.of(0.9, 0.4, 0.1) },
    ]);
    expect(silhouetteProfile(result, labels, { values: 2 })[1].values).toEqual(Float64Array.of(0.9, 0.1));
  });

  it('is small for many rows and keeps the ends', () => {
    const data = clouds(3_000, 2, 3);
    const { labels } = kmeans(data.points, { ...data, clusters: 4, starts: 2 });
    const result = silhouette(data.points, { ...data, labels });
    const outlines = silhouetteProfile(result, labels);
    outlines.forEach(({ rows, mean, values }, c) => {
      const own = Array.from(result.samples.filter((_, row) => labels[row] === c));
      expect(rows).toBe(own.length);
      expect(values).toHaveLength(200);
      expect(values[0]).toBe(Math.max(...own));
      expect(values[199]).toBe(Math.min(...own));
      expect(values.reduce((sum, value) => sum + value) / 200).toBeCloseTo(mean, 2);
    });
  });

  it('refuses what does not fit', () => {
    const result = { samples: Float64Array.of(0), sampleRows: Int32Array.of(0), clusterMeans: Float64Array.of(0) };
    expect(() => silhouetteProfile(result, Int32Array.of(1))).toThrow('labels must be 0 to 0');
    expect(() => silhouetteProfile(result, Int32Array.of(0), { values: 1 })).toThrow('values');
  });
});
