import { describe, expect, it } from 'vitest';
import { liftChance, liftOf } from './segment-lift.ts';

const choose = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n;
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
};

/** The tail summed with whole numbers of any length. */
const naive = (own: number, size: number, buyers: number, customers: number): number => {
  let sum = 0n;
  for (let i = own; i <= Math.min(size, buyers); i++) sum += choose(buyers, i) * choose(customers - buyers, size - i);
  return Number((sum * 10n ** 40n) / choose(customers, size)) / 1e40;
};

describe('liftChance', () => {
  it('is the tail of the hypergeometric distribution', () => {
    const cases = [
      [2, 3, 4, 10],
      [3, 3, 3, 6],
      [12, 40, 60, 400],
      [30, 40, 60, 400],
      [5, 200, 5, 1000],
      [199, 200, 900, 1000],
      [100, 200, 500, 1000],
    ] as const;
    for (const [own, size, buyers, customers] of cases) {
      const expected = naive(own, size, buyers, customers);
      expect(liftChance({ own, size, buyers, customers }) / expected).toBeCloseTo(1, 9);
    }
  });

  it('is 1 where there is nothing to wonder at, and 0 to 1 for millions', () => {
    expect(liftChance({ own: 0, size: 5, buyers: 5, customers: 10 })).toBe(1);
    expect(liftChance({ own: 10, size: 10, buyers: 10, customers: 10 })).toBe(1);
    const many = liftChance({ own: 1_010, size: 100_000, buyers: 10_000, customers: 1_000_000 });
    expect(many).toBeGreaterThan(0.3);
    expect(many).toBeLessThan(0.5);
    expect(liftChance({ own: 5_000, size: 100_000, buyers: 10_000, customers: 1_000_000 })).toBe(0);
  });
});

it('liftOf is the share of the segment over the share of all', () => {
  expect(liftOf({ own: 2, size: 4, buyers: 5, customers: 20 })).toBe(2);
});
