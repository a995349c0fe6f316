import type { Filters, Month } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { dayNumber } from '../features/calendar.ts';
import { materialise } from '../features/materialise.ts';
import type { Materialised } from '../features/materialised.ts';
import { type MadeLine, makeOrders, storedNames } from '../features/testing/made-tables.ts';
import { fillMonths } from './fill-months.ts';
import { series } from './series.ts';
import { usualMonths } from './usual-months.ts';
import { views } from './views.ts';

const none = { orders: 1, newCustomers: 0, newRevenue: 0, unknownRevenue: 0 };

/** Months from January 2024 on; the last one ends on the given day. */
function monthsOf(revenue: readonly number[], last: string): Month[] {
  const found = revenue.map((value, i) => ({
    month: `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    revenue: value,
    customers: 5,
    ...none,
  }));
  return usualMonths(fillMonths(found, { first: dayNumber('2024-01-01'), last: dayNumber(last) }));
}

describe('usualMonths', () => {
  it('gives all of few months the median and three scaled MAD about it', () => {
    // Finished: 1 2 3 4 5 6 100: median 4, deviations 3 2 1 0 1 2 96, their median 2.
    const months = monthsOf([1, 2, 3, 4, 5, 6, 100, 50], '2024-08-09');
    for (const { usual } of months.slice(0, 7)) {
      expect(usual.revenue?.expected).toBe(4);
      expect(usual.revenue?.high).toBeCloseTo(4 + 3 * 2 * 1.4826, 3);
      // No revenue is below 0, so none is expected there.
      expect(usual.revenue?.low).toBe(0);
      expect(usual).toEqual(months[0]!.usual);
    }
    expect(months[7]!.usual.revenue).toBeNull();
  });

  it('expects nothing of equal months, of few, and where months are left out', () => {
    const months = monthsOf([1, 2, 3, 4, 5, 6, 7], '2024-07-31');
    expect(months.every(({ usual }) => usual.customers === null && usual.revenue !== null)).toBe(true);
    expect(monthsOf([1, 2, 3, 4, 5], '2024-05-31').every(({ usual }) => usual.revenue === null)).toBe(true);
    const apart = months.map(({ usual, ...month }, i) => ({ ...month, month: i === 0 ? '0201-01' : month.month }));
    expect(usualMonths(apart).every(({ usual }) => usual.revenue === null)).toBe(true);
    expect(usualMonths([])).toEqual([]);
  });

  it('lets a peak that comes each year pass', () => {
    const year = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 90];
    const usual = ({ revenue, usual: { revenue: band } }: Month) => revenue >= band!.low && revenue <= band!.high;
    expect(monthsOf(year, '2024-12-31').map(usual).indexOf(false)).toBe(11);
    expect(monthsOf([...year, ...year.map((value, i) => value + (i % 3))], '2025-12-31').every(usual)).toBe(true);
  });
});

describe('the months of the simulated shop', () => {
  let engine: Engine;
  let table: DataTable;
  let materialised: Materialised;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2 });
    const lines = [...simulateShop({ customers: 300 }).orders()].flatMap((line): MadeLine[] =>
      /^20\d\d-\d\d-\d\d /.test(line.time)
        ? [{ ...line, time: line.time, amount: Math.round(100 * line.quantity * line.unitPrice) / 100 }]
        : [],
    );
    table = await makeOrders(engine, 'shop', lines);
    materialised = (await materialise(engine, table, storedNames('made')))!;
  });
  afterAll(() => engine.close());

  const someFilters: Filters[] = [
    {},
    { to: '2025-06-20' },
    { from: '2024-03-10', to: '2024-12-31' },
    { countries: ['Germany'] },
    { countries: ['Germany', 'France'], from: '2024-02-05' },
    { from: '2025-09-01' },
    { customer: '10017' },
  ];

  it.each(someFilters)('are unusual where the series by month says so, under %j', async (filters) => {
    for (const scope of [{ filters }, { filters, materialised }]) {
      const months = (await views(engine, table, { ...scope, names: ['months'] })).views.months!;
      for (const measure of ['revenue', 'customers'] as const) {
        const asked = { grain: 'month', measure, rule: 'seasonal', window: 6, deviations: 3 } as const;
        const { steps } = await series(engine, table, scope, asked);
        expect(months.map(({ month }) => `${month}-01`)).toEqual(steps.map(({ start }) => start));
        for (const [i, { expected, low, high, value, isUnusual }] of steps.entries()) {
          const band = months[i]!.usual[measure];
          expect(band === null).toBe(expected === null);
          expect(months[i]![measure]).toBeCloseTo(value, 6);
          if (band === null) continue;
          expect(band.expected).toBeCloseTo(expected!, 6);
          expect(band.low).toBeCloseTo(low!, 6);
          expect(band.high).toBeCloseTo(high!, 6);
          expect(months[i]![measure] < band.low || months[i]![measure] > band.high).toBe(isUnusual);
        }
      }
    }
  });
});
