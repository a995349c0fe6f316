import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecipeInput, SegmentationDocument } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerRows } from '../exports/customer-rows.ts';
import { customersCsv } from '../exports/customers-csv.ts';
import { segmentColumnsOf } from '../exports/segment-columns.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { customerTable, testRecipe } from '../run/testing/tables.ts';
import { readComparedSide } from './read-compared-side.ts';

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  folder = await mkdtemp(join(tmpdir(), 'clientele-compared-'));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function read(content: string, document?: SegmentationDocument) {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  const { members, ...side } = await readComparedSide({ engine }, engine, { path, name: 'mine', document }, 'mine');
  const rows = await engine.rows(`select customer, segment from ${members.table} order by customer`);
  return { ...side, rows: rows.map(({ customer, segment }) => [customer, segment]) };
}

async function written(recipe: Partial<RecipeInput>, columns: Parameters<typeof customerTable>[0]) {
  const table = customerTable(columns);
  const { document, labels } = await runRecipe({ table, recipe: testRecipe(recipe) });
  const segmentNames = document.segments.map(({ name }) => name);
  const parts: string[] = [];
  const segments = segmentColumnsOf(document);
  for await (const part of customersCsv({ rows: customerRows(table, labels), features: table.features, segments }))
    parts.push(part);
  return { csv: parts.join(''), document, labels, segmentNames };
}

describe('readComparedSide', () => {
  it('reads what segment writes, whatever the features are called', async () => {
    const values = Array.from({ length: 12 }, (_, i) => (i < 6 ? i : 100 + i));
    const features = ['segment', 'customer'];
    const run = await written({ k: 2, features }, { segment: values, customer: values.map((value) => -value) });
    const side = await read(run.csv, run.document);
    expect(side).toMatchObject({ id: 'mine', name: 'mine', method: 'kmeans', segments: run.segmentNames });
    const expected = Array.from(run.labels, (label, i) => [`c${i + 1}`, label]);
    expect(side.rows).toEqual(expected.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
    expect(await read(run.csv)).toMatchObject({ method: null, segments: run.segmentNames, rows: side.rows });
  });

  it('does not know whom the run left out for a missing feature', async () => {
    const values = Array.from({ length: 12 }, (_, i) => (i === 3 ? Number.NaN : i < 6 ? i : 100 + i));
    const run = await written({ k: 2, features: ['x'], missing: 'drop' }, { x: values });
    const side = await read(run.csv, run.document);
    expect(side.rows).toHaveLength(11);
    expect(side.rows.map(([customer]) => customer)).not.toContain('c4');
  });

  it('reads the segments of any file by number or by name', async () => {
    const named = await read('Customer;SEGMENT\n17850;Gold\n13047;Silver\n12583;\n14688;Gold\n');
    expect(named).toMatchObject({ segments: ['Gold', 'Silver'], method: null });
    expect(named.rows).toEqual([
      ['12583', null],
      ['13047', 1],
      ['14688', 0],
      ['17850', 0],
    ]);
    const numbered = await read('customer,segment\na1,10\nb2,9\nc3,10\n');
    expect(numbered).toMatchObject({
      segments: ['9', '10'],
      rows: [
        ['a1', 1],
        ['b2', 0],
        ['c3', 1],
      ],
    });
  });

  it('says which column is missing, and that a document is of another run', async () => {
    await expect(read('customer,group\na,1\nb,2\n')).rejects.toMatchObject({
      code: 'column-missing',
      message: expect.stringContaining('no column segment'),
    });
    const values = Array.from({ length: 12 }, (_, i) => (i < 6 ? i : 100 + i));
    const { document } = await written({ k: 2, features: ['x'] }, { x: values });
    await expect(read('customer,country,x,segment,segment_name\na,,1,7,Seven\n', document)).rejects.toMatchObject({
      code: 'model-invalid',
    });
  });
});
