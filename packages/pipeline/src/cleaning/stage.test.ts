import { type ClienteleError, defaultRules, type Mapping, type Role } from '@clientele/contracts';
import type { Engine, Session } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recognise } from '../recognition/recognise.ts';
import { ruleBit } from './kept-condition.ts';
import { createOrdersSql } from './orders-sql.ts';
import { planReading } from './reading-plan.ts';
import { stage } from './stage.ts';
import { type Cells, memorySource } from './testing/memory-source.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

function orders(roles: Partial<Record<Role, string>>, more: Partial<Mapping> = {}): Mapping {
  return { kind: 'orders', roles, dateOrder: 'auto', decimal: 'auto', currency: null, ...more };
}

const simple = orders({ customer: 'who', time: 'when', amount: 'money' });
const columns = ['who', 'when', 'money'];

async function staged(rows: Cells[], mapping = simple, names = columns, sampled?: number) {
  const source = memorySource(names, rows, { sampled });
  const result = await stage(engine, source, mapping, 't');
  const table = await engine.rows('SELECT * FROM t ORDER BY rowid');
  return { ...result, table, codes: result.problems.map((problem) => problem.code) };
}

async function failure(work: Promise<unknown>): Promise<ClienteleError> {
  return work.then(
    () => {
      throw new Error('did not throw');
    },
    (cause) => cause as ClienteleError,
  );
}

describe('times', () => {
  it('decides the order of day and month from beyond the sample', async () => {
    const rows = ['1/2/2020', '2/3/2020', '3/4/2020', '25/12/2020'].map((date) => ['a', date, '1']);
    const found = await staged(rows, simple, columns, 2);
    expect(found.mapping.dateOrder).toBe('dmy');
    expect(found.table.map((row) => row.time)).toEqual([
      '2020-02-01T00:00:00',
      '2020-03-02T00:00:00',
      '2020-04-03T00:00:00',
      '2020-12-25T00:00:00',
    ]);
    expect(found.codes).toEqual([]);
  });

  it('decides for the month first when only that fits', async () => {
    const rows = ['1/2/20 8:05', '2/3/20 9:00', '12/25/20 10:00'].map((date) => ['a', date, '1']);
    const found = await staged(rows, simple, columns, 2);
    expect(found.mapping.dateOrder).toBe('mdy');
    expect(found.table[2]?.time).toBe('2020-12-25T10:00:00');
    expect(found.codes).toEqual([]);
  });

  it('says a tie, with the number of cells, and obeys what the user sets', async () => {
    const rows = ['1/2/2020', '2/3/2020', '3/4/2020'].map((date) => ['a', date, '1']);
    const tie = await staged(rows);
    expect(tie.codes).toEqual(['ambiguous-dates']);
    expect(tie.problems[0]).toMatchObject({ count: 3, column: 'when' });
    const set = await staged(rows, { ...simple, dateOrder: 'dmy' });
    expect(set.codes).toEqual([]);
    expect(set.table[0]?.time).toBe('2020-02-01T00:00:00');
  });

  it('reads the column once more the quick way where the other order reads more', async () => {
    const run: string[] = [];
    const recorded: Session = {
      run: (sql, values) => {
        run.push(sql);
        return engine.run(sql, values);
      },
      rows: (sql, values) => engine.rows(sql, values),
      columns: (sql, values) => engine.columns(sql, values),
      quoteIdentifier: engine.quoteIdentifier,
    };
    const rows = ['1/2/2020', '2/3/2020', 'n/a', '25/12/2020'].map((date) => ['a', date, '1']);
    const found = await stage(recorded, memorySource(columns, rows, { sampled: 2 }), simple, 't', {
      rules: defaultRules,
    });
    expect(found.mapping.dateOrder).toBe('dmy');
    const first = /try_strptime\(c1, (\[.*?\])\) END AS time_quick/;
    expect(run.map((sql) => first.exec(sql)?.[1])).toEqual(["['%m/%d/%Y']", "['%d/%m/%Y']"]);
  });

  it('reports a column in which both orders occur', async () => {
    const rows = ['13/1/2020', '14/1/2020', '1/13/2020'].map((date) => ['a', date, '1']);
    const found = await staged(rows);
    expect(found.codes).toEqual(['mixed-dates', 'unreadable-times']);
    expect(found.problems[0]?.message).toContain('2 cells can only be day/month/year and 1 only month/day/year');
    expect(found.table[2]?.time).toBeNull();
  });

  it('reads other forms beside the usual one', async () => {
    const rows = ['2020-01-02 08:00:00', '2020-01-02T09:00:00+0200', '3 Jan 2020', '20200104', 'soon'].map((date) => [
      'a',
      date,
      '1',
    ]);
    const found = await staged(rows, simple, columns, 1);
    expect(found.table.map((row) => row.time)).toEqual([
      '2020-01-02T08:00:00',
      '2020-01-02T09:00:00',
      '2020-01-03T00:00:00',
      '2020-01-04T00:00:00',
      null,
    ]);
    expect(found.problems).toMatchObject([{ code: 'unreadable-times', line: 5, count: 1 }]);
  });
});

