import { segmentBasketSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialise } from '../features/materialise.ts';
import { makeCustomers, makeOrders, storedNames } from '../features/testing/made-tables.ts';
import { segmentBaskets } from './segment-baskets.ts';
import { makePlaces } from './testing/made-places.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const line = (customer: string, order: string, quantity: number, amount: number, product: string) => ({
  customer,
  order,
  time: `2024-01-0${order.length} 08:00`,
  quantity,
  amount,
  product,
});
const lines = [
  line('a', 'A', 2, 10, 'x'),
  line('a', 'A', 1, 20, 'y'),
  line('a', 'A', 1, 10, 'x'),
  line('a', 'AA', 4, 40, 'x'),
  line('b', 'B', 1, 100, 'z'),
  line('c', 'C', 5, 5, 'x'),
  line('d', 'D', 1, 3, 'x'),
];
const at = { x: 0, y: 0 };
const members = () =>
  makePlaces(engine, 'members', [
    { customer: 'a', segment: 0, ...at },
    { customer: 'b', segment: 2, ...at },
    { customer: 'c', segment: null, ...at },
  ]);

describe('segmentBaskets', () => {
  it('tells the orders of each segment, of those in none, and of all', async () => {
    const table = await makeOrders(engine, 'orders', lines);
    const found = await segmentBaskets(engine, table, { filters: {}, members: await members() }, { k: 3 });
    const materialised = (await materialise(engine, table, storedNames('baskets')))!;
    const stored = { filters: {}, members: await members(), materialised };
    expect(await segmentBaskets(engine, table, stored, { k: 3 })).toEqual(found);
    for (const entry of found) segmentBasketSchema.parse(entry);
    const price = 188 / 15;
    expect(found).toEqual([
      {
        segment: 0,
        orders: 2,
        averageOrderValue: 40,
        medianOrderValue: 40,
        itemsPerOrder: 4,
        productsPerOrder: 1.5,
        pricePerItem: 10,
        priceLevel: 10 / price,
      },
      {
        segment: 1,
        orders: 0,
        averageOrderValue: null,
        medianOrderValue: null,
        itemsPerOrder: null,
        productsPerOrder: null,
        pricePerItem: null,
        priceLevel: null,
      },
      expect.objectContaining({ segment: 2, orders: 1, pricePerItem: 100, priceLevel: 100 / price }),
      expect.objectContaining({ segment: -1, orders: 1, averageOrderValue: 5, itemsPerOrder: 5, pricePerItem: 1 }),
      expect.objectContaining({
        segment: null,
        orders: 5,
        averageOrderValue: 188 / 5,
        medianOrderValue: 40,
        itemsPerOrder: 3,
        productsPerOrder: 6 / 5,
        pricePerItem: price,
        priceLevel: 1,
      }),
    ]);
  });

  it('leaves out what the data do not say, and what filters leave out', async () => {
    const scope = { filters: {}, members: await members() };
    const bare = await makeOrders(engine, 'bare', lines, { without: ['quantity', 'product', 'description', 'order'] });
    const [first] = await segmentBaskets(engine, bare, scope, { k: 3 });
    expect(first).toMatchObject({ orders: 2, itemsPerOrder: null, productsPerOrder: null, pricePerItem: null });
    const table = await makeOrders(engine, 'orders', lines);
    const one = await segmentBaskets(engine, table, { ...scope, filters: { segments: [2] } }, { k: 3 });
    expect(one.map(({ segment, orders }) => [segment, orders])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
      [null, 1],
    ]);
    const nothing = segmentBaskets(engine, table, { ...scope, filters: { customer: "'" } }, { k: 3 });
    await expect(nothing).rejects.toMatchObject({ code: 'nothing-kept' });
    const people = await makeCustomers(engine, 'people', [{ name: 'x', type: 'number' }], [['a', null, 1]]);
    expect(await segmentBaskets(engine, people, scope, { k: 3 })).toEqual([]);
  });
});
