import type { RowPage } from '@clientele/contracts';
import type { Engine, Session } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleBit } from '../cleaning/kept-condition.ts';
import type { DataTable, Members } from '../data-table.ts';
import { type MadeLine, makeCustomers, makeMembers, makeOrders } from '../features/testing/made-tables.ts';
import { listRows, type RowsAsked } from './list-rows.ts';
import { RowTotals } from './list-rows-totals.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const lists = (table: () => DataTable, given: () => Partial<RowsAsked> = () => ({})) => {
  const page = (asked: Partial<RowsAsked> = {}) =>
    listRows(engine, table(), { filters: {}, offset: 0, limit: 100, ...given(), ...asked });
  const column = async (id: string, asked: Partial<RowsAsked> = {}) => {
    const { columns, rows } = await page(asked);
    return rows.map((row) => row[columns.findIndex((each) => each.id === id)]);
  };
  return { page, column };
};

describe('rows of orders', () => {
  let table: DataTable;
  let members: Members;
  beforeAll(async () => {
    table = await makeOrders(engine, 'orders', [
      {
        customer: 'A',
        order: '1',
        time: '2024-01-01 09:30',
        quantity: 3,
        amount: 7.5,
        description: 'Tea, Assam',
        country: 'Spain',
      },
      {
        customer: 'B',
        order: '2',
        time: '2024-01-02 00:00',
        quantity: 1,
        amount: 12,
        description: 'MUG 100%',
        country: 'Malta',
      },
      {
        customer: 'B',
        order: '2',
        time: '2024-01-02 23:59:59',
        quantity: 2,
        amount: 0.1,
        description: null,
        country: 'Malta',
      },
      {
        customer: 'C',
        order: '3',
        time: '2024-01-03 10:00',
        quantity: -1,
        amount: -5,
        description: 'Ümlaut',
        country: null,
        flags: ruleBit('cancellation'),
      },
      {
        customer: 'D',
        order: '4',
        time: '2024-01-04 10:00',
        quantity: 2,
        amount: 12,
        description: "it's_a mug",
        country: 'Spain',
      },
    ]);
    members = await makeMembers(engine, 'members', { A: 1, B: 0 });
  });
  const { page, column } = lists(
    () => table,
    () => ({ members, segmentNames: ['Best', 'Dormant'] }),
  );
  const orders = (asked: Partial<RowsAsked> = {}) => column('order', asked);

  it('gives the kept rows in the order of the file, with their segment', async () => {
    const found = await page({ limit: 1 });
    expect(found.columns.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'order text',
      'time time',
      'customer text',
      'country text',
      'product text',
      'description text',
      'quantity number',
      'amount money',
      'segment text',
    ]);
    expect(found.total).toBe(4);
    expect(found.rows).toEqual([['1', '2024-01-01T09:30:00', 'A', 'Spain', null, 'Tea, Assam', 3, 7.5, 'Dormant']]);
    expect(await column('segment')).toEqual(['Dormant', 'Best', 'Best', null]);
  });

  it('has a unit price where the file had one, and only columns that the file had', async () => {
    const { amount: _amount, ...roles } = table.mapping.roles;
    const priced = { ...table, mapping: { ...table.mapping, roles: { ...roles, unitPrice: 'Price' } } };
    expect(await lists(() => priced).column('unitPrice')).toEqual([2.5, 12, 0.05, 6]);
    const bare = await makeOrders(engine, 'bare', [{ customer: 'A', time: '2024-01-01', amount: 1 }], {
      without: ['order', 'quantity', 'product', 'description', 'country'],
    });
    const { columns, rows } = await lists(() => bare).page();
    expect(columns.map(({ id }) => id)).toEqual(['time', 'customer', 'amount']);
    expect(rows).toEqual([['2024-01-01T00:00:00', 'A', 1]]);
  });

  it('searches every text column in any letter case, with no wildcards', async () => {
    expect(await orders({ search: 'mug' })).toEqual(['2', '4']);
    expect(await orders({ search: 'MALT' })).toEqual(['2', '2']);
    expect(await orders({ search: 'dormant' })).toEqual(['1']);
    expect(await orders({ search: '100%' })).toEqual(['2']);
    for (const search of ['%', '_a', "'", "'; drop table orders; --"])
      expect((await orders({ search })).length).toBe(['%', '_a', "'"].includes(search) ? 1 : 0);
  });

  it('keeps what the conditions ask for', async () => {
    const where = (columnId: string, test: 'contains' | 'equals' | 'least' | 'most', value: string) =>
      orders({ where: [{ column: columnId, test, value }] });
    expect(await where('description', 'contains', 'TEA')).toEqual(['1']);
    expect(await where('country', 'equals', 'Spain')).toEqual(['1', '4']);
    expect(await where('country', 'equals', 'spain')).toEqual([]);
    expect(await where('amount', 'least', '12')).toEqual(['2', '4']);
    expect(await where('amount', 'equals', ' 0.1 ')).toEqual(['2']);
    expect(await where('quantity', 'most', '1')).toEqual(['2']);
    expect(await where('time', 'least', '2024-01-02')).toEqual(['2', '2', '4']);
    expect(await where('time', 'most', '2024-01-02')).toEqual(['1', '2', '2']);
    expect(await where('time', 'equals', '2024-01-02')).toEqual(['2', '2']);
    expect(await where('time', 'most', '2024-01-01 09:30')).toEqual(['1']);
    expect(await where('segment', 'contains', 'be')).toEqual(['2', '2']);
    expect(await where('segment', 'equals', 'Dormant')).toEqual(['1']);
    expect(await where('segment', 'equals', 'x')).toEqual([]);
    const both = [
      { column: 'amount', test: 'least', value: '1' },
      { column: 'country', test: 'contains', value: 'a' },
    ] as const;
    expect(await orders({ where: both, search: 'b' })).toEqual(['2']);
  });

  it('says in one sentence what it cannot compare', async () => {
    const failing = (columnId: string, test: 'contains' | 'equals' | 'least' | 'most', value: string) =>
      orders({ where: [{ column: columnId, test, value }] });
    await expect(failing('colour', 'equals', 'x')).rejects.toMatchObject({
      code: 'column-missing',
      message: /"colour".*order/,
    });
    for (const value of ['', 'ten', '1,5', 'NaN', 'Infinity'])
      await expect(failing('amount', 'least', value)).rejects.toMatchObject({ code: 'usage', message: /no number/ });
    for (const value of ['', 'soon', '2024-02-30'])
      await expect(failing('time', 'least', value)).rejects.toMatchObject({ code: 'usage' });
    await expect(failing('amount', 'contains', '1')).rejects.toMatchObject({ code: 'usage' });
    await expect(failing('country', 'least', 'M')).rejects.toMatchObject({ code: 'usage' });
    await expect(orders({ sort: '__proto__' })).rejects.toMatchObject({ code: 'column-missing' });
    await expect(orders({ filters: { segments: [0] }, members: undefined })).rejects.toMatchObject({ code: 'usage' });
  });

  it('sorts by any column, missing cells last, ties in the order of the file', async () => {
    expect(await orders({ sort: 'country' })).toEqual(['2', '2', '1', '4']);
    expect(await column('description', { sort: 'description', descending: true })).toEqual([
      "it's_a mug",
      'Tea, Assam',
      'MUG 100%',
      null,
    ]);
    expect(await column('amount', { sort: 'amount', descending: true })).toEqual([12, 12, 7.5, 0.1]);
    expect(await column('segment', { sort: 'segment', descending: true })).toEqual(['Dormant', 'Best', 'Best', null]);
    expect(await column('segment', { sort: 'segment' })).toEqual(['Best', 'Best', 'Dormant', null]);
  });

  it('obeys the filters, and gives an empty page past the end with the total', async () => {
    expect(await orders({ filters: { from: '2024-01-02', to: '2024-01-02', countries: ['Malta'] } })).toEqual([
      '2',
      '2',
    ]);
    expect(await orders({ filters: { segments: [1] } })).toEqual(['1']);
    expect(await orders({ filters: { customer: 'D' } })).toEqual(['4']);
    expect(await page({ offset: 4 })).toMatchObject({ total: 4, rows: [] });
    expect(await page({ limit: 0 })).toMatchObject({ total: 4, rows: [] });
  });
});