describe('numbers', () => {
  it('decides the decimal mark from beyond the sample', async () => {
    const rows = ['12', '1.234,50', '7,5'].map((money) => ['a', '2020-01-01', money]);
    const found = await staged(rows, simple, columns, 1);
    expect(found.mapping.decimal).toBe('comma');
    expect(found.table.map((row) => row.amount)).toEqual([12, 1234.5, 7.5]);
  });

  it('says where both marks fit', async () => {
    const rows = ['1,234', '5,678'].map((money) => ['a', '2020-01-01', money]);
    const found = await staged(rows);
    expect(found.codes).toEqual(['ambiguous-numbers']);
    expect(found.table.map((row) => row.amount)).toEqual([1234, 5678]);
  });

  it('multiplies to six decimals and marks what cannot be a number', async () => {
    const mapping = orders({ customer: 'who', time: 'when', quantity: 'n', unitPrice: 'p' });
    const rows = [
      ['3', '0.333333'],
      ['1e12', '1e12'],
      ['NaN', '1'],
      ['Infinity', '1'],
      ['2', null],
      ['-2', '$1,000.50'],
    ].map(([n, p]) => ['a', '2020-01-01', n as string, p as string | null]);
    const found = await staged(rows, mapping, ['who', 'when', 'n', 'p']);
    expect(found.table.map((row) => row.amount)).toEqual([0.999999, null, null, null, null, -2001]);
    const bit = ruleBit('unreadable-number');
    expect(found.table.map((row) => (Number(row.flags) & bit) !== 0)).toEqual([false, true, true, true, true, false]);
    expect(Number(found.table[5]?.flags) & ruleBit('quantity')).not.toBe(0);
  });
});

