import type { Views } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { realFile, stageOnlineRetail } from '../features/testing/real-data.ts';
import { customerDetail } from './customer-detail.ts';
import { views } from './views.ts';

// Expected figures: UCI Online Retail (CC BY 4.0), computed with pandas from the published file.
const path = realFile('online_retail.csv.gz');

describe.skipIf(path === null)('insights of Online Retail', () => {
  let engine: Engine;
  let table: DataTable;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2 });
    table = await stageOnlineRetail(engine, path!, 'retail');
  });
  afterAll(() => engine.close());

  it('meets the published totals, months and change', async () => {
    const names = ['kpis', 'kpiComparison', 'months', 'countries', 'topCustomers', 'weekHours'] as const;
    const found = (await views(engine, table, { filters: {}, names })).views as Required<Views>;
    const { kpis, months, countries, kpiComparison, topCustomers, weekHours } = found;
    expect(kpis).toMatchObject({ customers: 4338, revenue: 8_911_407.904, orders: 18_532, oneTimeCustomers: 1493 });
    expect(kpis.recency).toBeCloseTo(92.5364, 4);
    const byMonth = Object.fromEntries(months.map((month) => [month.month, month]));
    expect([byMonth['2011-11']!.revenue, byMonth['2011-02']!.revenue]).toEqual([1_161_817.38, 447_137.35]);
    expect(byMonth['2011-12']).toMatchObject({ days: 9, daysInMonth: 31 });
    expect(months[0]).toMatchObject({ month: '2010-12', newCustomers: 885, customers: 885 });
    expect(months.reduce((sum, month) => sum + month.newCustomers, 0)).toBe(4338);
    expect(weekHours.orders.flat().reduce((sum, n) => sum + n)).toBe(18_532);
    // The shop sends nothing on Saturdays.
    expect(Math.max(...weekHours.orders[5]!)).toBe(0);
    expect(countries).toHaveLength(37);
    expect(countries[0]).toEqual({ name: 'United Kingdom', customers: 3920, orders: 16_646, revenue: 7_308_391.554 });
    expect(topCustomers[0]).toMatchObject({ id: '14646', country: 'Netherlands', orders: 73, revenue: 280_206.02 });
    const { current, before } = kpiComparison!;
    expect([current.from, current.to, before.from, before.to]).toEqual([
      '2011-06-01',
      '2011-11-30',
      '2010-12-01',
      '2011-05-31',
    ]);
    const change = (name: 'customers' | 'revenue' | 'orders') => current.kpis[name] / before.kpis[name] - 1;
    expect(change('customers')).toBeCloseTo(0.277, 3);
    expect(change('revenue')).toBeCloseTo(0.519, 3);
    expect(change('orders')).toBeCloseTo(0.396, 3);
    expect(current.kpis.recency! - before.kpis.recency!).toBeCloseTo(-14.4, 1);
  });

  it('places one customer among all', async () => {
    const found = await customerDetail(engine, table, { id: '12637', filters: {} });
    expect(found).toMatchObject({
      country: 'France',
      features: { recency: 67, frequency: 8, monetary: 6021.9, distinctProducts: 205 },
    });
    expect(found.orders).toHaveLength(8);
    expect(found.against.find(({ feature }) => feature === 'monetary')!.rank).toBeGreaterThan(0.95);
  });
});
