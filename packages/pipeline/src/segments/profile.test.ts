import { describe, expect, it } from 'vitest';
import { prepare } from '../preparation/prepare.ts';
import { customerTable, orderTable } from '../run/testing/tables.ts';
import { profileSegments } from './profile.ts';

const how = { transform: 'none', scale: 'standard', missing: 'median' } as const;

describe('profileSegments', () => {
  it('has shares, means and medians of raw values, and effects, strongest first', () => {
    const table = orderTable({ recency: [10, 20, 90, 80], frequency: [1, 5, 1, 1], monetary: [100, 300, 50, 50] });
    const { base, segments } = profileSegments(table, prepare(table, how), Int32Array.of(0, 0, 1, 1), 2);
    expect(base).toMatchObject({ size: 4, share: 1, revenue: 500, revenueShare: 1, boughtOnce: 0.75 });
    expect(segments[0]).toMatchObject({
      size: 2,
      share: 0.5,
      revenue: 400,
      revenueShare: 0.8,
      means: { recency: 15, frequency: 3, monetary: 200 },
      medians: { recency: 15, frequency: 3, monetary: 200 },
      boughtOnce: 0.5,
    });
    expect(segments[0]?.traits.map(({ column }) => column)).toEqual([0, 2, 1]);
    expect(segments[0]?.effects[1]).toBeCloseTo(1 / Math.sqrt(3), 9);
    expect(segments[1]?.effects[1]).toBeCloseTo(-1 / Math.sqrt(3), 9);
  });

  it('takes only known values, and shares of categories', () => {
    const table = customerTable({ x: [1, Number.NaN, 5, Number.NaN], g: ['a', null, 'b', 'b'] });
    const { segments, base } = profileSegments(table, prepare(table, how), Int32Array.of(0, 0, 0, 1), 2);
    expect(base.means).toEqual({ x: 3, 'g=a': 1 / 3, 'g=b': 2 / 3 });
    expect(segments[0]?.means).toEqual({ x: 3, 'g=a': 0.5, 'g=b': 0.5 });
    expect(segments[1]?.means).toEqual({ 'g=b': 1 });
    expect(segments[1]?.revenue).toBeNull();
  });

  it('has no share of revenue where there is none', () => {
    const table = orderTable({ recency: [1, 2], monetary: [0, 0] });
    expect(profileSegments(table, prepare(table, how), Int32Array.of(0, 1), 2).segments[0]?.revenueShare).toBeNull();
  });
});
