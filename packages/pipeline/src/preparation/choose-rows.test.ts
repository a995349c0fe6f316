import { describe, expect, it } from 'vitest';
import { chooseRows } from './choose-rows.ts';

describe('chooseRows', () => {
  it('takes all, or so many by the seed, in their order', () => {
    expect([...chooseRows(3, 5, 1)]).toEqual([0, 1, 2]);
    const chosen = chooseRows(1000, 100, 1);
    expect(new Set(chosen).size).toBe(100);
    expect([...chosen].sort((a, b) => a - b)).toEqual([...chosen]);
    expect(chosen).toEqual(chooseRows(1000, 100, 1));
    expect(chosen).not.toEqual(chooseRows(1000, 100, 2));
    // The mean of so many is 499.5 with a standard deviation of 27.
    expect(Math.abs(chosen.reduce((sum, row) => sum + row, 0) / 100 - 499.5)).toBeLessThan(100);
  });
});
