import { type Rules, ruleIds } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleBit } from '../cleaning/kept-condition.ts';
import { computeFeatures } from './compute-features.ts';
import { featuresOffered } from './features-offered.ts';
import { materialise } from './materialise.ts';
import { type MadeLine, makeCustomers, makeMembers, makeOrders, storedNames } from './testing/made-tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const returned = ruleBit('cancellation') | ruleBit('quantity');
const lines: MadeLine[] = [
  {
    customer: 'ann',
    order: '1',
    time: '2024-01-01 10:00:00',
    quantity: 2,
    amount: 10.5,
    product: 'p',
    country: 'Malta',
  },
  {
    customer: 'ann',
    order: '1',
    time: '2024-01-01 10:00:00',
    quantity: 1,
    amount: 0.25,
    product: 'q',
    country: 'Malta',
  },
  { customer: 'ann', order: '2', time: '2024-01-11 22:00:00', quantity: 3, amount: 4, product: 'p', country: 'Spain' },
  {
    customer: 'ann',
    order: 'C3',
    time: '2024-01-12 09:00:00',
    quantity: -1,
    amount: -4,
    product: 'p',
    country: 'Spain',
    flags: returned,
  },
  {
    customer: 'bob',
    order: '4',
    time: '2024-01-20 12:00:00',
    quantity: 5,
    amount: 100,
    product: 'r',
    country: 'Spain',
  },
  { customer: 'bob', order: '5', time: '2024-01-20 12:00:00', quantity: 5, amount: 50, product: 'r', country: 'Malta' },
  {
    customer: 'cleo',
    order: 'C6',
    time: '2024-03-01 12:00:00',
    quantity: -5,
    amount: -50,
    product: 'r',
    country: 'Malta',
    flags: returned,
  },
  {
    customer: null,
    order: '7',
    time: '2024-01-19 12:00:00',
    quantity: 1,
    amount: 9,
    product: 'r',
    country: 'Malta',
    flags: 1,
  },
];
const all = (table: Parameters<typeof featuresOffered>[0]) => featuresOffered(table).map((feature) => feature.id);
const plain = (numbers: Record<string, Float64Array>) =>
  Object.fromEntries(Object.entries(numbers).map(([id, values]) => [id, [...values]]));

