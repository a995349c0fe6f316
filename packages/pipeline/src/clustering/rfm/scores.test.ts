import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fmOf, quantileCuts, scoreOf } from './scores.ts';

describe('quantileCuts', () => {
  it('lie one above the quantile for whole numbers, on it for others', () => {
    expect(quantileCuts(Float64Array.of(1, 2, 3, 4, 5, 6))).toEqual([3, 4, 5, 6]);
    expect(quantileCuts(Float64Array.of(0.5, 1.5, 2.5, 3.5, 4.5, 5.5))).toEqual([1.5, 2.5, 3.5, 4.5]);
    expect(quantileCuts(Float64Array.of(1, 2, 3, 4), 3)).toEqual([3, 4]);
  });

  it('by values part different values and not customers', () => {
    const orders = Float64Array.of(1, 1, 1, 1, 1, 1, 1, 2, 3, 9);
    const scores = (ties: 'customers' | 'values') =>
      Array.from(orders, (value) => scoreOf('frequency', quantileCuts(orders, 4, ties), value)).join('');
    expect(scores('customers')).toBe('1111111344');
    expect(scores('values')).toBe('1111111234');
    expect(
      quantileCuts(Float64Array.of(0.5, 0.5, 0.5, 1.5, 2.5), 3, 'values').map((cut) => Math.round(cut * 6)),
    ).toEqual([7, 11]);
  });
});

describe('scoreOf', () => {
  it('a value on a cut belongs above it; recency is turned round', () => {
    const cuts = [10, 20, 30, 40];
    expect([9, 10, 29, 30, 40].map((value) => scoreOf('monetary', cuts, value))).toEqual([1, 2, 3, 4, 5]);
    expect([9, 10, 29, 30, 40].map((value) => scoreOf('recency', cuts, value))).toEqual([5, 4, 3, 2, 1]);
    expect([0, 5, 9].map((value) => scoreOf('recency', [5, 5], value))).toEqual([3, 1, 1]);
  });

  it('never goes down as the value goes up, and is the same for equal values', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 40 });
    const ties = fc.constantFrom('customers' as const, 'values' as const);
    fc.assert(
      fc.property(values, fc.integer({ min: 3, max: 10 }), ties, (all, most, how) => {
        const cuts = quantileCuts(Float64Array.from(all), most, how);
        expect(cuts).toHaveLength(most - 1);
        const scores = [...all].sort((a, b) => a - b).map((value) => scoreOf('frequency', cuts, value));
        expect(scores).toEqual([...scores].sort((a, b) => a - b));
        expect(scores.every((score) => score >= 1 && score <= most)).toBe(true);
      }),
    );
  });
});

describe('fmOf', () => {
  it('rounds halves to even', () => {
    expect([fmOf(1, 2), fmOf(2, 3), fmOf(3, 4), fmOf(4, 5), fmOf(5, 5), fmOf(1, 5)]).toEqual([2, 2, 4, 4, 5, 3]);
  });

  it('weighs, and finds halves whatever the weights are written as', () => {
    expect([1, 2, 3, 4].map((m) => fmOf(4, m, { frequency: 2, monetary: 1 }))).toEqual([3, 3, 4, 4]);
    expect(fmOf(5, 1, { frequency: 0, monetary: 3 })).toBe(1);
    for (const [frequency, monetary] of [
      [0.1, 0.3],
      [1, 3],
      [7, 21],
    ] as const) {
      // (1 + 3 * 3) / 4 = 2.5 and (1 + 3 * 5) / 4 = 4, (2 + 3 * 4) / 4 = 3.5.
      expect([
        fmOf(1, 3, { frequency, monetary }),
        fmOf(1, 5, { frequency, monetary }),
        fmOf(2, 4, { frequency, monetary }),
      ]).toEqual([2, 4, 4]);
    }
  });
});
