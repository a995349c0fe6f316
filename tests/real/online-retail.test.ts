import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChooseKAnswer, SegmentAnswer } from '../support/answers.ts';
import { dataFile, dataFolder } from '../support/real-data.ts';
import { runJson } from '../support/run-command.ts';

const recipe = ['--transform', 'log', '--scale', 'standard', '--k', '4'];

// UCI Online Retail, CC BY 4.0; figures worked out with pandas and scikit-learn.
function expectOnlineRetail({ dataset, segmentation }: SegmentAnswer): void {
  expect(dataset).toMatchObject({ kind: 'orders', rows: 541909, kept: 397884, customers: 4338, orders: 18532 });
  expect(dataset.revenue).toBeCloseTo(8911407.904, 6);
  expect(segmentation.inertia).toBeLessThanOrEqual(3937.954);
  expect(Math.abs(segmentation.silhouette - 0.3359)).toBeLessThanOrEqual(0.0005);
  expect(segmentation.daviesBouldin).toBeCloseTo(1.01388, 3);
  expect(segmentation.calinskiHarabasz).toBeCloseTo(3329.6, 0);
  expect(segmentation.segments.map((segment) => segment.size).reduce((sum, size) => sum + size, 0)).toBe(4338);
}

describe.skipIf(dataFolder === null)('Online Retail', () => {
  let folder: string;
  let plain: string;
  let first: SegmentAnswer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-real-'));
    plain = join(folder, 'online_retail.csv');
    await pipeline(createReadStream(dataFile('online_retail.csv.gz')), createGunzip(), createWriteStream(plain));
    first = await runJson<SegmentAnswer>(['segment', dataFile('online_retail.csv.gz'), ...recipe]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives the published numbers from the gzipped CSV', () => {
    expectOnlineRetail(first);
    expect(first.dataset.from).toMatch(/^2010-12-01[T ]08:26/);
    expect(first.dataset.to).toMatch(/^2011-12-09[T ]12:50/);
  });

  it('closes the ledger to the row and the cent', () => {
    const { ledger, rows, kept, revenue } = first.dataset;
    const sum = (key: 'rows' | 'revenue') => ledger.reduce((total, entry) => total + entry[key], 0);
    expect(kept + sum('rows')).toBe(rows);
    expect((revenue ?? 0) + sum('revenue')).toBeCloseTo(9747747.934, 4);
    const removed = new Map(ledger.map((entry) => [entry.rule, entry]));
    expect(removed.get('no-customer')?.rows).toBe(135080);
    expect(removed.get('cancellation')?.rows).toBe(8905);
    expect(removed.get('price')?.rows).toBe(40);
  });

  it('gives the same from Windows-1252 with US dates', async () => {
    const answer = await runJson<SegmentAnswer>([
      'segment',
      dataFile('online_retail_cp1252_us_dates.csv.gz'),
      ...recipe,
    ]);
    expectOnlineRetail(answer);
    expect(answer.receipt.data).toBe(first.receipt.data);
    expect(answer.segmentation).toEqual(first.segmentation);
  });

  it('gives the same from Parquet, JSON lines and semicolons with decimal commas', async () => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    await connection.run(
      `create table lines as select InvoiceNo, StockCode, Description, Quantity::int as Quantity,
       InvoiceDate::timestamp as InvoiceDate, UnitPrice::double as UnitPrice, CustomerID::int as CustomerID, Country
       from read_csv($1, all_varchar = true)`,
      [plain],
    );
    const copy = (name: string, select: string, how: string) =>
      connection.run(`copy (${select}) to '${join(folder, name).replaceAll("'", "''")}' (${how})`);
    await copy('lines.parquet', 'select * from lines', 'format parquet');
    await copy('lines.jsonl', 'select * from lines', 'format json');
    await copy(
      'lines.csv',
      `select * replace (replace(UnitPrice::varchar, '.', ',') as UnitPrice) from lines`,
      `format csv, delimiter ';', header`,
    );
    connection.closeSync();
    instance.closeSync();
    for (const name of ['lines.parquet', 'lines.jsonl', 'lines.csv']) {
      const answer = await runJson<SegmentAnswer>(['segment', join(folder, name), ...recipe]);
      expectOnlineRetail(answer);
      expect(answer.receipt.data, name).toBe(first.receipt.data);
    }
  });

  it('writes the same bytes twice', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    for (const out of [one, two]) await runJson(['segment', dataFile('online_retail.csv.gz'), ...recipe, '--out', out]);
    for (const name of ['segmentation.json', 'recipe.json', 'customers.csv'])
      expect((await readFile(join(one, name))).equals(await readFile(join(two, name))), name).toBe(true);
  });

  it('recommends four segments and says why', async () => {
    const answer = await runJson<ChooseKAnswer>([
      'choose-k',
      dataFile('online_retail.csv.gz'),
      '--transform',
      'log',
      '--scale',
      'standard',
      '--from-k',
      '2',
      '--to-k',
      '10',
    ]);
    const best = [6481.22365, 4867.75523, 3937.9533, 3295.81955, 2855.02479, 2548.8965];
    for (const [index, inertia] of best.entries())
      expect(answer.candidates[index]?.inertia).toBeLessThanOrEqual(inertia + 1e-4);
    expect(answer.recommended.k).toBe(4);
    expect(answer.recommended.why).toMatch(/silhouette/);
  });

  it('shows why matching cancellations matters', async () => {
    const answer = await runJson<SegmentAnswer>([
      'segment',
      dataFile('online_retail.csv.gz'),
      ...recipe,
      '--rule',
      'cancelled-later=on',
    ]);
    const revenue = answer.dataset.revenue ?? 0;
    // Two orders of 168,469.60 and 77,183.60 were cancelled the same day; with others of equal quantity still more goes.
    expect(8911407.904 - revenue).toBeGreaterThan(245653);
    expect(answer.dataset.customers).toBeLessThan(4338);
  });

  it('counts one country as it should', async () => {
    const { selection } = await runJson<SegmentAnswer>([
      'segment',
      dataFile('online_retail.csv.gz'),
      ...recipe,
      '--country',
      'United Kingdom',
    ]);
    expect(selection).toMatchObject({ rows: 354321, customers: 3920, orders: 16646 });
    expect(selection.revenue).toBeCloseTo(7308391.554, 6);
  });
});
