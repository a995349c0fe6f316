import { segmentStatisticsSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCustomers, makeMembers, makeOrders } from '../features/testing/made-tables.ts';
import { segmentStatistics } from './segment-statistics.ts';
import { makePlaces } from './testing/made-places.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const shop = (name: string) =>
  makeOrders(
    engine,
    name,
    [10, 20, 40, 5, 7].map((amount, i) => ({ customer: `c${i}`, order: `${i}`, time: '2024-01-01', amount })),
  );

describe('segmentStatistics', () => {
  it('gives statistics of each segment, empty ones too, and of all customers', async () => {
    const table = await shop('orders');
    const members = await makeMembers(engine, 'members', { c0: 0, c1: 0, c2: 2 });
    const entries = await segmentStatistics(engine, table, { filters: {}, members }, { k: 3, features: ['monetary'] });
    for (const entry of entries) segmentStatisticsSchema.parse(entry);
    expect(entries.map(({ segment, customers, revenue }) => [segment, customers, revenue])).toEqual([
      [0, 2, 30],
      [1, 0, null],
      [2, 1, 40],
      [null, 5, 82],
    ]);
    expect(entries[0]!.features).toEqual([
      {
        feature: 'monetary',
        label: 'Revenue',
        count: 2,
        mean: 15,
        standardDeviation: 5,
        min: 10,
        q25: 12.5,
        median: 15,
        q75: 17.5,
        max: 20,
      },
    ]);
    expect(entries[1]!.features[0]).toMatchObject({ count: 0, mean: null, median: null });
    const filtered = await segmentStatistics(engine, table, { filters: { segments: [2] }, members }, { k: 3 });
    expect(filtered.map(({ customers }) => customers)).toEqual([0, 0, 1, 1]);
  });

  it('parts whom the segmentation left in none from whom it never saw', async () => {
    const table = await shop('orders with noise');
    const at = { x: 0, y: 0 };
    const members = await makePlaces(engine, `noise "members"`, [
      { customer: 'c0', segment: 0, ...at },
      { customer: 'c1', segment: null, ...at },
      { customer: 'c2', segment: null, ...at },
    ]);
    const entries = await segmentStatistics(engine, table, { filters: {}, members }, { k: 1, features: ['monetary'] });
    expect(entries.map(({ segment, customers, revenue }) => [segment, customers, revenue])).toEqual([
      [0, 1, 10],
      [-1, 2, 60],
      [null, 5, 82],
    ]);
    expect(entries[1]!.features[0]).toMatchObject({ count: 2, mean: 30 });
  });

  it('bears extreme numbers, leaves categories out and says what leaves nothing', async () => {
    const table = await makeCustomers(
      engine,
      'people',
      [
        { name: 'x', type: 'number' },
        { name: 'Gender', type: 'category' },
      ],
      [
        ['1', null, 1e200, 'F'],
        ['2', null, -1e200, 'M'],
        ['3', null, null, 'F'],
      ],
    );
    const members = await makeMembers(engine, 'people members', { 1: 0, 2: 1, 3: 1 });
    const entries = await segmentStatistics(engine, table, { filters: {}, members }, { k: 2 });
    expect(entries[2]!.features).toHaveLength(1);
    expect(entries[2]!.features[0]).toMatchObject({ count: 2, mean: 0, standardDeviation: 1e200 });
    expect(entries[0]!.revenue).toBeNull();
    const nothing = segmentStatistics(engine, table, { filters: { countries: ["O'Land"] }, members }, { k: 2 });
    await expect(nothing).rejects.toMatchObject({ code: 'nothing-kept' });
    await expect(segmentStatistics(engine, table, { filters: {} }, { k: 2 })).rejects.toMatchObject({ code: 'usage' });
  });
});
