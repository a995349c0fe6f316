import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf, rfmGroups } from './groups.ts';
import { fmOf, quintileCuts, scoreOf } from './scores.ts';

describe('quintileCuts', () => {
  it('lie one above the quantile for whole numbers, on it for others', () => {
    expect(quintileCuts(Float64Array.of(1, 2, 3, 4, 5, 6))).toEqual([3, 4, 5, 6]);
    expect(quintileCuts(Float64Array.of(0.5, 1.5, 2.5, 3.5, 4.5, 5.5))).toEqual([1.5, 2.5, 3.5, 4.5]);
  });
});

describe('scoreOf', () => {
  it('a value on a cut belongs above it; recency is turned round', () => {
    const cuts = [10, 20, 30, 40];
    expect([9, 10, 29, 30, 40].map((value) => scoreOf('monetary', cuts, value))).toEqual([1, 2, 3, 4, 5]);
    expect([9, 10, 29, 30, 40].map((value) => scoreOf('recency', cuts, value))).toEqual([5, 4, 3, 2, 1]);
  });

  it('never goes down as the value goes up, and is the same for equal values', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(values, (all) => {
        const cuts = quintileCuts(Float64Array.from(all));
        const scores = [...all].sort((a, b) => a - b).map((value) => scoreOf('frequency', cuts, value));
        expect(scores).toEqual([...scores].sort((a, b) => a - b));
        expect(scores.every((score) => score >= 1 && score <= 5)).toBe(true);
      }),
    );
  });
});

describe('fmOf', () => {
  it('rounds halves to even', () => {
    expect([fmOf(1, 2), fmOf(2, 3), fmOf(3, 4), fmOf(4, 5), fmOf(5, 5), fmOf(1, 5)]).toEqual([2, 2, 4, 4, 5, 3]);
  });
});

describe('rfmGroups', () => {
  it('each of the 25 cells belongs to exactly one of eleven groups', () => {
    const cells = rfmGroups.flatMap((group) => group.cells.map(([r, fm]) => `${r},${fm}`));
    expect(rfmGroups).toHaveLength(11);
    expect(cells).toHaveLength(25);
    expect(new Set(cells).size).toBe(25);
  });

  it.each([
    [5, 5, 'Champions'],
    [3, 4, 'Loyal customers'],
    [3, 3, 'Potential loyalists'],
    [5, 1, 'New customers'],
    [3, 1, 'Promising'],
    [2, 2, 'Needs attention'],
    [2, 1, 'About to sleep'],
    [1, 3, 'At risk'],
    [1, 4, "Can't lose them"],
    [1, 2, 'Hibernating'],
    [1, 1, 'Lost'],
  ])('R %i, FM %i is %s', (r, fm, name) => expect(rfmGroups[groupOf(r, fm)]?.name).toBe(name));
});
