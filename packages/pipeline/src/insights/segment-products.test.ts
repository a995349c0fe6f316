import { type SegmentProducts, segmentProductsSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleBit } from '../cleaning/kept-condition.ts';
import { materialise } from '../features/materialise.ts';
import { type MadeLine, makeCustomers, makeMembers, makeOrders, storedNames } from '../features/testing/made-tables.ts';
import { segmentProducts } from './segment-products.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

/** Sixty customers by turns in segments 0 to 2 (every tenth in none); all buy tea, segment 1 also scarves. */
const lines: MadeLine[] = Array.from({ length: 60 }, (_, i) => i).flatMap((i) => {
  const line = { customer: `c${i}`, order: `o${i}`, time: '2024-03-01 10:00', quantity: 1, country: 'Malta' };
  return [
    { ...line, product: "T'1", description: i % 3 === 0 ? 'Tea, "black"' : 'Tea', amount: 5 },
    { ...line, product: "T'1", description: 'Tea', amount: 5, quantity: 2 },
    ...(i % 3 === 1 ? [{ ...line, order: `p${i}`, product: 'S', description: 'Scarf', amount: 30 }] : []),
    ...(i === 7 ? [{ ...line, product: 'RARE', description: null, amount: 500 }] : []),
    ...(i === 8 ? [{ ...line, product: 'GONE', amount: 9999, flags: ruleBit('cancellation') }] : []),
  ];
});
const segmentOf = (i: number) => (i % 10 === 9 ? null : i % 3);
const segments = Object.fromEntries(
  Array.from({ length: 60 }, (_, i): [string, number | null] => [`c${i}`, segmentOf(i)]).filter(([, s]) => s !== null),
) as Record<string, number>;

describe('segmentProducts', () => {
  it('gives what a segment buys most of, and what more often than others', async () => {
    const table = await makeOrders(engine, 'orders', lines);
    const members = await makeMembers(engine, 'members', segments);
    const found = await segmentProducts(engine, table, { filters: {}, members }, { k: 4 });
    const materialised = (await materialise(engine, table, storedNames('kept')))!;
    expect(await segmentProducts(engine, table, { filters: {}, members, materialised }, { k: 4 })).toEqual(found);
    for (const entry of found) segmentProductsSchema.parse(entry);
    expect(found.map(({ segment, top }) => [segment, top.map(({ product }) => product)])).toEqual([
      [0, ["T'1"]],
      [1, ['S', 'RARE', "T'1"]],
      [2, ["T'1"]],
      [3, []],
    ]);
    const size = Object.values(segments).filter((segment) => segment === 1).length;
    expect(found[1]!.unusual).toEqual([
      {
        product: 'S',
        description: 'Scarf',
        customers: size,
        orders: size,
        items: size,
        revenue: 30 * size,
        lift: 1 / (20 / 60),
      },
    ]);
    expect(found[1]!.top[2]).toMatchObject({
      description: 'Tea',
      customers: size,
      orders: size,
      items: 3 * size,
      lift: 1,
    });
    expect(found[1]!.top[1]).toMatchObject({ description: null, customers: 1 });
    expect(found[0]!.unusual).toEqual([]);
  });

  it('agrees with counting one by one', async () => {
    let state = 12345;
    const random = (n: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * n);
    };
    const many: MadeLine[] = Array.from({ length: 3000 }, () => {
      const i = random(150);
      const product = random(3) === 0 ? (i % 3) * 4 + random(4) : random(25);
      return {
        customer: `c${i}`,
        order: `${i}-${random(4)}`,
        time: '2024-03-01',
        quantity: 1 + random(5),
        amount: 1 + random(100) / 4,
        product: `p${product}`,
        description: `d${random(2)}`,
      };
    });
    const of = (i: number) => (i % 7 === 0 ? null : i % 3);
    const table = await makeOrders(engine, 'many', many);
    const members = await makeMembers(
      engine,
      'many members',
      Object.fromEntries(
        Array.from({ length: 150 }, (_, i): [string, number | null] => [`c${i}`, of(i)]).filter(([, s]) => s !== null),
      ) as Record<string, number>,
    );
    const found = await segmentProducts(engine, table, { filters: {}, members }, { k: 3 });
    const materialised = (await materialise(engine, table, storedNames('many')))!;
    expect(await segmentProducts(engine, table, { filters: {}, members, materialised }, { k: 3 })).toEqual(found);
    const buyersOf = (product: string, segment?: number) =>
      new Set(
        many
          .filter((line) => line.product === product)
          .map((line) => line.customer!)
          .filter((id) => segment === undefined || of(Number(id.slice(1))) === segment),
      ).size;
    const sizeOf = (segment?: number) =>
      new Set(
        many.map((line) => line.customer!).filter((id) => segment === undefined || of(Number(id.slice(1))) === segment),
      ).size;
    let unusual = 0;
    for (const { segment, top, unusual: more } of found as SegmentProducts[]) {
      unusual += more.length;
      expect(top).toHaveLength(10);
      for (const entry of [...top, ...more]) {
        const ours = many.filter(
          (line) => line.product === entry.product && of(Number(line.customer!.slice(1))) === segment,
        );
        const sum = (value: (line: MadeLine) => number) => ours.reduce((total, line) => total + value(line), 0);
        const own = buyersOf(entry.product, segment);
        expect(entry).toMatchObject({ customers: own, orders: new Set(ours.map((line) => line.order)).size });
        expect(entry.revenue).toBeCloseTo(
          sum((line) => line.amount!),
          6,
        );
        expect(entry.items).toBe(sum((line) => line.quantity!));
        expect(entry.lift).toBeCloseTo(own / sizeOf(segment) / (buyersOf(entry.product) / sizeOf()), 10);
      }
    }
    expect(unusual).toBeGreaterThan(0);
  });

  it('names products by their description where there is no code, and is empty without products', async () => {
    const members = await makeMembers(engine, 'members', segments);
    const scope = { filters: {}, members };
    const named = await makeOrders(engine, 'named', lines, { without: ['product', 'order', 'quantity'] });
    const [, entry] = await segmentProducts(engine, named, scope, { k: 3 });
    expect(entry!.top[0]).toMatchObject({ product: 'Scarf', description: null, items: 0 });
    const bare = await makeOrders(engine, 'bare', lines, { without: ['product', 'description'] });
    expect(await segmentProducts(engine, bare, scope, { k: 3 })).toEqual([]);
    const people = await makeCustomers(engine, 'people', [{ name: 'x', type: 'number' }], [['c1', null, 1]]);
    expect(await segmentProducts(engine, people, scope, { k: 3 })).toEqual([]);
  });

  it('obeys the filters and the as-of time, and says what leaves nothing', async () => {
    const table = await makeOrders(engine, 'orders', [
      ...lines,
      { customer: 'c1', order: 'late', time: '2024-05-01', quantity: 1, amount: 1e6, product: 'LATE' },
    ]);
    const members = await makeMembers(engine, 'members', segments);
    const early = { filters: { segments: [1] }, members, asOf: '2024-04-01' };
    const found = await segmentProducts(engine, table, early, { k: 3 });
    expect(found.map(({ top }) => top.map(({ product }) => product))).toEqual([[], ['S', 'RARE', "T'1"], []]);
    expect(found[1]!.top[0]!.lift).toBe(1);
    const nothing = segmentProducts(engine, table, { filters: { countries: ['"'] }, members }, { k: 3 });
    await expect(nothing).rejects.toMatchObject({ code: 'nothing-kept' });
  });
});
