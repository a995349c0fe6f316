import type { Mapping } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stage } from './stage.ts';
import { type Cells, memorySource } from './testing/memory-source.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

async function staged(rows: Cells[], mapping: Mapping, names: string[], sampled?: number) {
  const result = await stage(engine, memorySource(names, rows, { sampled }), mapping, 't');
  return { ...result, table: await engine.rows('SELECT * FROM t ORDER BY rowid') };
}

it('has one column for each feature and the row number for an id where none is named', async () => {
  const names = ['Channel', 'Fresh', 'Town'];
  const rows = Array.from({ length: 40 }, (_, i) => [String(1 + (i % 2)), String(100 + i), i % 3 ? 'Bonn' : null]);
  const mapping: Mapping = { kind: 'customers', roles: {}, dateOrder: 'auto', decimal: 'auto', currency: null };
  const found = await staged(rows, mapping, names);
  expect(found.columns.map(({ name, type, missing, values }) => ({ name, type, missing, values }))).toEqual([
    { name: 'Channel', type: 'category', missing: 0, values: ['1', '2'] },
    { name: 'Fresh', type: 'number', missing: 0, values: [] },
    { name: 'Town', type: 'category', missing: 14, values: ['Bonn'] },
  ]);
  expect(found.table[39]).toMatchObject({ customer: '40', f0: '2', f1: 139, f2: null });
});

it('warns of a customer in two rows', async () => {
  const mapping: Mapping = {
    kind: 'customers',
    roles: { customer: 'id' },
    dateOrder: 'auto',
    decimal: 'auto',
    currency: null,
  };
  const found = await staged(
    [
      ['1', '5'],
      ['1', '6'],
      ['2', '7'],
    ],
    mapping,
    ['id', 'age'],
  );
  expect(found.problems).toMatchObject([{ code: 'repeated-customers', count: 1 }]);
});

it('says how many cells of a column of numbers are none', async () => {
  const mapping: Mapping = { kind: 'customers', roles: {}, dateOrder: 'auto', decimal: 'auto', currency: null };
  const rows = Array.from({ length: 60 }, (_, i) => {
    const income = i === 41 ? 'tbc' : i === 50 ? 'n/a' : i === 55 ? null : i > 56 ? '-' : `${i}.5`;
    return [String(20 + i), income, String(i * 3)];
  });
  const found = await staged(rows, mapping, ['Age', 'Income', 'Score'], 40);
  expect(found.problems).toEqual([
    {
      severity: 'warning',
      code: 'unreadable-numbers',
      message:
        '4 cells of Income could not be read as numbers and count as missing; the first, in row 42, is "tbc"; expected 1234.5, 1,234.50 or 1.234,50.',
      column: 'Income',
      line: 42,
      count: 4,
    },
  ]);
  expect(found.columns[1]).toMatchObject({ missing: 6 });
});

it('takes None in a category for a value, and NaN for none', async () => {
  const tiers = ['None', 'Plus', 'nan', ' none '];
  const rows = Array.from({ length: 40 }, (_, i) => [String(i + 1), String(20 + i), tiers[i % 4] ?? null]);
  const mapping: Mapping = {
    kind: 'customers',
    roles: { customer: 'id' },
    dateOrder: 'auto',
    decimal: 'auto',
    currency: null,
  };
  const found = await staged(rows, mapping, ['id', 'Age', 'Tier']);
  expect(found.columns.at(-1)).toMatchObject({ name: 'Tier', missing: 10, values: ['None', 'Plus', 'none'] });
});

it('takes 17850.0 for 17850 where all ids are written so, as in order lines', async () => {
  const mapping: Mapping = {
    kind: 'customers',
    roles: { customer: 'id' },
    dateOrder: 'auto',
    decimal: 'auto',
    currency: null,
  };
  const ids = async (...cells: (string | null)[]) =>
    (
      await staged(
        cells.map((id, i) => [id, String(i)]),
        mapping,
        ['id', 'Age'],
      )
    ).table.map(({ customer }) => customer);
  expect(await ids('17850.0', '12.00', null)).toEqual(['17850', '12', null]);
  expect(await ids('17850.0', 'A1')).toEqual(['17850.0', 'A1']);
});
