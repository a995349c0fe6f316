import { describe, expect, it } from 'vitest';
import { prepare } from '../preparation/prepare.ts';
import { customerTable, orderTable } from '../run/testing/tables.ts';
import { columnEffects } from './column-effects.ts';
import { countDistinct } from './count-distinct.ts';
import { orderSegments } from './order-segments.ts';

const how = { transform: 'none', scale: 'none', missing: 'median' } as const;
const labels = Int32Array.of(0, 0, 0, 1, 2, 2);

describe('orderSegments', () => {
  it('goes by mean revenue per customer', () => {
    const table = orderTable({ recency: [1, 2, 3, 4, 5, 6], monetary: [5, 5, 5, 100, 30, 40] });
    expect(Array.from(orderSegments(labels, 3, table, prepare(table, how)))).toEqual([2, 0, 1]);
  });

  it('goes by effects without orders, and equal ones by size and first row', () => {
    const table = customerTable({ x: [1, 1, 1, 9, 4, 4] });
    expect(Array.from(orderSegments(labels, 3, table, prepare(table, how)))).toEqual([2, 0, 1]);
    const level = customerTable({ x: [1, 2, 3, 2, 1, 3] });
    expect(Array.from(orderSegments(labels, 3, level, prepare(level, how)))).toEqual([0, 2, 1]);
    const even = customerTable({ x: [1, 3, 1, 3] });
    expect(Array.from(orderSegments(Int32Array.of(1, 1, 0, 0), 2, even, prepare(even, how)))).toEqual([1, 0]);
  });
});

describe('columnEffects', () => {
  it('counts in standard deviations of the base, on any scale', () => {
    const table = customerTable({ x: [1, 1, 3, 3], same: [5, 5, 5, 5] });
    const two = Int32Array.of(0, 0, 1, 1);
    for (const scale of ['none', 'standard', 'minmax', 'robust'] as const) {
      expect(Array.from(columnEffects(two, 2, prepare(table, { ...how, scale })))).toEqual([-1, 0, 1, 0]);
    }
  });
});

describe('countDistinct', () => {
  it('counts rows, no further than enough', () => {
    const matrix = Float64Array.of(1, 2, 1, 2, 12, 3, 1, 23);
    expect(countDistinct(matrix, 4, 2, 10)).toBe(3);
    expect(countDistinct(matrix, 4, 2, 2)).toBe(2);
  });
});
