import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { revenueApart } from './revenue-apart.ts';

/** Gini by all pairs: the mean difference over twice the mean. */
function naiveGini(values: readonly number[]): number {
  let sum = 0;
  for (const a of values) for (const b of values) sum += Math.abs(a - b);
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return sum / (2 * values.length ** 2 * mean);
}

function naiveApart(revenue: readonly number[], labels: readonly number[]): number {
  const meanOf = (label: number) => {
    const own = revenue.filter((_, row) => labels[row] === label);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  };
  return naiveGini(labels.map(meanOf)) / naiveGini(revenue);
}

const apart = (revenue: number[], labels: number[], segments: number) =>
  revenueApart(Float64Array.from(revenue), Int32Array.from(labels), segments);

describe('revenueApart', () => {
  it('is what can be worked out by hand', () => {
    // Customers 1, 3, 10, 10: pairs differ by 2, 9, 9, 7, 7, 0 = 34; segments' means 2, 2, 10, 10: 4 x 8 = 32.
    expect(apart([1, 3, 10, 10], [1, 1, 0, 0], 2)).toBeCloseTo(32 / 34, 12);
    expect(apart([1, 3, 10, 12], [0, 1, 2, 3], 4)).toBe(1);
    expect(apart([1, 3, 1, 3], [0, 0, 1, 1], 2)).toBe(0);
  });

  it('agrees with Gini coefficients from all pairs', () => {
    const random = createRandom(3);
    for (let round = 0; round < 20; round++) {
      const segments = 2 + random.integer(4);
      const revenue = Array.from({ length: 40 }, () => Math.round(1000 * random.next() ** 3) + 1);
      const labels = revenue.map((_, row) => (row < segments ? row : random.integer(segments)));
      expect(apart(revenue, labels, segments)).toBeCloseTo(naiveApart(revenue, labels), 10);
    }
  });

  it('leaves out noise and unknown revenue, and is not defined where nobody differs', () => {
    expect(apart([1, 3, 10, 10, 500, Number.NaN], [1, 1, 0, 0, -1, 0], 2)).toBeCloseTo(32 / 34, 12);
    expect(apart([5, 5, 5], [0, 1, 1], 2)).toBeUndefined();
    expect(apart([], [], 2)).toBeUndefined();
    expect(apart([Number.NaN], [0], 1)).toBeUndefined();
  });

  it('never falls when a segment is parted', () => {
    const revenue = Array.from({ length: 60 }, (_, i) => ((i * 37) % 61) ** 2);
    const coarse = revenue.map((_, i) => i % 3);
    const fine = revenue.map((_, i) => (i % 3 === 0 && i % 2 === 0 ? 3 : i % 3));
    expect(apart(revenue, fine, 4) ?? 0).toBeGreaterThanOrEqual(apart(revenue, coarse, 3) ?? 1);
  });
});
