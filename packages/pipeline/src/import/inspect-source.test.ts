import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSource } from './import-source.ts';
import { inspectSource } from './inspect-source.ts';

const text = `CustomerID,InvoiceNo,InvoiceDate,Quantity,UnitPrice,Country
17850,536365,2010-12-01 08:26,6,2.55,United Kingdom
13047,536366,2010-12-01 08:28,3,1.85,France
,536367,2010-12-02 09:00,1,5.00,France
13047,C536368,2010-12-03 10:00,-3,1.85,France
`;

let engine: Engine;
let folder: string;
let file: string;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  folder = await mkdtemp(join(tmpdir(), 'clientele-inspect-'));
  file = join(folder, 'orders.csv');
  await writeFile(file, text);
  await writeFile(join(folder, 'headings.csv'), text.slice(0, text.indexOf('\n') + 1));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

const tables = () => engine.rows('select table_name from information_schema.tables');

describe('inspectSource', () => {
  it('says what an import would give, and keeps nothing', async () => {
    const inspection = await inspectSource({ engine }, file);
    expect(await tables()).toEqual([]);
    const imported = await importSource({ engine }, engine, file, 'orders');
    await engine.run('drop table orders');
    const { ledger, problems, rows } = imported;
    expect(inspection).toMatchObject({ ledger, problems, rows, mapping: imported.table.mapping, kind: 'orders' });
    expect(inspection.preview.map(({ removedBy }) => removedBy)).toEqual([null, null, 'no-customer', 'cancellation']);
    expect(inspection.columns.find(({ name }) => name === 'CustomerID')).toMatchObject({ missing: 1, distinct: 2 });
  });

  it('is no failure where a role is missing, and keeps the roles that are there', async () => {
    const mapping = { roles: { customer: null, country: 'Country' } };
    const inspection = await inspectSource({ engine }, file, { mapping });
    expect(inspection).toMatchObject({ kind: 'orders', ledger: null, rows: 4 });
    expect(inspection.mapping.roles).toEqual({
      order: 'InvoiceNo',
      time: 'InvoiceDate',
      quantity: 'Quantity',
      unitPrice: 'UnitPrice',
      country: 'Country',
    });
    expect(inspection.problems).toContainEqual({
      severity: 'warning',
      code: 'mapping-incomplete',
      message: expect.stringContaining('no column plays customer'),
    });
    await expect(importSource({ engine }, engine, file, 'orders', { mapping })).rejects.toMatchObject({
      code: 'mapping-incomplete',
    });
    expect(await tables()).toEqual([]);
  });

  it('warns of headings without rows', async () => {
    const inspection = await inspectSource({ engine }, join(folder, 'headings.csv'));
    expect(inspection).toMatchObject({ ledger: null, rows: 0 });
    expect(inspection.problems.map(({ code }) => code)).toContain('no-rows');
    await expect(importSource({ engine }, engine, join(folder, 'headings.csv'), 'orders')).rejects.toMatchObject({
      code: 'no-rows',
    });
  });
});
