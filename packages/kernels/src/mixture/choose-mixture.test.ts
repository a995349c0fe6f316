import { describe, expect, it } from 'vitest';
import { iris } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { chooseMixture } from './choose-mixture.ts';
import { gaussianMixture } from './gaussian-mixture.ts';

describe('chooseMixture', () => {
  // scikit-learn: among full covariances BIC takes two components of iris, 574.0178.
  it('takes two components of iris by BIC, and each candidate is the fit of its own', () => {
    const data = iris();
    const { candidates, best, bestByBic, bestByAic } = chooseMixture(data.points, {
      ...data,
      from: 1,
      to: 3,
      covariances: ['full', 'spherical'],
    });
    expect(candidates.map(({ clusters, covariance }) => [clusters, covariance])).toEqual([
      [1, 'full'],
      [1, 'spherical'],
      [2, 'full'],
      [2, 'spherical'],
      [3, 'full'],
      [3, 'spherical'],
    ]);
    expect(candidates[bestByBic]).toMatchObject({ clusters: 2, covariance: 'full', components: 2, converged: true });
    expect(candidates[bestByBic].bic).toBeCloseTo(574.0178, 3);
    expect(candidates[bestByAic]).toMatchObject({ clusters: 3, covariance: 'full' });
    expect(best).toEqual(gaussianMixture(data.points, { ...data, clusters: 2 }));
    const three = gaussianMixture(data.points, { ...data, clusters: 3, covariance: 'spherical' });
    expect(Math.abs(candidates[5].bic - three.bic)).toBeLessThan(1e-3);
  });

  it('finds how many round clouds there are', () => {
    const data = clouds(300, 2, 3, 6);
    const { best } = chooseMixture(data.points, { ...data, from: 1, to: 4, starts: 3 });
    expect(best).toMatchObject({ clusters: 3, components: 3 });
  });

  it('refuses ranges and kinds that make no sense', () => {
    const data = { points: new Float64Array(4), rows: 2, columns: 2 };
    expect(() => chooseMixture(data.points, { ...data, from: 0, to: 2 })).toThrow('from');
    expect(() => chooseMixture(data.points, { ...data, from: 3, to: 2 })).toThrow('to');
    expect(() => chooseMixture(data.points, { ...data, from: 1, to: 2, covariances: [] })).toThrow('covariances');
  });
});
