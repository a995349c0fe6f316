import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { computeFeatures } from '../features/compute-features.ts';
import type { Scope } from '../features/scope.ts';
import { makeCustomers, makeMembers, makeOrders } from '../features/testing/made-tables.ts';
import { customerRows } from './customer-rows.ts';
import { customersCsv } from './customers-csv.ts';
import { writeCustomersParquet } from './customers-parquet.ts';
import type { SegmentColumns } from './segment-columns.ts';

const columnsOf: SegmentColumns = {
  names: ['Best, of all', 'Dormant'],
  grades: ['stable', 'doubtful'],
  confidenceOf: (values, segment) => Number(values.recency ?? 50) / 1000 + segment / 10,
};
let engine: Engine;
let folder: string;
let path: string;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  folder = await mkdtemp(join(tmpdir(), 'clientele-parquet-'));
  path = join(folder, 'customers.parquet');
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

/** The rows of customers.csv as its text, and those read back from Parquet, written as CSV cells. */
async function both(table: DataTable, scope: Scope, segments: Record<string, number>, ids?: string[]) {
  const asked = { ...scope, ...(ids && { ids }) };
  const features = await computeFeatures(engine, table, asked);
  const labels = Int32Array.from(features.ids, (id) => segments[id] ?? -1);
  const csv: string[] = [];
  const input = { rows: customerRows(features, labels), features: features.features, segments: columnsOf };
  for await (const piece of customersCsv(input)) csv.push(piece);
  const labelsOf = async (wanted: readonly string[]) => Int32Array.from(wanted, (id) => segments[id] ?? -1);
  await writeCustomersParquet(engine, table, { ...asked, segments: columnsOf, scratch: 'scratch', labelsOf }, path);
  const read = await engine.rows('select * from read_parquet($1)', [path]);
  const cell = (value: unknown) => {
    const text = value === null ? '' : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [Object.keys(read[0] ?? {}), ...read.map((row) => Object.values(row))];
  return [csv.join(''), lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')];
}

it('holds what customers.csv holds, to the last digit and in its order', async () => {
  const lines = Array.from({ length: 900 }, (_, i) => ({
    customer: `c${(i * 7919) % 83}`,
    order: String(i >> 1),
    time: new Date(Date.UTC(2024, 0, 1) + i * 31_234_567).toISOString().slice(0, 19),
    quantity: (i % 7) + 1,
    amount: ((i * 7919) % 997) / 7,
    country: i % 11 === 0 ? null : ['Malta', 'Bonaire, Saba', 'Say "hi"'][i % 3]!,
  }));
  const table = await makeOrders(engine, 'orders', lines);
  const segments = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`c${i}`, i % 2]));
  const members = await makeMembers(engine, 'members', segments);
  const ids = ['recency', 'monetary', 'averageOrderValue', 'daysBetweenOrders', 'returnShare'];
  for (const filters of [{}, { from: '2024-02-01', countries: ['Malta'] }, { segments: [1] }]) {
    const [csv, parquet] = await both(table, { filters, members }, segments, ids);
    expect(parquet).toBe(csv);
    expect(csv?.split('\r\n').length).toBeGreaterThan(20);
  }
});

it('has true types, and says where nothing is left', async () => {
  const columns = [
    { name: 'Age', type: 'number' },
    { name: 'kind "x"', type: 'category' },
  ] as const;
  const table = await makeCustomers(engine, 'people', columns, [
    ['a', 'Malta', 1e-7, 'old'],
    ['b', null, null, null],
    ['b', null, Number.POSITIVE_INFINITY, 'Ümlaut'],
  ]);
  const members = await makeMembers(engine, 'people_members', { a: 0 });
  const [csv, parquet] = await both(table, { filters: {}, members }, { a: 0 });
  expect(parquet).toBe(csv);
  const types = await engine.rows('select column_name, column_type from (describe select * from read_parquet($1))', [
    path,
  ]);
  expect(types.map((row) => `${row.column_name} ${row.column_type}`)).toEqual([
    'customer VARCHAR',
    'country VARCHAR',
    'Age DOUBLE',
    'kind "x" VARCHAR',
    'segment INTEGER',
    'segment_name VARCHAR',
    'segment_confidence DOUBLE',
    'segment_stability VARCHAR',
  ]);
  const labelsOf = async () => new Int32Array();
  const asked = { filters: { countries: ['Peru'] }, members, segments: columnsOf, scratch: 'scratch', labelsOf };
  await expect(writeCustomersParquet(engine, table, asked, path)).rejects.toMatchObject({ code: 'nothing-kept' });
});

it('leaves texts as they are, and tells columns of one name apart', async () => {
  const columns = ['Segment', 'age', 'AGE'].map((name) => ({ name, type: 'category' as const }));
  const labelsOf = async () => Int32Array.of(-1);
  const table = await makeCustomers(engine, 'named', columns, [['=1+1', null, '-x', '@me', 'y']]);
  await writeCustomersParquet(
    engine,
    table,
    { filters: {}, segments: { ...columnsOf, names: [], grades: [] }, scratch: 'scratch', labelsOf },
    path,
  );
  expect(await engine.rows('select * from read_parquet($1)', [path])).toEqual([
    {
      customer: '=1+1',
      country: null,
      'Segment 2': '-x',
      age: '@me',
      'AGE 2': 'y',
      segment: null,
      segment_name: null,
      segment_confidence: null,
      segment_stability: null,
    },
  ]);
});
