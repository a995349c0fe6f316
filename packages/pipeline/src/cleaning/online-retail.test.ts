import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultRules, type Ledger } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeMapping } from '../recognition/complete-mapping.ts';
import { recognise } from '../recognition/recognise.ts';
import { openSource } from '../sources/open-source.ts';
import { dataProblems } from './data-problems.ts';
import { ledger } from './ledger.ts';
import { settleCurrency } from './settle-currency.ts';
import { stage } from './stage.ts';

const folders = [process.env.CLIENTELE_DATA, join(import.meta.dirname, '../../../../../shared/data')];
const file = (name: string) =>
  folders.map((folder) => join(folder ?? '', name)).find((path) => path !== name && existsSync(path));

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

async function read(path: string) {
  const source = await openSource(path, { workDir: engine.workDir, engine });
  const { mapping, problems } = recognise(source);
  const result = await engine.transaction((session) => stage(session, source, completeMapping(source, mapping), 't'));
  await source.close();
  return { result, problems };
}

const after = (account: Ledger, rule: string) => account.entries.find((entry) => entry.rule === rule)?.left;

/** UCI Online Retail (Chen 2015, CC BY 4.0): the waterfall published for it many times. */
describe('the ledger of Online Retail', () => {
  it.each(['online_retail.csv.gz', 'online_retail_cp1252_us_dates.csv.gz'])(
    'closes to the row and the cent: %s',
    async (name) => {
      const path = file(name);
      if (path === undefined) return console.log(`skipped: ${name} is not there (set CLIENTELE_DATA)`);
      const { result } = await read(path);
      const account = await ledger(engine, { ...result, rules: defaultRules });
      expect(account.read).toEqual({ rows: 541_909, customers: 4_372, orders: 25_900, revenue: 9_747_747.934 });
      expect(after(account, 'no-customer')).toMatchObject({ rows: 406_829, customers: 4_372, revenue: 8_300_065.814 });
      expect(after(account, 'cancellation')).toEqual({
        rows: 397_924,
        customers: 4_339,
        orders: 18_536,
        revenue: 8_911_407.904,
      });
      expect(account.kept).toEqual({ rows: 397_884, customers: 4_338, orders: 18_532, revenue: 8_911_407.904 });
      const strict = await ledger(engine, { ...result, rules: { ...defaultRules, duplicate: true } });
      expect(strict.kept).toMatchObject({ rows: 392_692, customers: 4_338, orders: 18_532, revenue: 8_887_208.894 });
      const [ends] = await engine.rows(
        'SELECT min(time) AS first, max(time) AS last, arg_min(order_id, rowid) AS id FROM t',
      );
      expect(ends).toEqual({ first: '2010-12-01T08:26:00', last: '2011-12-09T12:50:00', id: '536365' });
      const said = (await dataProblems(engine, { ...result, rules: defaultRules })).map((problem) => problem.message);
      expect(said.join(' ')).toContain('customer 16446 (GBP 168,470), 12346 (GBP 77,184)');
    },
    60_000,
  );
});

/** UCI Online Retail II (Chen 2019, CC BY 4.0), lines of other countries: it begins with Belgium, France has most. */
it('names the country with most lines of the whole workbook, not of its first rows', async () => {
  const path = file('online_retail_II_partial_34k.xlsx');
  if (path === undefined) return console.log('skipped: online_retail_II_partial_34k.xlsx is not there');
  const { result } = await read(path);
  const { table, problems } = await settleCurrency(engine, { ...result, rules: defaultRules });
  expect(table.mapping.currency).toBe('EUR');
  expect(problems[0]?.message).toContain('the country with most lines is France');
}, 60_000);
