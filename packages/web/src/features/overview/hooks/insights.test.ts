import { createFormats } from '@clientele/charts';
import type { Overview } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { insights } from './insights.ts';

const formats = createFormats({ locale: 'en-GB', currency: 'GBP' });
const segment = (id: number, customers: number, revenue: number) => ({ id, customers, orders: customers, revenue });
const overview = (patch: Partial<Overview>): Overview => ({
  filters: {},
  asOf: null,
  kpis: {
    customers: 100,
    revenue: 1000,
    orders: 150,
    averageOrderValue: null,
    recency: null,
    frequency: null,
    monetary: null,
    oneTimeCustomers: 0,
  },
  comparison: null,
  months: [],
  topCustomers: [],
  countries: [],
  points: { ids: [], segments: [], features: {}, shown: 0, total: 0 },
  segments: [],
  numbers: [],
  categories: [],
  ...patch,
});
const sentence = (given: Overview) =>
  insights(given, ['Champions', 'Dormant'], formats).map(
    ({ figure, parts }) => `${figure} ${parts.map(({ text }) => text).join('')}`,
  );

describe('insights', () => {
  it('name the segment that carries the revenue and the one that does not', () => {
    expect(sentence(overview({ segments: [segment(0, 20, 800), segment(1, 80, 200)] }))).toEqual([
      '80.0% of revenue comes from 20 Champions, one customer in five.',
      '80.0% of customers, the 80 Dormant, bring 20.0% of revenue.',
    ]);
  });

  it('say nothing where revenue is even', () => {
    expect(sentence(overview({ segments: [segment(0, 50, 520), segment(1, 50, 480)] }))).toEqual([]);
  });

  it('put the best month against the median of the finished months', () => {
    const revenues = [100, 100, 110, 120, 130, 300, 5];
    const months = revenues.map((revenue, index) => ({
      month: `2011-0${index + 1}`,
      revenue,
      orders: 1,
      customers: 1,
      days: index === 6 ? 3 : 30,
      daysInMonth: 30,
    }));
    expect(sentence(overview({ months }))).toEqual([
      '£185 above the median month: Jun ’11 brought £300, the most of 6 months.',
    ]);
  });
});
