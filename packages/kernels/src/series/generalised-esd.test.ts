import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { generalisedEsd } from './generalised-esd.ts';
import { studentQuantile } from './student-quantile.ts';
import { normal } from './testing/normal.ts';

// Rosner (1983), as in NIST's handbook of statistics, 1.3.5.17.3: 54 values, up to ten outliers looked for, alpha 0.05.
const rosner = [
  -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.7, 1.76, 1.77,
  1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.4, 2.47, 2.54, 2.62, 2.64,
  2.9, 2.92, 2.92, 2.93, 3.21, 3.26, 3.3, 3.59, 3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
];
const statistics = [3.118, 2.942, 3.179, 2.81, 2.815, 2.848, 2.279, 2.31, 2.101, 2.067];
const critical = [3.158, 3.151, 3.143, 3.136, 3.128, 3.12, 3.111, 3.103, 3.094, 3.085];

describe('generalisedEsd', () => {
  it('meets the published example: three outliers', () => {
    const found = generalisedEsd(rosner, { most: 10 });
    expect(found.outliers.map((i) => rosner[i])).toEqual([6.01, 5.42, 5.34]);
    for (const [i, value] of statistics.entries()) expect(Math.abs(found.statistics[i] - value)).toBeLessThan(0.0011);
    for (const [i, value] of critical.entries()) expect(Math.abs(found.critical[i] - value)).toBeLessThan(0.0011);
    expect(found.limit).toBeCloseTo(found.critical[3], 12);
  });

  it('finds the same whatever the order, shift and scale', () => {
    const turned = rosner.map((value) => 1e9 * value - 3).reverse();
    expect(generalisedEsd(turned, { most: 10 }).outliers.map((i) => 53 - i)).toEqual(
      generalisedEsd(rosner, { most: 10 }).outliers,
    );
  });

  it('by median and MAD is not blinded by many outliers on one side', () => {
    const random = createRandom(3);
    const values = Array.from({ length: 100 }, (_, i) => (i < 12 ? 50 : 0) + normal(random));
    const robust = generalisedEsd(values, { most: 30, robust: true });
    expect(robust.outliers.slice(0, 12).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(robust.outliers.length).toBeLessThanOrEqual(13);
    expect(generalisedEsd(values, { most: 3 }).outliers).toEqual([]);
    expect(Math.abs(robust.center)).toBeLessThan(0.5);
    expect(robust.spread).toBeGreaterThan(0.7);
    expect(robust.spread).toBeLessThan(1.3);
  });

  it('passes over missing values', () => {
    const holes = [Number.NaN, ...rosner, Number.NaN];
    expect(generalisedEsd(holes, { most: 10 }).outliers).toEqual([54, 53, 52]);
  });

  it('bears few values and values without spread', () => {
    for (const values of [[], [1], [1, 2], [1, 2, 900], Array<number>(30).fill(0.1), [4, 4, 4, 4, 4]]) {
      expect(generalisedEsd(values, { most: 5 }).outliers).toEqual([]);
      expect(generalisedEsd(values, { most: 5, robust: true }).outliers).toEqual([]);
    }
    // More than half are equal: the MAD is 0 and says nothing.
    expect(generalisedEsd([1, 1, 1, 1, 9], { most: 2, robust: true })).toMatchObject({ outliers: [], spread: 0 });
    expect(() => generalisedEsd([1, Number.NEGATIVE_INFINITY], { most: 1 })).toThrow('-Infinity at step 1');
    expect(() => generalisedEsd(rosner, { most: -1 })).toThrow('most');
    expect(() => generalisedEsd(rosner, { most: 1, alpha: 1 })).toThrow('alpha');
  });
});

describe('studentQuantile', () => {
  it.each([
    // scipy 1.10: stats.t.ppf
    [0.975, 10, 2.2281388519649385],
    [0.9995, 52, 3.487690734656992],
    [0.6, 1, 0.32491969623407446],
    [0.99999, 3, 47.92772847451494],
    [0.501, 200, 0.0025097661539988754],
  ])('of %f with %i degrees of freedom is %f', (probability, degrees, expected) => {
    expect(studentQuantile(probability, degrees) / expected).toBeCloseTo(1, 8);
    expect(studentQuantile(1 - probability, degrees) / -expected).toBeCloseTo(1, 8);
  });

  it('is 0 in the middle and refuses the ends', () => {
    expect(studentQuantile(0.5, 7)).toBeCloseTo(0, 12);
    expect(() => studentQuantile(1, 7)).toThrow('got 1');
    expect(() => studentQuantile(0.4, 0)).toThrow('got 0');
  });
});
