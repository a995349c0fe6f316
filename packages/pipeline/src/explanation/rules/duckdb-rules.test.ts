import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, quoteIdentifier } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { createRandom } from '@clientele/kernels';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { segmentColumnNames } from '../../exports/segment-columns.ts';
import type { FeatureTable } from '../../features/feature-table.ts';
import { customerTable, orderTable } from '../../run/testing/tables.ts';
import { rulesAs } from './rules-as.ts';
import { expectStated, rulesOf } from './testing/executed-rules.ts';
import { csvColumns, csvText, documentWith, hostileNames, hostileTable } from './testing/made-segmentation.ts';

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  folder = await mkdtemp(join(tmpdir(), 'clientele-rules-'));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

/** Executes the rules over customers.csv, read as `columns` say, or as DuckDB guesses. */
async function check(table: FeatureTable, labels: Int32Array, name: string, names?: readonly string[]) {
  const path = join(folder, 'customers.csv');
  await writeFile(path, await csvText(table, labels, hostileNames));
  const target = name.split('.').map(quoteIdentifier).join('.');
  await engine.run(`drop table if exists ${target}`);
  if (names === undefined) await engine.run(`create table ${target} as select * from read_csv('${path}')`);
  else {
    const types = csvColumns(table.features).map(({ isNumber }) => (isNumber ? 'double' : 'varchar'));
    const columns = names.map((column, i) => `${quoteIdentifier(column)} ${types[i]}`);
    await engine.run(`create table ${target} (${columns.join(', ')})`);
    await engine.run(
      `copy ${target} from '${path}' (format csv, header, delimiter ',', quote '"', escape '"', auto_detect false, new_line '\\r\\n', strict_mode false)`,
    );
  }
  const rules = rulesOf(table, labels);
  const script = rulesAs(await documentWith(table, hostileNames, rules), 'duckdb', { table: name });
  await expectStated({ table, labels, rules, script }, (sql) => engine.rows(sql));
  return rules;
}

it('matches in DuckDB the rows that the rules state, whatever columns and values are called', async () => {
  for (const seed of [11, 12, 13, 14]) {
    const { table, labels } = hostileTable(seed, 400);
    const names = csvColumns(table.features).map(({ name }) => name);
    const rules = await check(table, labels, 'odd name; --', names);
    expect(rules.filter((rule) => rule !== null).length).toBeGreaterThanOrEqual(3);
  }
});

it('matches them over customers.csv as DuckDB reads it by itself', async () => {
  const random = createRandom(4);
  const make = (most: number, whole: boolean) =>
    Array.from({ length: 3000 }, () => {
      const value = random.next() ** 2 * most;
      return whole ? 1 + Math.floor(value) : Math.round(value * 100) / 100;
    });
  const table = orderTable({ recency: make(370, true), frequency: make(30, true), monetary: make(4000, false) });
  const { recency, frequency, monetary } = table.numbers;
  const labels = Int32Array.from(table.ids, (_, row) => {
    if ((recency?.[row] ?? 0) + 40 * random.next() < 60) return (frequency?.[row] ?? 0) > 8 ? 0 : 1;
    return (monetary?.[row] ?? 0) > 500 * random.next() ? 2 : 3;
  });
  await engine.run('create schema if not exists shop');
  const rules = await check(table, labels, 'shop.customers');
  expect(rules).not.toContain(null);
});

it('tells columns apart that bear one name', async () => {
  const random = createRandom(2);
  const column = () => Array.from({ length: 200 }, () => Math.floor(random.next() * 50));
  const table = customerTable({ age: column(), AGE: column(), segment: column(), Country: column() });
  const labels = Int32Array.from(table.ids, (_, row) => {
    if ((table.numbers.AGE?.[row] ?? 0) > 35) return 0;
    return (table.numbers.segment?.[row] ?? 0) < 10 ? 1 : (table.numbers.Country?.[row] ?? 0) < 20 ? 2 : 3;
  });
  const names = ['customer', 'country', 'age', 'AGE 2', 'segment 2', 'Country 2', ...segmentColumnNames];
  const rules = await check(table, labels, 'customers', names);
  expect(rules.flatMap((rule) => rule?.boxes.flat().map(({ feature }) => feature) ?? [])).toContain('AGE');
});
