import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, skewness, standardDeviation } from './moments.ts';
import { quantiles } from './quantiles.ts';

describe('quantiles', () => {
  // R: quantile(c(1, 2, 4, 8), c(0, .2, .5, .9, 1)), type 7.
  it('interpolates as R does by default', () => {
    const values = Float64Array.of(8, 1, 4, 2);
    const found = quantiles(values, [0, 0.2, 0.5, 0.9, 1]);
    for (const [i, value] of [1, 1.6, 3, 6.8, 8].entries()) expect(found[i]).toBeCloseTo(value, 12);
    expect(Array.from(values)).toEqual([8, 1, 4, 2]);
  });

  it('stays within the values and rises with the probability', () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (sample) => {
        const found = quantiles(sample, [0, 0.25, 0.5, 0.75, 1]);
        expect(found[0] === Math.min(...sample)).toBe(true);
        expect(found[4] === Math.max(...sample)).toBe(true);
        for (let i = 1; i < 5; i++) expect(found[i]).toBeGreaterThanOrEqual(found[i - 1]);
      }),
    );
  });

  it('refuses what has no quantile', () => {
    expect(() => quantiles([], [0.5])).toThrow('at least 1 value, got 0');
    expect(() => quantiles([1, Number.NaN], [0.5])).toThrow('got NaN');
    expect(() => quantiles([1], [1.5])).toThrow('got 1.5');
  });
});

describe('moments', () => {
  it('are worked by hand', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(standardDeviation(values)).toBe(2);
    expect(skewness(values)).toBeCloseTo(42 / 8 / 8, 12);
    expect(skewness([1, 2, 3])).toBe(0);
  });

  it('bear equal values and no values', () => {
    expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0);
    expect(skewness([0.1, 0.1, 0.1])).toBe(0);
    expect(mean([])).toBeNaN();
    expect(standardDeviation([])).toBeNaN();
    expect(skewness([])).toBeNaN();
  });
});
