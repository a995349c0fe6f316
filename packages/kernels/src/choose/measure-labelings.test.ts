import { describe, expect, it } from 'vitest';
import { iris } from '../../testing/load-points.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { calinskiHarabasz } from '../quality/calinski-harabasz.ts';
import { daviesBouldin } from '../quality/davies-bouldin.ts';
import { silhouette } from '../quality/silhouette.ts';
import { measureLabelings } from './measure-labelings.ts';

describe('measureLabelings', () => {
  it('gives each partition what the single measures give it', () => {
    const data = iris();
    const fits = [2, 3, 5].map((clusters) => kmeans(data.points, { ...data, clusters }));
    const measured = measureLabelings(data.points, { ...data, labelings: fits.map(({ labels }) => labels) });
    measured.forEach((each, f) => {
      const { labels, inertia, clusters, sizes } = fits[f];
      expect(each.clusters).toBe(clusters);
      expect(each.inertia).toBeCloseTo(inertia, 9);
      expect(each.silhouette.mean).toBeCloseTo(silhouette(data.points, { ...data, labels }).mean, 12);
      expect(each.daviesBouldin).toBeCloseTo(daviesBouldin(data.points, { ...data, labels }), 12);
      expect(each.calinskiHarabasz).toBeCloseTo(calinskiHarabasz(data.points, { ...data, labels }), 8);
      expect(each.smallest).toBe(Math.min(...sizes));
    });
  });

  it('refuses one cluster and a gap', () => {
    const points = Float64Array.of(1, 2, 3);
    const measure = (labels: number[]) =>
      measureLabelings(points, { rows: 3, columns: 1, labelings: [Int32Array.from(labels)] });
    expect(() => measure([0, 0, 0])).toThrow('needs at least 2 clusters, got 1');
    expect(() => measure([0, 2, 2])).toThrow('without a gap');
  });
});
