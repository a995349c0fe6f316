import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFormats } from '@clientele/charts';
import { type Client, createClient } from '@clientele/client';
import type { Dataset, Filters, SegmentationSummary } from '@clientele/contracts';
import type { Engine, Row } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '../support/browser.ts';
import { writeShop } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

const filtersTried = 10;
const cents = (value: unknown) => Math.round(Number(value) * 100) / 100;
const formats = createFormats({ locale: 'en-GB', currency: 'GBP' });

const cellsOf = (line: string): string[] =>
  (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '').replaceAll('"', ''));

/** Rows of a CSV whose cells hold no line breaks, by the names of its head. */
function readCsv(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  const names = cellsOf(head);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** One page, one figure of it, its menu's table: all numbers under some filters, held against SQL on the file as it was dropped. */
describe('the same numbers everywhere', () => {
  let folder: string;
  let served: Served;
  let client: Client;
  let engine: Engine;
  let dataset: Dataset;
  let segmentation: SegmentationSummary;
  let browser: Browser;
  let tried: Filters[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-numbers-'));
    const file = join(folder, 'orders.csv');
    await writeShop(file, { seed: 7 });
    served = await serve([file, '--no-sample']);
    client = createClient({ base: served.url });
    dataset = (await client.call('listDatasets'))[0] as Dataset;
    await client.call('updateDataset', { params: { datasetId: dataset.id }, body: { currency: 'GBP' } });
    segmentation = (
      await client.call('listSegmentations', { params: { datasetId: dataset.id } })
    )[0] as SegmentationSummary;

    engine = await openDuckdb();
    // Cleaning as the default rules have it, written apart from them.
    await engine.run(
      `create table lines as select "Order" as order_id, Customer as customer, Country as country, cast("Time" as timestamp) as time,
         cast(cast(Quantity as decimal(18, 6)) * cast("Unit price" as decimal(18, 6)) as decimal(18, 6)) as amount
       from read_csv($1, all_varchar = true)
       where Customer is not null and not regexp_matches("Order", '^C[0-9]')
         and try_cast(Quantity as double) > 0 and try_cast("Unit price" as double) > 0 and try_cast("Time" as timestamp) is not null`,
      [file],
    );
    const members = readCsv(
      await (await client.file('downloadCustomers', { params: { segmentationId: segmentation.id } })).content.text(),
    );
    await writeFile(
      join(folder, 'members.json'),
      JSON.stringify(
        members.map((row) => ({ customer: row.customer_id ?? row.id ?? row.customer, segment: Number(row.segment) })),
      ),
    );
    await engine.run('create table members as select * from read_json($1)', [join(folder, 'members.json')]);

    const names = dataset.countries.map(({ name }) => name);
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
    const arbitrary = fc.record(
      {
        dates: fc.tuple(day, day).map((pair) => pair.sort()),
        countries: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
        segments: fc.uniqueArray(fc.integer({ min: 0, max: segmentation.k - 1 }), { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    tried = fc.sample(arbitrary, { numRuns: filtersTried, seed: 20261121 }).map(({ dates, ...rest }) => ({
      ...rest,
      ...(dates && { from: dates[0] as string, to: dates[1] as string }),
    }));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await engine?.close();
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  function under({ from, to, countries, segments }: Filters): string {
    const conditions = ['true'];
    if (from !== undefined) conditions.push(`time >= '${from}'`);
    if (to !== undefined) conditions.push(`time < cast('${to}' as date) + 1`);
    if (countries !== undefined) conditions.push(`country in (${countries.map(quoted).join(', ')})`);
    if (segments !== undefined)
      conditions.push(`customer in (select customer from members where segment in (${segments.join(', ')}))`);
    return `(select * from lines where ${conditions.join(' and ')})`;
  }
  const sql = async (text: string): Promise<Row[]> => engine.rows(text);

  it('reads the file as SQL written apart does', async () => {
    const [row] = await sql(
      'select count(*) as n, sum(amount) as revenue, count(distinct customer) as customers from lines',
    );
    expect([row?.n, cents(row?.revenue), row?.customers]).toEqual([
      dataset.kept,
      cents(dataset.revenue),
      dataset.customers,
    ]);
  });

  it('agrees to the cent in views, figures, CSV and the report under ten filters', async () => {
    for (const filters of tried) {
      const [row] = await sql(
        `select count(*) as n, coalesce(sum(amount), 0) as revenue, count(distinct customer) as customers, count(distinct order_id) as orders
         from ${under(filters)}`,
      );
      const label = JSON.stringify(filters);
      const query = { ...filters, segmentation: segmentation.id };
      const params = { datasetId: dataset.id };
      if (row?.n === 0) {
        await expect(
          client.call('views', { params, query: { ...query, names: ['kpis'] } }),
          label,
        ).rejects.toMatchObject({
          code: 'nothing-kept',
        });
        continue;
      }
      const { views } = await client.call('views', {
        params,
        query: { ...query, names: ['kpis', 'months', 'countries', 'segmentTotals'] },
      });
      const { kpis, months = [], countries = [], segmentTotals = [] } = views;
      expect([kpis?.customers, kpis?.orders, cents(kpis?.revenue)], label).toEqual([
        row?.customers,
        row?.orders,
        cents(row?.revenue),
      ]);

      const byMonth = await sql(
        `select strftime(time, '%Y-%m') as month, sum(amount) as revenue from ${under(filters)} group by 1 order by 1`,
      );
      expect(
        months.filter(({ revenue }) => revenue !== 0).map(({ month, revenue }) => [month, cents(revenue)]),
        label,
      ).toEqual(byMonth.map(({ month, revenue }) => [month, cents(revenue)]));

      const figure = async (name: string) =>
        readCsv(
          await (
            await client.file('figure', { params: { ...params, figure: name }, query: { ...query, format: 'csv' } })
          ).content.text(),
        );
      const inCsv = await figure('countries');
      expect(
        inCsv.map((each) => [each.Country, cents(each['Revenue, £'])]),
        label,
      ).toEqual(countries.map(({ name, revenue }) => [name, cents(revenue)]));
      expect(cents(inCsv.reduce((sum, each) => sum + Number(each['Revenue, £']), 0)), label).toBe(cents(row?.revenue));

      const customers = readCsv(
        await (
          await client.file('downloadCustomers', { params: { segmentationId: segmentation.id }, query: filters })
        ).content.text(),
      );
      const revenueColumn = Object.keys(customers[0] ?? {}).find((name) => /monetary/i.test(name)) ?? '';
      expect(customers.length, label).toBe(row?.customers);
      expect(cents(customers.reduce((sum, each) => sum + Number(each[revenueColumn]), 0)), label).toBe(
        cents(row?.revenue),
      );
      expect(cents(segmentTotals.reduce((sum, each) => sum + each.revenue, 0)), label).toBe(cents(row?.revenue));

      const report = await (
        await client.file('downloadReport', {
          params,
          query: { ...query, format: 'html', figures: ['countries'], pages: 'false' },
        })
      ).content.text();
      for (const shown of [formats.moneyShort(Number(row?.revenue)), formats.count(Number(row?.customers))])
        expect(report, label).toContain(`>${shown}<`);
    }
  });

  it('shows them on the screen, and keeps them through back and forward', async () => {
    const { page, context, complaints } = await openPage(browser);
    const filters = tried.find(({ countries, from }) => countries !== undefined && from === undefined) ?? {};
    const address = `${served.url}/overview?dataset=${dataset.id}&countries=${encodeURIComponent(JSON.stringify(filters.countries))}`;
    const tile = (text: string) => page.getByText(text, { exact: true }).first();
    const [all] = await sql('select sum(amount) as revenue from lines');
    const [some] = await sql(`select sum(amount) as revenue from ${under({ countries: filters.countries })}`);
    await page.goto(`${served.url}/overview?dataset=${dataset.id}`);
    await tile(formats.moneyShort(Number(all?.revenue))).waitFor();
    await page.goto(address);
    await tile(formats.moneyShort(Number(some?.revenue))).waitFor();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await tile(formats.moneyShort(Number(all?.revenue))).waitFor();
    await page.goBack();
    await tile(formats.moneyShort(Number(some?.revenue))).waitFor();
    await page.goForward();
    await tile(formats.moneyShort(Number(all?.revenue))).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
