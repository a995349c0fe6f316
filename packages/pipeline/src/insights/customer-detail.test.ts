import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { makeCustomers, makeMembers, makeOrders } from '../features/testing/made-tables.ts';
import { customerDetail } from './customer-detail.ts';

let engine: Engine;
let table: DataTable;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  table = await makeOrders(engine, 'orders', [
    { customer: 'ann', order: '2', time: '2024-02-01 10:00:00', quantity: 1, amount: 10, country: 'Malta' },
    { customer: 'ann', order: '1', time: '2024-01-01 10:00:00', quantity: 2, amount: 1.1, country: 'Malta' },
    { customer: 'ann', order: '1', time: '2024-01-01 10:05:00', quantity: 3, amount: 2.2, country: 'Malta' },
    { customer: 'bob', order: '3', time: '2024-02-03 10:00:00', quantity: 1, amount: 100, country: 'Spain' },
    { customer: 'cut', order: '4', time: '2024-02-04 10:00:00', quantity: 0, amount: 0, country: 'Spain', flags: 32 },
  ]);
});
afterAll(() => engine.close());

describe('customerDetail', () => {
  it('gives features, orders oldest first, and the place among all', async () => {
    const members = await makeMembers(engine, 'members', { ann: 2 });
    const found = await customerDetail(engine, table, { id: 'ann', filters: { customer: 'bob' }, members });
    expect(found).toMatchObject({
      id: 'ann',
      country: 'Malta',
      segment: 2,
      features: { frequency: 2, monetary: 13.3, itemsPerOrder: 3 },
      firstOrder: '2024-01-01T10:00:00',
      lastOrder: '2024-02-01T10:00:00',
      orders: [
        { order: '1', time: '2024-01-01T10:00:00', amount: 3.3, items: 5, lines: 2 },
        { order: '2', time: '2024-02-01T10:00:00', amount: 10, items: 1, lines: 1 },
      ],
    });
    const monetary = found.against.find(({ feature }) => feature === 'monetary');
    expect(monetary).toEqual({
      feature: 'monetary',
      label: 'Revenue',
      value: 13.3,
      rank: 0.5,
      p05: expect.closeTo(17.635, 9),
      p25: expect.closeTo(34.975, 9),
      median: expect.closeTo(56.65, 9),
      p75: expect.closeTo(78.325, 9),
      p95: expect.closeTo(95.665, 9),
    });
    expect(found.against.find(({ feature }) => feature === 'recency')).toMatchObject({ value: 3, rank: 1, median: 2 });
  });

  it('obeys the date filter', async () => {
    const found = await customerDetail(engine, table, { id: 'ann', filters: { from: '2024-01-15' } });
    expect(found.orders.map(({ order }) => order)).toEqual(['2']);
    expect(found.features.frequency).toBe(1);
  });

  it('names orders by their time where there is no column of orders', async () => {
    const timed = await makeOrders(engine, 'timed', [{ customer: 'a', time: '2024-01-01 10:00:00', amount: 1 }], {
      without: ['order', 'quantity'],
    });
    const { orders } = await customerDetail(engine, timed, { id: 'a', filters: {} });
    expect(orders).toEqual([
      { order: '2024-01-01 10:00:00', time: '2024-01-01T10:00:00', amount: 1, items: 0, lines: 1 },
    ]);
  });

  it('tells an unknown customer from one that is filtered out', async () => {
    await expect(customerDetail(engine, table, { id: 'zoe', filters: {}, dataset: 'Shop' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'No customer "zoe" in Shop; search by the start of an id.',
    });
    await expect(customerDetail(engine, table, { id: 'ann', filters: { countries: ['Spain'] } })).rejects.toMatchObject(
      {
        code: 'nothing-kept',
        message: 'No orders of customer "ann" from Spain; reset the customer or the countries.',
      },
    );
    await expect(customerDetail(engine, table, { id: 'cut', filters: {} })).rejects.toMatchObject({
      code: 'nothing-kept',
    });
  });

  it('has no orders in a table of customers, and leaves out features that nobody has', async () => {
    const people = await makeCustomers(
      engine,
      'people',
      [
        { name: 'Age', type: 'number' },
        { name: 'None', type: 'number' },
        { name: 'Gender', type: 'category' },
      ],
      [
        ['1', null, null, null, 'F'],
        ['2', null, 30, null, null],
      ],
    );
    const found = await customerDetail(engine, people, { id: '1', filters: {} });
    expect(found).toMatchObject({ features: { Age: null, None: null, Gender: 'F' }, orders: [], firstOrder: null });
    expect(found.against).toMatchObject([{ feature: 'Age', value: null, rank: null, median: 30 }]);
  });
});
