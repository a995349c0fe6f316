import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realData, Workshop } from './test-support.ts';

const data = realData();
if (data === null) console.info('The real data are not here: set CLIENTELE_DATA to test with them.');

describe.skipIf(data === null)('real files', () => {
  const folder = data ?? '';
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await Workshop.create(await openDuckdb());
  });
  afterAll(() => workshop.close());

  // Rows and columns as the publishers of the files state them.
  it.each([
    ['online_retail.csv.gz', 541_909, 8, { encoding: 'utf-8', delimiter: ',', compression: 'gzip' }],
    ['online_retail_cp1252_us_dates.csv.gz', 541_909, 8, { encoding: 'windows-1252', delimiter: ',' }],
    ['online_retail_II_partial_34k.xlsx', 34_766, 8, { format: 'excel' }],
    ['Mall_Customers.csv', 200, 5, { hasHeader: true }],
    ['customer_segmentation_data.csv', 1000, 9, { hasHeader: true }],
    ['wholesale_customers.csv', 440, 8, { hasHeader: true }],
    ['marketing_campaign.csv', 2240, 29, { delimiter: ';', encoding: 'utf-8' }],
    ['cdnow_sample.txt', 6919, 5, { format: 'fixed-space', hasHeader: false }],
    ['rfm_data_orders.csv', 4906, 6, { hasHeader: true }],
    ['shopify_orders_sample.csv', 249, 9, { hasHeader: true }],
  ])('%s', async (name, rows, columns, info) => {
    const source = await workshop.openPath(join(folder, name));
    expect(source.info).toMatchObject(info);
    expect(source.columns.length).toBe(columns);
    const { sql, values } = source.relation();
    expect(await workshop.engine.rows(`select count(*) as rows from ${sql}`, values)).toEqual([{ rows }]);
    const first = await workshop.engine.rows(`select * from ${sql} limit 2000`, values);
    expect(first.map((row) => Object.values(row))).toEqual(source.sample);
    expect([source.problems, await source.rejected(workshop.engine)]).toEqual([[], []]);
  });

  it('the pound sign at line 38,250 of the Windows-1252 file', async () => {
    const source = await workshop.openPath(join(folder, 'online_retail_cp1252_us_dates.csv.gz'));
    const { sql, values } = source.relation([2]);
    const found = await workshop.engine.rows(`select distinct c2 from ${sql} where c2 like '%Voucher £40%'`, values);
    expect(found).toEqual([{ c2: 'Dotcomgiftshop Gift Voucher £40.00' }]);
  });

  it('the headings of shop systems', async () => {
    const names = (await readdir(join(folder, 'export_headers'))).filter((name) => name.endsWith('.csv'));
    for (const name of names) {
      const source = await workshop.openPath(join(folder, 'export_headers', name));
      expect(source.columns.length).toBeGreaterThan(9);
      expect([source.info.hasHeader, source.sample]).toEqual([true, []]);
      expect(source.columns.filter((column) => /^column_\d+$/.test(column))).toEqual([]);
    }
  });
});