it('gives tables of customers by their own names, told apart from those of every table', async () => {
  const table = await makeCustomers(
    engine,
    'people',
    [
      { name: 'Age', type: 'number' },
      { name: 'segment', type: 'category' },
      { name: 'Country', type: 'category' },
      { name: 'a"b', type: 'number' },
    ],
    [
      ['x', 'Malta', 30, 'old', 'Malta', null],
      ['y', null, 20, null, null, 2],
    ],
  );
  const members = await makeMembers(engine, 'people_members', { x: 0 });
  const { page, column } = lists(
    () => table,
    () => ({ members, segmentNames: ['Best'] }),
  );
  expect(await page({ sort: 'Age' })).toEqual({
    columns: [
      { id: 'customer', label: 'Customer', type: 'text' },
      { id: 'country', label: 'Country', type: 'text' },
      { id: 'Age', label: 'Age', type: 'number' },
      { id: 'column segment', label: 'segment', type: 'text' },
      { id: 'a"b', label: 'a"b', type: 'number' },
      { id: 'segment', label: 'Segment', type: 'text' },
    ],
    total: 2,
    rows: [
      ['y', null, 20, null, 2, null],
      ['x', 'Malta', 30, 'old', null, 'Best'],
    ],
  });
  expect(await column('customer', { where: [{ column: 'a"b', test: 'least', value: '2' }] })).toEqual(['y']);
  expect(await column('customer', { where: [{ column: 'column segment', test: 'equals', value: 'old' }] })).toEqual([
    'x',
  ]);
});

