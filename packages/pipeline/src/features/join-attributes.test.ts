import { recipeInputSchema, roleSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleBit } from '../cleaning/kept-condition.ts';
import type { DataTable } from '../data-table.ts';
import { makeRecipe, recipeData } from '../run/make-recipe.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { computeFeatures } from './compute-features.ts';
import { featuresOffered } from './features-offered.ts';
import { joinAttributes } from './join-attributes.ts';
import { materialise } from './materialise.ts';
import { materialiseAttributes } from './materialise-attributes.ts';
import { type MadeLine, makeCustomers, makeOrders, storedNames } from './testing/made-tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const line = (customer: string | null, order: string, amount: number, more: Partial<MadeLine> = {}): MadeLine => ({
  customer,
  order,
  time: `2024-01-0${order} 10:00:00`,
  quantity: 1,
  amount,
  product: 'p',
  country: 'Malta',
  ...more,
});
const lines = [
  line('ann', '1', 10),
  line('ann', '2', 20),
  line('bob', '3', 5, { country: 'Spain' }),
  line('cy', '4', 7),
  line('dot', '5', -1, { flags: ruleBit('cancellation') }),
  line(null, '6', 9, { flags: 1 }),
];
const number = (name: string) => ({ name, type: 'number' as const });
const category = (name: string) => ({ name, type: 'category' as const, suggested: false });
const people = (name: string) =>
  makeCustomers(
    engine,
    name,
    [number('Age'), category('Plan')],
    [
      ['bob', 'Spain', 41, 'paid'],
      ['ann', 'Malta', 30, null],
      ['ann', 'Malta', 99, 'late'],
      ['eve', 'Malta', Number.POSITIVE_INFINITY, 'free'],
      ['dot', 'Malta', 8, 'free'],
    ],
  );
const join = async (orders: DataTable, customers: DataTable, into: string, file = 'people.csv') =>
  joinAttributes(engine, orders, { table: customers, file }, into);
const cell = (value: number | undefined) => (Number.isNaN(value) ? null : value);

