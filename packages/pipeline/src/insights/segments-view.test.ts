import { segmentsViewSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCustomers, makeMembers, makeOrders } from '../features/testing/made-tables.ts';
import { segmentsView } from './segments-view.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

describe('segmentsView', () => {
  it('gives statistics of each segment, empty ones too, and of all customers', async () => {
    const table = await makeOrders(
      engine,
      'orders',
      [10, 20, 40, 5].map((amount, i) => ({
        customer: `c${i}`,
        order: `${i}`,
        time: '2024-01-01',
        amount,
        country: 'Malta',
      })),
    );
    const members = await makeMembers(engine, 'members', { c0: 0, c1: 0, c2: 2 });
    const view = segmentsViewSchema.parse(
      await segmentsView(engine, table, members, 3, {}, { features: ['monetary'] }),
    );
    expect(view.statistics.map(({ segment, customers, revenue }) => [segment, customers, revenue])).toEqual([
      [0, 2, 30],
      [1, 0, null],
      [2, 1, 40],
      [null, 4, 75],
    ]);
    expect(view.statistics[0]!.features).toEqual([
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
    expect(view.statistics[1]!.features[0]).toMatchObject({ count: 0, mean: null, median: null });
    expect(view.countries).toEqual([{ country: 'Malta', customers: 4, bySegment: [2, 0, 1] }]);
    const filtered = await segmentsView(engine, table, members, 3, { segments: [2] });
    expect(filtered.statistics.map(({ customers }) => customers)).toEqual([0, 0, 1, 1]);
  });

  it('counts categories and bears extreme numbers', async () => {
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
    const view = await segmentsView(engine, table, members, 2, {});
    expect(view.categories).toEqual([
      {
        feature: 'Gender',
        values: [
          { value: 'F', customers: 2, bySegment: [1, 1] },
          { value: 'M', customers: 1, bySegment: [0, 1] },
        ],
      },
    ]);
    expect(view.statistics[2]!.features[0]).toMatchObject({ count: 2, mean: 0, standardDeviation: 1e200 });
    expect(view.statistics[0]!.revenue).toBeNull();
  });
});
