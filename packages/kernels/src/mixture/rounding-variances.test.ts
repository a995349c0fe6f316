import { describe, expect, it } from 'vitest';
import { roundingVariances } from './rounding-variances.ts';

const of = (...values: number[]) =>
  roundingVariances({ points: Float64Array.from(values), rows: values.length, columns: 1, weights: null })[0];

describe('roundingVariances', () => {
  it('is a twelfth of the square of the usual step', () => {
    expect(of(0, 1, 1, 2, 9, 10, 30)).toBeCloseTo(1 / 12, 15);
    expect(of(0, 1, 1.001, 1.002, 50)).toBeCloseTo(1e-6 / 12, 12);
  });

  it('is a seventh of the spread at most', () => {
    expect(of(0, 0, 0, 0, 10, 10, 10, 10)).toBeCloseTo(25 / 49, 12);
  });

  it('is nothing where all values are equal', () => {
    expect(of(4, 4, 4)).toBe(0);
    expect(of(7)).toBe(0);
  });
});
