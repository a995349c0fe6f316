import type { Kpis, Views } from '@clientele/contracts';
import { createText, en } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../format/create-formats.ts';
import { comparisonText, kpiTiles } from './kpi-tiles.ts';

const context = { formats: createFormats({ locale: 'en-GB', currency: 'GBP' }), text: createText(en, 'en-GB') };
const kpis = (patch: Partial<Kpis>): Kpis => ({
  customers: 0,
  revenue: 0,
  orders: 0,
  averageOrderValue: null,
  recency: null,
  frequency: null,
  monetary: null,
  oneTimeCustomers: 0,
  ...patch,
});
const overview = (now: Partial<Kpis>, before: Partial<Kpis>): Pick<Views, 'kpis' | 'kpiComparison' | 'months'> => ({
  kpis: kpis(now),
  kpiComparison: {
    kind: 'halves',
    current: { from: '2011-06-01', to: '2011-11-30', kpis: kpis(now) },
    before: { from: '2010-12-01', to: '2011-05-31', kpis: kpis(before) },
  },
  months: [
    {
      month: '2011-10',
      revenue: 10,
      orders: 4,
      customers: 2,
      newCustomers: 0,
      newRevenue: 0,
      unknownRevenue: 0,
      days: 31,
      daysInMonth: 31,
      usual: { revenue: null, customers: null },
    },
    {
      month: '2011-11',
      revenue: 5,
      orders: 1,
      customers: 1,
      newCustomers: 0,
      newRevenue: 0,
      unknownRevenue: 0,
      days: 9,
      daysInMonth: 30,
      usual: { revenue: null, customers: null },
    },
  ],
});

describe('tiles', () => {
  it('call fewer days since the last order better and write the change in days', () => {
    const tile = kpiTiles(overview({ recency: 92.5 }, { recency: 106.9 }), context).find(({ id }) => id === 'recency');
    expect(tile?.value).toBe('92.5');
    expect(tile?.change).toEqual({ direction: 'down', text: '14.4 days', isBetter: true });
  });

  it('write other changes as a share, and none from nothing', () => {
    const tiles = kpiTiles(overview({ customers: 4338, orders: 3 }, { customers: 3397 }), context);
    expect(tiles.find(({ id }) => id === 'customers')?.change).toEqual({
      direction: 'up',
      text: '27.7%',
      isBetter: true,
    });
    expect(tiles.find(({ id }) => id === 'orders')?.change).toBeNull();
  });

  it('tell a change beyond ten times as a multiple', () => {
    const tile = kpiTiles(overview({ revenue: 500 }, { revenue: 5 }), context).find(({ id }) => id === 'revenue');
    expect(tile?.change?.text).toBe('100\u00D7');
  });

  it('leave unfinished months out of the course', () => {
    expect(kpiTiles(overview({}, {}), context).find(({ id }) => id === 'frequency')?.series).toEqual([2]);
  });

  it('say which periods are compared', () => {
    expect(comparisonText(overview({}, {}).kpiComparison, context)).toBe(
      'Change between the halves: Jun–Nov 2011 against Dec 2010–May 2011',
    );
  });
});
