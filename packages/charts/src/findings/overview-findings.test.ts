import { describe, expect, it } from 'vitest';
import { context } from '../../testing/draw.ts';
import * as given from '../../testing/fixtures.ts';
import { overviewFindings } from './overview-findings.ts';

const segment = (id: number, customers: number, revenue: number) => ({ id, customers, orders: customers, revenue });
const retail = given.overviewOf({
  kpis: { ...given.kpis, customers: 4338, revenue: 8911408, orders: 18532, oneTimeCustomers: 1493 },
  months: given.months,
  segmentTotals: [
    segment(0, 719, 5775000),
    segment(1, 1174, 2120000),
    segment(2, 850, 456408),
    segment(3, 1595, 560000),
  ],
});

describe('overviewFindings', () => {
  it('ranks what Online Retail shows, with its numbers', () => {
    const findings = overviewFindings({ overview: retail }, context);
    expect(findings.map(({ value, sentence }) => `${value} ${sentence}`)).toEqual([
      '64.8% of revenue comes from 719 Champions, one customer in six.',
      '£539k above the median month in November 2011, outside the usual range.',
      '34.4% of customers ordered only once: 1,493 of 4,338.',
    ]);
    expect(findings[0]?.link).toEqual({ label: 'See segment', screen: 'segments', filters: { segments: [0] } });
    expect(findings[1]?.link?.filters).toEqual({ from: '2011-11-01', to: '2011-11-30' });
  });
  it('holds a month against its own range where each has one', () => {
    const overview = { ...retail, months: given.seasonalMonths };
    const found = overviewFindings({ overview }, context).find(({ id }) => id === 'unusual-month');
    expect(`${found?.value} ${found?.sentence}`).toBe(
      '£270k above what was to be expected in March 2012, outside the usual range.',
    );
  });
  it('stresses a part of the sentence', () => {
    for (const { sentence, strong } of overviewFindings({ overview: retail }, context))
      expect(sentence).toContain(strong);
  });
  it('names the many who bring little', () => {
    const overview = given.overviewOf({
      kpis: { ...given.kpis, customers: 100, revenue: 1000, oneTimeCustomers: 0 },
      segmentTotals: [segment(0, 20, 800), segment(1, 80, 200)],
    });
    expect(overviewFindings({ overview }, context).map(({ value, sentence }) => `${value} ${sentence}`)).toEqual([
      '80.0% of revenue comes from 20 Champions, one customer in five.',
      '80.0% of customers, the 80 Regulars, bring 20.0% of revenue.',
    ]);
  });
  it('speaks of the dates where there is a date filter', () => {
    const overview = { ...retail, filters: { from: '2011-06-01' } };
    const found = overviewFindings({ overview }, context).find(({ id }) => id === 'one-timers');
    expect(found?.sentence).toBe('of customers ordered only once in these dates: 1,493 of 4,338.');
  });
  it('says nothing of nothing', () => {
    const none = given.overviewOf({
      kpis: { ...given.kpis, customers: 0, revenue: 0, orders: 0, oneTimeCustomers: 0 },
    });
    expect(overviewFindings({ overview: none }, context)).toEqual([]);
  });
  it('says nothing of even segments, flat months and faithful customers', () => {
    const even = given.overviewOf({
      kpis: { ...given.kpis, customers: 100, oneTimeCustomers: 5 },
      months: given.withUsual(given.months.map((month, at) => ({ ...month, revenue: 100 + at }))),
      segmentTotals: [segment(0, 50, 52000), segment(1, 50, 48000)],
    });
    expect(overviewFindings({ overview: even }, context)).toEqual([]);
  });
  it('tells what still counts though cancelled later', () => {
    const ledger = {
      ...given.ledger,
      off: [{ ...given.ledger.off[0]!, rule: 'cancelled-later' as const, rows: 2, revenue: 245653 }],
    };
    const found = overviewFindings({ overview: retail, ledger }, context).find(
      ({ id }) => id === 'cancelled-but-counted',
    );
    expect(`${found?.value} ${found?.sentence}`).toBe('£245,653 still counts though cancelled later: 2 lines.');
  });
  it('lists the overdue only where every customer is known', () => {
    const each = 20;
    const points = {
      ...given.pointsOf(2, each),
      features: {
        recency: Array.from({ length: 40 }, (_, at) => (at < 12 ? 90 : 5)),
        daysBetweenOrders: Array.from({ length: 40 }, (_, at) => (at === 0 ? null : 30)),
        frequency: Array.from({ length: 40 }, () => 4),
        monetary: Array.from({ length: 40 }, () => 100),
      },
    };
    const overview = given.overviewOf({
      kpis: { ...given.kpis, customers: 40, revenue: 4000, oneTimeCustomers: 0 },
      points,
    });
    expect(overviewFindings({ overview }, context)).toMatchObject([
      { value: '£1,100', sentence: 'came from 11 Champions who are now past their own usual gap.' },
    ]);
    expect(overviewFindings({ overview: { ...overview, points: { ...points, total: 50 } } }, context)).toEqual([]);
  });
  it('speaks of a table of customers by its own columns', () => {
    const table = given.overviewOf({
      kpis: { ...given.kpis, customers: 200, revenue: 0, orders: 0, oneTimeCustomers: 0 },
      segmentTotals: [segment(0, 20, 0), segment(1, 30, 0), segment(2, 150, 0)],
      numbers: [{ ...given.summary, label: 'Income', count: 190, missing: 10, mean: 60, median: 58 }],
      categories: [
        {
          feature: 'Gender',
          values: [
            { value: 'Female', customers: 112 },
            { value: 'Male', customers: 88 },
          ],
        },
      ],
    });
    expect(overviewFindings({ overview: table }, context).map(({ value, sentence }) => `${value} ${sentence}`)).toEqual(
      [
        '75.0% of customers are Promising: 150 of 200.',
        '56.0% of customers have Gender Female.',
        '5.0% of customers have no Income: 10.',
      ],
    );
  });
});
