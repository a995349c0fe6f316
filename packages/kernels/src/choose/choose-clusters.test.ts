import { describe, expect, it } from 'vitest';
import { iris } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { calinskiHarabasz } from '../quality/calinski-harabasz.ts';
import { daviesBouldin } from '../quality/davies-bouldin.ts';
import { silhouette } from '../quality/silhouette.ts';
import { chooseClusters } from './choose-clusters.ts';

describe('chooseClusters', () => {
  it('gives for each k what the single calls give', () => {
    const data = iris();
    const { candidates, exact } = chooseClusters(data.points, { ...data, from: 2, to: 6, seed: 3 });
    expect(exact).toBe(true);
    expect(candidates.map(({ clusters }) => clusters)).toEqual([2, 3, 4, 5, 6]);
    for (const found of candidates) {
      const fit = kmeans(data.points, { ...data, clusters: found.clusters, seed: 3 });
      const options = { ...data, labels: fit.labels };
      expect(found.labels).toEqual(fit.labels);
      expect(found.centers).toEqual(fit.centers);
      expect(found.inertia).toBe(fit.inertia);
      expect(found.smallest).toBe(Math.min(...fit.sizes));
      expect(found.silhouette).toBeCloseTo(silhouette(data.points, options).mean, 12);
      expect(found.daviesBouldin).toBeCloseTo(daviesBouldin(data.points, options), 12);
      expect(found.calinskiHarabasz).toBeCloseTo(calinskiHarabasz(data.points, options), 8);
    }
  });

  it('does not let one k depend on which others are tried', () => {
    const data = clouds(150, 3, 4);
    const wide = chooseClusters(data.points, { ...data, from: 2, to: 6 }).candidates[3];
    const narrow = chooseClusters(data.points, { ...data, from: 5, to: 5 }).candidates[0];
    expect(narrow.labels).toEqual(wide.labels);
    expect(narrow.inertia).toBe(wide.inertia);
    expect(narrow.silhouette).toBeCloseTo(wide.silhouette, 12);
  });

  it('estimates the silhouettes of many rows within the bound it gives', () => {
    const data = clouds(1_200, 2, 4);
    const options = { ...data, from: 2, to: 5, starts: 3 };
    const whole = chooseClusters(data.points, options);
    const sampled = chooseClusters(data.points, { ...options, maxExactRows: 400 });
    expect(sampled.exact).toBe(false);
    sampled.candidates.forEach((candidate, i) => {
      expect(candidate.labels).toEqual(whole.candidates[i].labels);
      expect(Math.abs(candidate.silhouette - whole.candidates[i].silhouette)).toBeLessThan(candidate.silhouetteBound);
    });
  });

  it('leaves out more clusters than there are distinct points, and refuses where nothing is left', () => {
    const points = Float64Array.of(1, 2, 3, 1, 2, 3);
    const { candidates } = chooseClusters(points, { rows: 6, columns: 1, from: 2, to: 5 });
    expect(candidates.map(({ clusters }) => clusters)).toEqual([2, 3]);
    const same = (): unknown => chooseClusters(new Float64Array(8), { rows: 8, columns: 1, from: 2, to: 5 });
    expect(same).toThrow('at least from = 2 distinct rows, got 1');
    expect(() => chooseClusters(points, { rows: 6, columns: 1, from: 1, to: 5 })).toThrow('from');
    expect(() => chooseClusters(points, { rows: 6, columns: 1, from: 4, to: 3 })).toThrow('to must be');
  });
});
