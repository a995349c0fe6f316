import { describe, expect, it } from 'vitest';
import { iris } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { chooseMixture } from './choose-mixture.ts';
import { gaussianMixture } from './gaussian-mixture.ts';
import { isFlat } from './is-flat.ts';

const floors = Float64Array.of(1e-6, 1e-6);
const weights = Float64Array.of(0.5, 0.5);
const means = Float64Array.of(0, 0, 3, 3);
const mixture = (...covariances: number[]) => ({
  covariance: 'full' as const,
  weights,
  means,
  covariances: Float64Array.from(covariances),
});

describe('isFlat', () => {
  it('sees a component without width along a column or across', () => {
    expect(isFlat(mixture(1, 0, 0, 1, 1, 0, 0, 1), floors)).toBe(false);
    expect(isFlat(mixture(1, 0, 0, 1, 1, 0, 0, 1e-6), floors)).toBe(true);
    expect(isFlat(mixture(1, 0, 0, 1, 1, 0.999999, 0.999999, 1), floors)).toBe(true);
    const diagonal = { covariance: 'diagonal' as const, weights, means, covariances: Float64Array.of(1, 1, 1, 1e-6) };
    expect(isFlat(diagonal, floors)).toBe(true);
  });

  it('does not mind a column that is constant everywhere', () => {
    const flat = { ...mixture(1, 0, 0, 1e-6, 1, 0, 0, 1e-6), means: Float64Array.of(0, 5, 3, 5) };
    expect(isFlat(flat, floors)).toBe(false);
  });
});

describe('mixtures of rows whose values repeat', () => {
  // scikit-learn's own starts reach a BIC of 419 there, on 28 rows of iris with the same petal width.
  it('do not take a component on repeated values of iris for the best', () => {
    const data = iris();
    const { candidates, bestByBic } = chooseMixture(data.points, { ...data, from: 1, to: 6, covariances: ['full'] });
    expect(candidates.map(({ flat }) => flat)).toEqual([false, false, false, false, false, false]);
    expect(candidates[bestByBic].clusters).toBe(2);
  });

  it('are held as wide as the rounding where nothing else is to be had, and say so', () => {
    const rows = 200;
    const wide = clouds(rows, 2, 1).points;
    const points = wide.map((value, p) => (p % 4 === 1 ? 0 : p % 4 === 3 ? value + 50 : value));
    expect(gaussianMixture(points, { rows, columns: 2, clusters: 2 })).toMatchObject({ flat: false, held: true });
    expect(gaussianMixture(wide, { rows, columns: 2, clusters: 2 })).toMatchObject({ flat: false, held: false });
  });
});