describe('joinAttributes', () => {
  it('counts by hand whom it finds, and gives their attributes as features', async () => {
    const orders = await makeOrders(engine, 'hand', lines);
    const { table, account } = await join(orders, await people('hand people'), 'hand into');
    expect(account).toMatchObject({ matched: 2, without: 1, unused: 2, repeated: 1, columns: ['Age', 'Plan'] });
    expect(account.problems.map(({ message }) => message)).toEqual([
      '1 row of people.csv repeats a customer of an earlier row; the first row counts.',
    ]);
    expect(featuresOffered(table).slice(-2)).toEqual([
      {
        id: 'Age',
        label: 'Age',
        unit: 'number',
        meaning: "Age of people.csv, by the customer's id",
        suggested: false,
        values: [],
      },
      expect.objectContaining({ id: 'Plan', unit: 'category', suggested: false, values: ['paid', 'late', 'free'] }),
    ]);
    const found = await computeFeatures(engine, table, { ids: ['Age', 'frequency', 'plan'], filters: {} });
    expect(found.ids).toEqual(['ann', 'bob', 'cy']);
    expect([...found.numbers.Age!].map(cell)).toEqual([30, 41, null]);
    expect([...found.numbers.frequency!]).toEqual([2, 1, 1]);
    expect(found.categories.Plan).toEqual([null, 'paid', null]);
    expect((await computeFeatures(engine, table, { filters: {} })).features.map(({ id }) => id)).toEqual([
      'recency',
      'frequency',
      'monetary',
    ]);
  });

  it('gives the same stored or not, under filters, and by other attributes than those stored', async () => {
    const orders = await makeOrders(engine, 'both', lines);
    const customers = await people('both people');
    const { table } = await join(orders, customers, 'both into');
    const ids = featuresOffered(table).map(({ id }) => id);
    const into = storedNames('both');
    const bare = (await materialise(engine, orders, into))!;
    const old = await computeFeatures(engine, table, { ids, filters: {}, materialised: bare });
    const materialised = (await materialise(engine, table, into))!;
    expect(materialised.attributes).toBe('both into');
    for (const filters of [{}, { countries: ['Malta'] }, { customer: 'ann' }, { to: '2024-01-02' }]) {
      const computed = await computeFeatures(engine, table, { ids, filters });
      expect(await computeFeatures(engine, table, { ids, filters, materialised })).toEqual(computed);
      if (Object.keys(filters).length === 0) expect(old).toEqual(computed);
    }
    const rows = () => engine.rows('select * from "both customers" order by all');
    const whole = await rows();
    const taken = await materialiseAttributes(engine, orders, materialised);
    expect(taken).toEqual(bare);
    expect(Object.keys((await rows())[0]!)).not.toContain('s9');
    expect(await materialiseAttributes(engine, table, taken)).toEqual(materialised);
    expect(await rows()).toEqual(whole);
    await engine.run('update "both customers" set s9 = 1000');
    const stored = await computeFeatures(engine, table, { ids: ['Age'], filters: {}, materialised });
    expect([...stored.numbers.Age!]).toEqual([1000, 1000, 1000]);
    const other = await join(orders, customers, 'other into');
    const fresh = await computeFeatures(engine, other.table, { ids, filters: {}, materialised });
    expect(fresh.numbers.Age).toEqual(old.numbers.Age);
  });

  it('keeps apart what orders and the table call alike, whatever the columns are called', async () => {
    const names = [
      'Revenue',
      'recency',
      'people.Revenue',
      '__proto__',
      'constructor',
      'a"; drop table x; --',
      'Country',
    ];
    const orders = await makeOrders(engine, 'alike', [line("o'n", '1', 2), line('é', '2', 3), line('Z', '3', 4)]);
    const customers = await makeCustomers(engine, 'alike "people"', names.map(number), [
      ["o'n", null, 1, 2, 3, 4, 5, 6, 7],
      ['é', null, 2, 3, 4, 5, 6, 7, 9],
      ['z', null, 9, 9, 9, 9, 9, 9, 9],
    ]);
    const { table, account } = await join(orders, customers, 'alike "into"', 'people.csv.gz');
    expect(account).toMatchObject({ matched: 2, without: 1, unused: 1 });
    expect(account.columns).toEqual([
      'people.Revenue 2',
      'people.recency',
      'people.Revenue',
      '__proto__',
      'constructor',
      'a"; drop table x; --',
      'people.Country',
    ]);
    const found = await computeFeatures(engine, table, { ids: ['recency', ...account.columns], filters: {} });
    expect(found.ids).toEqual(['Z', "o'n", 'é']);
    expect(account.columns.map((id) => cell(found.numbers[id]![1]))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(account.columns.map((id) => cell(found.numbers[id]![0]))).toEqual(names.map(() => null));
    expect([...found.numbers.recency!]).toEqual([1, 3, 2]);
  });

  it('says with examples where no customer, or hardly any, is found', async () => {
    const orders = await makeOrders(
      engine,
      'none',
      Array.from({ length: 11 }, (_, i) => line(`${100 + i}`, '1', 1)),
    );
    const other = await makeCustomers(engine, 'none people', [number('Age')], [['C100', null, 1]]);
    await expect(join(orders, other, 'none into')).rejects.toMatchObject({
      code: 'mapping-incomplete',
      message:
        'None of the 11 customers with orders is in people.csv: their ids are like "100", "101", "102", and the ids of people.csv are like "C100" (column Id); choose the column that holds the same ids.',
    });
    const one = await makeCustomers(
      engine,
      'one person',
      [number('Age')],
      [
        ['100', null, 1],
        ['C101', null, 2],
      ],
    );
    const { account } = await join(orders, one, 'one into');
    expect(account.problems).toMatchObject([
      {
        severity: 'warning',
        message:
          'Only 1 of the 11 customers with orders is in people.csv; "101" has orders and no row there, "C101" a row and no orders: are these the same ids?',
      },
    ]);
  });

  it('refuses tables of other kinds, without ids, and without columns', async () => {
    const orders = await makeOrders(engine, 'kinds', lines);
    const customers = await people('kinds people');
    await expect(join(customers, customers, 'x')).rejects.toThrow('this is a table of customers');
    await expect(join(orders, orders, 'x')).rejects.toThrow('people.csv holds order lines');
    const { [roleSchema.enum.customer]: _, ...roles } = customers.mapping.roles;
    const nameless = { ...customers, mapping: { ...customers.mapping, roles } };
    await expect(join(orders, nameless, 'x')).rejects.toThrow("No column of people.csv holds the customer's id");
    await expect(join(orders, { ...customers, columns: [] }, 'x')).rejects.toThrow('no column beside the id');
  });

  it('tells in the recipe of attributes that are used, and of no others', async () => {
    const shop = Array.from({ length: 40 }, (_, i) => line(`c${i}`, `${1 + (i % 8)}`, 5 + i));
    const orders = await makeOrders(engine, 'recipe', shop);
    const customers = await makeCustomers(
      engine,
      'recipe people',
      [number('constructor'), category('Plan')],
      Array.from({ length: 39 }, (_, i) => [`c${i}`, null, i % 2 === 0 ? 20 : 60 + (i % 3), i % 2 === 0 ? 'a' : 'b']),
    );
    const { table } = await join(orders, customers, 'recipe into');
    const run = async (from: DataTable, features: string[], method: 'kmeans' | 'kprototypes') => {
      const input = recipeInputSchema.parse({ features, method, k: 2 });
      const made = await computeFeatures(engine, from, { ids: features, filters: {}, method });
      const recipe = makeRecipe(input, recipeData(from, 'orders.csv', made.features));
      return (await runRecipe({ table: made, recipe })).document;
    };
    const bare = await run(orders, ['recency', 'monetary'], 'kmeans');
    expect(JSON.stringify(await run(table, ['recency', 'monetary'], 'kmeans'))).toBe(JSON.stringify(bare));
    expect(Object.hasOwn(bare.recipe.data, 'attributes')).toBe(false);
    const mixed = await run(table, ['constructor', 'Plan'], 'kprototypes');
    expect(mixed.recipe.data.attributes).toEqual({
      name: 'people.csv',
      mapping: { ...customers.mapping, roles: { customer: 'Id', country: 'Country' } },
    });
    expect(mixed.customers).toBe(40);
    expect(mixed.warnings.map(({ code }) => code)).toContain('missing-filled');
    expect(mixed.segments.map(({ size }) => size).sort()).toEqual([19, 21]);
  });
});