describe('computeFeatures of order lines', () => {
  it('gives every feature as worked by hand', async () => {
    const table = await makeOrders(engine, 'hand', lines);
    const features = await computeFeatures(engine, table, { ids: all(table), filters: {} });
    expect(features.ids).toEqual(['ann', 'bob']);
    expect(features.asOf).toBe('2024-01-21T12:00:00');
    expect(features.countries).toEqual(['Malta', 'Malta']);
    expect([...features.revenue!]).toEqual([14.75, 150]);
    expect(plain(features.numbers)).toEqual({
      recency: [9, 1],
      frequency: [2, 2],
      monetary: [14.75, 150],
      tenure: [20, 1],
      averageOrderValue: [7.375, 75],
      daysBetweenOrders: [10.5, 0],
      distinctProducts: [2, 1],
      itemsPerOrder: [3, 5],
      returnShare: [0.25, 0],
    });
  });

  it('keeps the as-of time of the date window when countries narrow it, and leaves later lines out when it is given', async () => {
    const table = await makeOrders(engine, 'asof', lines);
    const malta = await computeFeatures(engine, table, { filters: { countries: ['Malta'], to: '2024-01-11' } });
    expect(malta.asOf).toBe('2024-01-12T22:00:00');
    expect(plain(malta.numbers)).toEqual({ recency: [11], frequency: [1], monetary: [10.75] });
    const given = await computeFeatures(engine, table, { filters: {}, asOf: '2024-01-11 22:00' });
    expect(given.asOf).toBe('2024-01-11T22:00:00');
    expect(given.ids).toEqual(['ann']);
    expect([...given.numbers.recency!]).toEqual([0]);
    const first = await computeFeatures(engine, table, { filters: {}, asOf: '2024-01-11' });
    expect([...first.numbers.recency!]).toEqual([9]);
  });

  it('includes the last day to its last moment', async () => {
    const table = await makeOrders(engine, 'window', [
      { customer: 'a', order: '1', time: '2024-01-10 00:00:00', amount: 1 },
      { customer: 'b', order: '2', time: '2024-01-10 23:59:59.999999', amount: 2 },
      { customer: 'c', order: '3', time: '2024-01-11 00:00:00', amount: 4 },
    ]);
    const day = await computeFeatures(engine, table, { filters: { from: '2024-01-10', to: '2024-01-10' } });
    expect(day.ids).toEqual(['a', 'b']);
  });

  it('counts distinct times as orders where there is no column of orders', async () => {
    const table = await makeOrders(engine, 'timed', lines, { without: ['order', 'country', 'quantity'] });
    const features = await computeFeatures(engine, table, { ids: ['frequency'], filters: {} });
    expect([...features.numbers.frequency!]).toEqual([2, 1]);
    expect(features.countries).toEqual([null, null]);
    expect(all(table)).not.toContain('itemsPerOrder');
  });

  it('keeps what the rules keep: a mask, with rows of no customer, time or amount', async () => {
    const off = Object.fromEntries(ruleIds.map((id) => [id, false])) as Rules;
    const table = await makeOrders(
      engine,
      'masked',
      [...lines, { customer: 'dan', order: null, time: null, amount: null, country: null }],
      { rules: off },
    );
    const features = await computeFeatures(engine, table, { ids: all(table), filters: {} });
    expect(features.ids).toEqual(['ann', 'bob', 'cleo', 'dan']);
    expect([...features.numbers.monetary!]).toEqual([10.75, 150, -50, 0]);
    expect([...features.numbers.returnShare!]).toEqual([0.25, 0, 1, 0]);
    expect(features.numbers.recency![3]).toBeNaN();
    expect(features.countries[3]).toBeNull();
  });

  it('sums money exactly', async () => {
    const table = await makeOrders(
      engine,
      'cents',
      Array.from({ length: 1000 }, (_, i) => ({ customer: 'a', order: `${i}`, time: '2024-01-01', amount: 0.1 })),
    );
    const features = await computeFeatures(engine, table, { ids: ['monetary'], filters: {} });
    expect(features.numbers.monetary![0]).toBe(100);
  });

  it('filters by customer and segment, and refuses segments without a segmentation', async () => {
    const table = await makeOrders(engine, 'seg', lines);
    const members = await makeMembers(engine, 'seg members', { ann: 0, bob: 1 });
    const one = await computeFeatures(engine, table, { filters: { segments: [1] }, members });
    expect(one.ids).toEqual(['bob']);
    expect((await computeFeatures(engine, table, { filters: { customer: 'ann' } })).ids).toEqual(['ann']);
    await expect(computeFeatures(engine, table, { filters: { segments: [1] } })).rejects.toMatchObject({
      code: 'usage',
    });
  });

  it('reads stored features only where no filter narrows the lines', async () => {
    const table = await makeOrders(engine, 'stored', lines);
    const into = storedNames('stored "names"');
    const materialised = (await materialise(engine, table, into))!;
    const scope = { ids: all(table), filters: {}, materialised };
    const computed = await computeFeatures(engine, table, { ...scope, materialised: undefined });
    expect(await computeFeatures(engine, table, scope)).toEqual(computed);
    await engine.run('update "stored ""names"" customers" set s0 = 1000');
    expect((await computeFeatures(engine, table, scope)).numbers.recency![0]).toBe(1000);
    const narrowed = await computeFeatures(engine, table, { ...scope, filters: { countries: ['Spain'] } });
    expect(narrowed.numbers.recency![0]).toBe(9);
  });

  it('says which filters leave nothing', async () => {
    const table = await makeOrders(engine, 'nothing', lines);
    await expect(
      computeFeatures(engine, table, { filters: { countries: ['Malta'], from: '2024-06-01', to: '2024-06-30' } }),
    ).rejects.toMatchObject({
      code: 'nothing-kept',
      message: 'No orders from Malta in June 2024; reset the countries or the dates.',
    });
  });

  it('treats hostile names as names', async () => {
    const names = [`o'brien"; drop table x; --`, '\u{1F4A5}', '', ' ', '%', '$1', 'NULL', '\\', 'Ünïcode\n'];
    const table = await makeOrders(
      engine,
      'hostile "; drop table "',
      names.map((name, i) => ({ customer: name, order: name, time: '2024-01-01', amount: i, country: name })),
    );
    const features = await computeFeatures(engine, table, { filters: {} });
    const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(features.ids).toEqual([...names].sort(byBytes));
    for (const name of names) {
      const found = await computeFeatures(engine, table, { filters: { countries: [name], customer: name } });
      expect(found.ids).toEqual([name]);
    }
  });
});

describe('computeFeatures of a table of customers', () => {
  it('gives columns by name, missing ones as NaN or null, and no money', async () => {
    const table = await makeCustomers(
      engine,
      'people',
      [
        { name: 'Age "x"', type: 'number' },
        { name: 'Gender', type: 'category' },
        { name: 'Income', type: 'number', suggested: false },
      ],
      [
        ['2', 'Malta', 30, 'F', 1],
        ['10', null, null, null, 2],
        ['1', 'Spain', Number.POSITIVE_INFINITY, 'M', 3],
      ],
    );
    const features = await computeFeatures(engine, table, { filters: { from: '2030-01-01' } });
    expect(features.ids).toEqual(['1', '10', '2']);
    expect([...features.numbers['Age "x"']!]).toEqual([Number.NaN, Number.NaN, 30]);
    expect(features.categories).toEqual({ Gender: ['M', null, 'F'] });
    expect([features.revenue, features.asOf]).toEqual([null, null]);
    expect(features.countries).toEqual(['Spain', null, 'Malta']);
    expect((await computeFeatures(engine, table, { filters: { countries: ['Malta'] } })).ids).toEqual(['2']);
  });
});
