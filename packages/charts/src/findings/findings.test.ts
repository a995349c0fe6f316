import { describe, expect, it } from 'vitest';
import { context } from '../../testing/draw.ts';
import * as given from '../../testing/fixtures.ts';
import { againstFinding } from './against-finding.ts';
import { breakdownFinding } from './breakdown-finding.ts';
import { kSentence } from './k-sentence.ts';
import { nextOrder } from './next-order.ts';
import { shareOfCustomers } from './one-in.ts';
import { etaSquared } from './separation.ts';
import { unusualMonths } from './unusual-months.ts';

describe('unusualMonths', () => {
  it('takes the months outside the band that all share, the furthest first', () => {
    // 1 2 3 4 5 -60 100: median 3, deviations 2 1 0 1 2 63 97, their median 2.
    const months = [1, 2, 3, 4, 5, -60, 100].map((value, at) => given.monthOf(`2011-0${at + 1}`, value));
    const found = unusualMonths(given.withUsual(months), 'revenue');
    expect(found?.unusual).toEqual([6, 5]);
    expect(found?.flat?.expected).toBe(3);
    expect(found?.flat?.high).toBeCloseTo(3 + 3 * 2 * 1.4826, 10);
  });
  it('holds each month against its own band', () => {
    expect(unusualMonths(given.seasonalMonths, 'revenue')).toEqual({ unusual: [26], flat: null });
  });
  it('leaves unfinished months out, whatever is expected of them', () => {
    const usual = { revenue: { expected: 5, low: 4, high: 6 }, customers: null };
    const months = [given.monthOf('2011-01', 5), { ...given.monthOf('2011-02', 0, 3), usual: { ...usual } }];
    expect(unusualMonths(months, 'revenue')).toBeNull();
    expect(unusualMonths([...months, { ...given.monthOf('2011-03', 6), usual }], 'revenue')?.unusual).toEqual([]);
  });
  it('is null where nothing is expected', () => {
    expect(unusualMonths(given.withUsual(given.months.slice(0, 5)), 'revenue')).toBeNull();
    expect(unusualMonths(given.months, 'customers')).toBeNull();
    expect(unusualMonths([], 'revenue')).toBeNull();
  });
});

describe('etaSquared', () => {
  it('agrees with a case worked by hand', () => {
    // Groups 1 3 and 5 7: mean 4, total 20, between 2 * 4 + 2 * 4 = 16.
    expect(etaSquared([1, 3, 5, 7], [0, 0, 1, 1])).toBeCloseTo(0.8, 12);
  });
  it('leaves out missing values and customers without a segment', () => {
    expect(etaSquared([1, 3, 5, 7, 99, null], [0, 0, 1, 1, -1, 1])).toBeCloseTo(0.8, 12);
  });
  it('is null of one segment and of constants', () => {
    expect(etaSquared([1, 2], [0, 0])).toBeNull();
    expect(etaSquared([2, 2], [0, 1])).toBeNull();
  });
});

describe('nextOrder', () => {
  const at = (...days: string[]) =>
    days.map((time, index) => ({ order: `${index}`, time, amount: 1, items: 1, lines: 1 }));
  it('takes the median gap between days with an order', () => {
    const orders = at('2011-01-01T09:00:00', '2011-01-01T18:00:00', '2011-01-11', '2011-01-31');
    expect(nextOrder(orders, '2011-03-01')).toEqual({ usualGapDays: 15, due: '2011-02-15', lateDays: 14 });
    expect(nextOrder(orders, '2011-02-15')?.lateDays).toBeNull();
  });
  it('needs two gaps', () => expect(nextOrder(at('2011-01-01', '2011-01-11', '2011-01-11'), '2012-01-01')).toBeNull());
});

it('argues for k from the candidates', () => {
  expect(kSentence(given.choice, 4, context)).toBe(
    'From 3 to 4 the silhouette stands still (0.337 to 0.336), while inertia falls by 19%. Going on to 5 costs 0.020 of silhouette. k = 2 scores highest (0.433).',
  );
  expect(kSentence(given.choice, 2, context)).toBe(
    'Going on to 3 costs 0.096 of silhouette. It has the highest silhouette of those tried (0.433).',
  );
  expect(kSentence(given.choice, 9, context)).toBeNull();
});

describe('breakdownFinding', () => {
  const group = (...bySegment: number[]) => ({
    customers: bySegment.reduce((sum, count) => sum + count, 0),
    bySegment,
  });
  it('finds the group that differs', () => {
    const found = breakdownFinding([group(100, 900), group(60, 40), group(10, 90)]);
    expect(found).toMatchObject({ row: 1, segment: 0, share: 0.6 });
    expect(found?.elsewhere).toBeCloseTo(110 / 1100, 12);
  });
  it('claims nothing of chance or of few', () => {
    expect(breakdownFinding([group(16, 84), group(20, 80)])).toBeNull();
    expect(breakdownFinding([group(10, 1), group(10, 900)])).toBeNull();
  });
});

it('says who has more', () => {
  const [recency, money] = given.customer.against;
  expect(againstFinding([recency!, money!], context)).toBe('Revenue: only 5% of customers have more');
  expect(againstFinding([{ ...money!, rank: 1 }], context)).toBe('Revenue: no customer has more');
  expect(againstFinding([{ ...money!, rank: 0.05 }], context)).toBe('Revenue: 95% of customers have more');
  expect(againstFinding([recency!], context)).toBeNull();
});

it('says one in so many only where that is near', () => {
  expect(shareOfCustomers(719 / 4338, context)).toBe('one customer in six');
  expect(shareOfCustomers(0.5, context)).toBe('one customer in two');
  expect(shareOfCustomers(0.29, context)).toBe('29% of customers');
  expect(shareOfCustomers(0.7, context)).toBe('70% of customers');
});