describe('customers, orders and rules', () => {
  it('takes words for nothing as nothing and pandas ids as whole', async () => {
    const ids = ['17850.0', 'nan', ' 13047.0 ', 'NULL', '  ', null, 'N/A'];
    const found = await staged(ids.map((id) => [id, '2020-01-01', '1']));
    expect(found.table.map((row) => row.customer)).toEqual(['17850', null, '13047', null, null, null, null]);
    expect(found.table.map((row) => Number(row.flags) & 1)).toEqual([0, 1, 0, 1, 1, 1, 1]);
    const mixed = await staged(
      [...ids, '12.5'].map((id) => [id, '2020-01-01', '1']),
      simple,
      columns,
      7,
    );
    expect(mixed.table[0]?.customer).toBe('17850.0');
  });

  it('keeps the numbers apart that stand for orders where none is named', async () => {
    const rows = [
      ['a', '2020-01-01', '1'],
      ['a', '2020-01-01', '2'],
      ['a', '2020-01-02', '1'],
      ['b', '2020-01-01', '1'],
    ];
    const found = await staged(rows);
    expect(new Set(found.table.map((row) => row.order_id)).size).toBe(3);
  });

  it('carries the fields of an order down its lines and leaves the amount on the first', async () => {
    // The shape of a Shopify order export.
    const names = [
      'Name',
      'Email',
      'Created at',
      'Total',
      'Financial Status',
      'Lineitem name',
      'Lineitem quantity',
      'Billing Country',
    ];
    const rows: Cells[] = [
      ['#1', 'a@x.org', '2025-01-15 17:41:00 -0500', '183.50', 'paid', 'Bundle', '1', 'US'],
      ['#1', null, null, null, null, 'Widget', '2', null],
      ['#2', null, '2025-01-16 10:00:00 -0500', '20', 'refunded', 'Widget', '1', 'US'],
      ['#2', null, null, null, null, 'Gadget', '1', null],
      ['#3', 'b@x.org', '2025-01-17 10:00:00 -0500', '0', 'paid', 'Gift', '1', 'US'],
    ];
    const source = memorySource(names, rows);
    const { mapping } = recognise(source);
    const result = await stage(engine, source, mapping, 't');
    expect(result.problems).toEqual([]);
    const table = await engine.rows('SELECT * FROM t ORDER BY rowid');
    expect(table.map((row) => [row.customer, row.time, row.amount, row.country])).toEqual([
      ['a@x.org', '2025-01-15T17:41:00', 183.5, 'US'],
      ['a@x.org', '2025-01-15T17:41:00', 0, 'US'],
      [null, '2025-01-16T10:00:00', 20, 'US'],
      [null, '2025-01-16T10:00:00', 0, 'US'],
      ['b@x.org', '2025-01-17T10:00:00', 0, 'US'],
    ]);
    const broken = (rule: 'cancellation' | 'price') => table.map((row) => (Number(row.flags) & ruleBit(rule)) !== 0);
    expect(broken('cancellation')).toEqual([false, false, true, true, false]);
    expect(broken('price')).toEqual([false, false, false, false, true]);
  });

  it('tells cancellations by the order id, unless most orders begin so', async () => {
    const mapping = orders({ customer: 'who', time: 'when', amount: 'money', order: 'no' });
    const of = async (ids: string[]) => {
      const found = await staged(
        ids.map((id) => ['a', '2020-01-01', '1', id]),
        mapping,
        [...columns, 'no'],
        2,
      );
      return found.table.map((row) => (Number(row.flags) & ruleBit('cancellation')) !== 0);
    };
    expect(await of(['536365', '536366', 'C536367', 'c536368', 'CAT', 'A5'])).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(await of(['C1', 'C2', 'C3', '4'])).toEqual([false, false, false, false]);
    expect(await of(['1', '2', 'C3', 'C4', 'C5', 'C6'])).toEqual([false, false, false, false, false, false]);
  });

  it.each([
    ['Status', ['completed', 'Cancelled', 'wc-refunded', 'FAILED', 'partially_refunded', null], [0, 1, 1, 1, 0, 0]],
    ['Cancelled at', [null, '2020-01-02', '', 'no'], [0, 1, 0, 0]],
    ['is_canceled', ['0', '1', 'false', 'true'], [0, 1, 0, 1]],
  ] as const)('tells cancellations by %s', async (name, states, expected) => {
    const mapping = orders({ customer: 'who', time: 'when', amount: 'money', status: name });
    const found = await staged(
      states.map((state) => ['a', '2020-01-01', '1', state]),
      mapping,
      [...columns, name],
    );
    expect(found.table.map((row) => Number((Number(row.flags) & ruleBit('cancellation')) !== 0))).toEqual(expected);
  });

  it('tells lines that are no product, and lets products be', async () => {
    const mapping = orders({ customer: 'who', time: 'when', amount: 'money', product: 'code', description: 'text' });
    const lines = [
      ['POST', 'POSTAGE', 1],
      ['m', 'Manual', 1],
      ['BANK CHARGES', 'Bank Charges', 1],
      ['gift_0001_20', 'Dotcomgiftshop Gift Voucher £20.00', 1],
      ['VK01', 'Versandkosten', 1],
      [null, 'Frais de port', 1],
      ['22423', 'POSTAGE STAMP BOX', 0],
      ['DCGSSGIRL', 'GIRLS PARTY BAG', 0],
      ['85123A', 'Discount', 0],
      ['MUG', null, 0],
    ] as const;
    const rows = lines.map(([code, text]) => ['a', '2020-01-01', '1', code, text]);
    const found = await staged(rows, mapping, [...columns, 'code', 'text']);
    expect(found.table.map((row) => Number((Number(row.flags) & ruleBit('administrative')) !== 0))).toEqual(
      lines.map((line) => line[2]),
    );
  });

  it('marks the later ones of equal lines, looking at every column', async () => {
    const rows = [
      ['a', '2020-01-01', '1', 'x'],
      ['a', '2020-01-01', '1', 'y'],
      ['a', '2020-01-01', '1', 'x'],
      ['a', '2020-01-01', '1', 'x'],
    ];
    const found = await staged(rows, simple, [...columns, 'other']);
    expect(found.table.map((row) => Number((Number(row.flags) & ruleBit('duplicate')) !== 0))).toEqual([0, 0, 1, 1]);
    expect(Object.keys(found.table[0] ?? {})).not.toContain('line_hash');
  });

  it('notes another currency', async () => {
    const mapping = orders({ customer: 'who', time: 'when', amount: 'money', currency: 'code' }, { currency: 'EUR' });
    const rows = ['EUR', 'eur', 'USD', null].map((code) => ['a', '2020-01-01', '1', code]);
    const found = await staged(rows, mapping, [...columns, 'code']);
    expect(found.problems).toMatchObject([{ code: 'several-currencies', count: 1 }]);
  });
});

