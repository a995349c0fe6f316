import { ClienteleError, defaultRules, type Ledger } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recognise } from '../recognition/recognise.ts';
import { dataProblems } from './data-problems.ts';
import { ledger } from './ledger.ts';
import { preview } from './preview.ts';
import { profileColumns } from './profile-columns.ts';
import { refuseNothingKept } from './refuse-nothing-kept.ts';
import { stage } from './stage.ts';
import { memorySource } from './testing/memory-source.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const columns = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
];
const line = (no: string, n: string, date: string | null, price: string, who: string | null, code = '22423') => [
  no,
  code,
  code === 'POST' ? 'POSTAGE' : 'CAKE STAND',
  n,
  date,
  price,
  who,
  'United Kingdom',
];
const rows = [
  line('1', '6', '2011-11-01 08:00:00', '2.50', '17850'),
  line('1', '1', '2011-11-01 08:00:00', '18.00', '17850', 'POST'),
  line('2', '1000', '2011-11-20 08:00:00', '9.00', '16446'),
  line('C3', '-1000', '2011-11-20 08:12:00', '9.00', '16446'),
  line('4', '1', '2011-12-09 12:50:00', '3.00', null),
  line('5', '1', null, '3.00', '12346'),
  line('6', 'few', '2011-12-09 12:50:00', '3.00', '12346'),
  line('7', '1', '2011-12-09 12:50:00', '0', '12346'),
  line('8', '2', '2011-12-09 12:50:00', '4.00', '12346'),
];

async function staged(cells = rows) {
  const source = memorySource(columns, cells);
  const { mapping } = recognise(source);
  return { source, result: await engine.transaction((session) => stage(session, source, mapping, 't')) };
}

describe('preview', () => {
  it('shows for each rule a row that it removes, with the cell at fault', async () => {
    const { source, result } = await staged();
    const shown = await preview(engine, source, result, defaultRules);
    expect(shown.map(({ line: at, removedBy, faults }) => [at, removedBy, ...faults.map((i) => columns[i])])).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, 'cancellation', 'InvoiceNo'],
      [5, 'no-customer', 'CustomerID'],
      [6, 'unreadable-time', 'InvoiceDate'],
      [7, 'unreadable-number', 'Quantity'],
      [8, 'price', 'UnitPrice'],
      [9, null],
    ]);
  });
});

describe('profileColumns', () => {
  it('looks at the whole file, not at the sample', async () => {
    const source = memorySource(columns, rows, { sampled: 3 });
    const profiles = await profileColumns(engine, source);
    const of = (name: string) => profiles.find((profile) => profile.name === name);
    expect(of('CustomerID')).toMatchObject({
      type: 'number',
      rows: 9,
      missing: 1,
      distinct: 3,
      min: '12346',
      max: '17850',
    });
    expect(of('InvoiceDate')).toMatchObject({
      type: 'time',
      missing: 1,
      min: '2011-11-01 08:00:00',
      max: '2011-12-09 12:50:00',
    });
    expect(of('StockCode')).toMatchObject({ type: 'text', distinct: 2, examples: ['22423', 'POST'] });
    expect(of('Quantity')).toMatchObject({ min: '-1000', max: '1000' });
  });

  it('has nothing to say of no rows', async () => {
    expect(await profileColumns(engine, memorySource(['a'], []))).toMatchObject([
      { name: 'a', type: 'empty', rows: 0 },
    ]);
  });
});

describe('dataProblems', () => {
  it('says what is worth knowing, with its figures', async () => {
    const { result } = await staged();
    const problems = await dataProblems(engine, { ...result, rules: defaultRules }, new Date('2012-01-01'));
    expect(problems.map((problem) => problem.code)).toEqual([
      'no-customer',
      'cancelled-same-day',
      'administrative-kept',
      'unfinished-month',
    ]);
    expect(problems[0]?.message).toContain('GBP 3 of revenue');
    expect(problems[1]?.message).toContain('16446 (GBP 9,000)');
    expect(problems[2]?.message).toContain('1 kept lines are postage');
    expect(problems[3]?.message).toContain('ends on day 9 of 31');
  });

  it('notes the future, one customer and amounts of zero', async () => {
    const cells = [line('1', '1', '2030-01-01', '5', '1'), line('2', '1', '2031-01-31', '5', '1')];
    const { result } = await staged(cells);
    const found = await dataProblems(engine, { ...result, rules: defaultRules }, new Date('2012-01-01'));
    expect(found.map((problem) => problem.code)).toEqual(['future-times', 'one-customer']);
    const free = await staged([line('1', '1', '2011-01-31', '0', '1'), line('2', '1', '2011-01-31', '0', '2')]);
    const rules = { ...defaultRules, price: false };
    expect((await dataProblems(engine, { ...free.result, rules })).map((problem) => problem.code)).toEqual([
      'no-revenue',
    ]);
  });
});

describe('refuseNothingKept', () => {
  it('names the rule that removed most', async () => {
    const { result } = await staged([
      line('1', '1', '2011-01-01', '0', '1'),
      line('2', '1', '2011-01-01', '0', '2'),
      line('3', '1', '2011-01-01', '1', null),
    ]);
    const account: Ledger = await ledger(engine, { ...result, rules: defaultRules });
    expect(() => refuseNothingKept(account, 'rows.csv')).toThrow(ClienteleError);
    expect(() => refuseNothingKept(account, 'rows.csv')).toThrow(/"Price zero or below".*removed 2 of 3/);
  });
});
