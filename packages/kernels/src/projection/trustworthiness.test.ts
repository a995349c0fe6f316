import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../../testing/load-points.ts';
import { clouds, gridPoints } from '../../testing/made-points.ts';
import { distance } from '../../testing/naive.ts';
import { trustworthiness } from './trustworthiness.ts';

/** Straight from Venna and Kaski, with the best rank a row among equals can have. */
function naive(data: Points, picture: Points, k: number): number {
  const { rows } = data;
  const all = Array.from({ length: rows }, (_, i) => i);
  let beyond = 0;
  for (const i of all) {
    const others = all.filter((j) => j !== i);
    const shown = [...others]
      .sort((a, b) => distance(picture, i, a) ** 2 - distance(picture, i, b) ** 2 || a - b)
      .slice(0, k);
    for (const j of shown) {
      const rank = 1 + others.filter((o) => distance(data, i, o) < distance(data, i, j)).length;
      beyond += Math.max(0, rank - k);
    }
  }
  return 1 - (2 * beyond) / (rows * k * (2 * rows - 3 * k - 1));
}

describe('trustworthiness', () => {
  it('is worked by hand on a line with its ends exchanged', () => {
    const data = { points: Float64Array.of(0, 1, 2.1, 3.3, 4.6), rows: 5, columns: 1 };
    const picture = Float64Array.of(4.6, 1, 2.1, 3.3, 0);
    // Nearest in the picture, and its rank among the points: 0 has 3 (3rd), 1 has 4 (4th), 2 has 1 (1st), 3 has 2 (1st), 4 has 1 (3rd).
    const { mean } = trustworthiness(data.points, picture, { rows: 5, columns: 1, dimensions: 1, neighbours: 1 });
    expect(mean).toBeCloseTo(naive(data, { ...data, points: picture }, 1), 12);
    expect(mean).toBeCloseTo(1 - (2 / (5 * 1 * (10 - 3 - 1))) * (2 + 3 + 0 + 0 + 2), 12);
  });

  // scikit-learn 1.2.1, on points made by this formula and their first two columns.
  it.each([
    [1, 0.8172413793103448],
    [5, 0.7768589743589743],
    [12, 0.746586345381526],
  ])('meets scikit-learn with %i neighbours', (neighbours, expected) => {
    const value = (i: number, j: number): number => Math.sin(1.7 * (i + 1) * (j + 1)) + (i % 3) * (j + 1) * 0.3;
    const points = Float64Array.from({ length: 240 }, (_, p) => value(Math.floor(p / 4), p % 4));
    const picture = Float64Array.from({ length: 120 }, (_, p) => value(Math.floor(p / 2), p % 2));
    const shape = { rows: 60, columns: 4, dimensions: 2, neighbours };
    expect(trustworthiness(points, picture, shape).mean).toBeCloseTo(expected, 12);
  });

  it('equals the definition on any points and pictures, and is 1 for the points themselves', () => {
    fc.assert(
      fc.property(gridPoints, gridPoints, fc.integer({ min: 1, max: 5 }), (data, other, wanted) => {
        const rows = Math.min(data.rows, other.rows);
        if (rows < 3) return;
        const neighbours = Math.min(wanted, Math.ceil(rows / 2) - 1);
        const points = data.points.slice(0, rows * data.columns);
        const picture = other.points.slice(0, rows * other.columns);
        const shape = { rows, columns: data.columns, dimensions: other.columns, neighbours };
        const { mean, exact, bound } = trustworthiness(points, picture, shape);
        const expected = naive({ ...data, rows, points }, { ...other, rows, points: picture }, neighbours);
        expect(mean).toBeCloseTo(expected, 12);
        expect([exact, bound]).toEqual([true, 0]);
        expect(trustworthiness(points, points, { ...shape, dimensions: data.columns }).mean).toBe(1);
      }),
    );
  });

  it('says where it is of a sample, and bounds its error', () => {
    const data = clouds(2_600, 3, 4);
    const picture = Float64Array.from({ length: 5_200 }, (_, p) => data.points[Math.floor(p / 2) * 3 + (p % 2)]);
    const shape = { ...data, dimensions: 2, neighbours: 10 };
    const exact = trustworthiness(data.points, picture, shape);
    const sampled = trustworthiness(data.points, picture, { ...shape, maxExactRows: 2_500, seed: 3 });
    expect(sampled).toMatchObject({ exact: false, rowsUsed: 2_000 });
    expect(sampled.bound).toBeGreaterThan(0);
    expect(Math.abs(sampled.mean - exact.mean)).toBeLessThan(2 * sampled.bound);
    expect(trustworthiness(data.points, picture, { ...shape, maxExactRows: 2_500, seed: 3 })).toEqual(sampled);
  });

  it('refuses what has no meaning', () => {
    const points = Float64Array.of(1, 2, 3, 4);
    const shape = { rows: 4, columns: 1, dimensions: 1, neighbours: 1 };
    expect(() => trustworthiness(points, points, { ...shape, neighbours: 2 })).toThrow('below rows / 2 = 2, got 2');
    expect(() => trustworthiness(points, points, { ...shape, dimensions: 2 })).toThrow('4 x 2 = 8 numbers, got 4');
    const broken = Float64Array.of(1, 2, Number.NaN, 4);
    expect(() => trustworthiness(broken, points, shape)).toThrow('NaN in row 2');
    expect(() => trustworthiness(points, broken, shape)).toThrow('embedding must be finite numbers, got NaN in row 2');
    expect(trustworthiness(new Float64Array(4), points, shape).mean).toBe(1);
  });
});