describe('refusals', () => {
  it('refuses headings without rows', async () => {
    expect((await failure(staged([]))).code).toBe('no-rows');
  });

  it('refuses a column of unreadable times, naming the first cell', async () => {
    const error = await failure(
      staged([
        ['a', null, '1'],
        ['b', 'someday', '1'],
      ]),
    );
    expect(error.code).toBe('values-unreadable');
    expect(error.message).toContain('when');
    expect(error.data).toMatchObject({ line: 2, found: 'someday' });
  });

  it('refuses a column of unreadable amounts', async () => {
    expect((await failure(staged([['a', '2020-01-01', '5 %']]))).data).toMatchObject({ column: 'money' });
  });

  it('refuses order lines without an amount', async () => {
    const mapping = orders({ customer: 'who', time: 'when', unitPrice: 'money' });
    expect((await failure(staged([['a', '2020-01-01', '5']], mapping))).code).toBe('mapping-incomplete');
  });
});

describe('the statement', () => {
  it('has no join, which would lose the order of the rows', async () => {
    const names = ['who', 'when', 'n', 'p', 'no', 'code', 'text', 'land', 'state', 'cur'];
    const mapping = orders(
      {
        customer: 'who',
        time: 'when',
        quantity: 'n',
        unitPrice: 'p',
        order: 'no',
        product: 'code',
        description: 'text',
        country: 'land',
        status: 'state',
        currency: 'cur',
      },
      { currency: 'EUR' },
    );
    const source = memorySource(names, [['a', '2020-01-01', '1', '2', '3', 'x', 'y', 'z', 'paid', 'EUR']]);
    const { sql, values } = createOrdersSql(source, mapping, planReading(source, mapping), 't', {
      later: true,
      duplicates: true,
      administrative: true,
      descriptions: true,
      products: true,
      countries: true,
    });
    const plan = await engine.rows(`EXPLAIN ${sql}`, values);
    expect(JSON.stringify(plan)).toContain('PROJECTION');
    expect(JSON.stringify(plan)).not.toContain('JOIN');
  });

  it('looks for costly rules only where they are on', async () => {
    const source = memorySource(columns, [
      ['a', '2020-01-01', '1'],
      ['a', '2020-01-01', '1'],
    ]);
    await stage(engine, source, simple, 't', { rules: defaultRules });
    const table = await engine.rows('SELECT flags FROM t');
    expect(table.some((row) => (Number(row.flags) & ruleBit('duplicate')) !== 0)).toBe(false);
  });
});