describe('many rows', () => {
  const count = 7000;
  let table: DataTable;
  beforeAll(async () => {
    table = await makeOrders(
      engine,
      'many',
      Array.from(
        { length: count },
        (_, i): MadeLine => ({
          customer: `c${i % 7}`,
          order: String(i),
          time: '2024-01-01',
          quantity: i % 5,
          amount: i % 11,
          description: i % 13 === 0 ? null : ['Mug', 'Tea', 'mug', 'Ä'][i % 4]!,
          country: i % 3 === 0 ? 'Malta' : `Land ${i % 900}`,
          flags: i % 17 === 0 ? ruleBit('price') : 0,
        }),
      ),
    );
  });
  const { page, column } = lists(() => table);

  it.each([undefined, 'amount', 'description', 'country', 'order'])(
    'pages by %s as a plain sort would, each row once',
    async (sort) => {
      for (const descending of [false, true]) {
        const options = { ...(sort !== undefined && { sort }), descending };
        const whole: RowPage['rows'] = (await page({ ...options, limit: 20_000 })).rows;
        const at = (await page({ limit: 0 })).columns.findIndex(({ id }) => id === sort);
        const plain = Array.from({ length: count }, (_, i) => i).filter((i) => i % 17 !== 0);
        expect(whole.map((row) => Number(row[0])).sort((a, b) => a - b)).toEqual(plain);
        const bytes = (cell: unknown) =>
          (typeof cell === 'string' ? Buffer.from(cell).toString('latin1') : cell) as string;
        const sorted = [...whole].sort((a, b) => {
          const [x, y] = [a[at] ?? null, b[at] ?? null];
          if (x === y || at < 0) return Number(a[0]) - Number(b[0]);
          if (x === null || y === null) return x === null ? 1 : -1;
          return (bytes(x) < bytes(y) ? -1 : 1) * (descending ? -1 : 1);
        });
        expect(whole).toEqual(sorted);
        for (const offset of [0, 3333, 5000, 6400]) {
          const part = await page({ ...options, offset, limit: 333 });
          expect(part.rows).toEqual(whole.slice(offset, offset + 333));
        }
      }
    },
  );

  it('counts a condition once', async () => {
    const totals = new RowTotals();
    let counted = 0;
    const session: Session = {
      run: (sql, values) => engine.run(sql, values),
      columns: (sql, values) => engine.columns(sql, values),
      rows: (sql, values) => {
        if (sql.includes('count(*) as total')) counted++;
        return engine.rows(sql, values);
      },
      quoteIdentifier: engine.quoteIdentifier,
    };
    const ask = (search: string) => listRows(session, table, { filters: {}, search, offset: 0, limit: 1, totals });
    const named = Array.from({ length: count }, (_, i) => i).filter((i) => i % 4 === 3 && i % 13 && i % 17).length;
    expect([(await ask('ä')).total, (await ask('ä')).total]).toEqual([named, named]);
    expect(counted).toBe(1);
    expect((await ask('tea')).total).not.toBe(named);
    expect(counted).toBe(2);
    expect(await column('order', { search: 'Ä', limit: 1 })).toEqual(['3']);
  });
});
