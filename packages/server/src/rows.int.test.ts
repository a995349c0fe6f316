import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { api, apiBase, type Dataset, type Job, type RowPage, type Segmentation } from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const shop = simulateShop({ customers: 200, days: 200 });

let server: TestServer;
let dataset: Dataset;
let segmentation: Segmentation;
beforeAll(async () => {
  server = await startTestServer();
  const uploadId = await server.upload('shop.csv', [...orderLinesCsv(shop)].join(''));
  dataset = await server.result<Dataset>(await server.call<Job>('importDataset', { body: { uploadId } }));
  const body = { recipe: { k: 3, starts: 3 }, name: 'Three' };
  const job = await server.call<Job>('segment', { params: { datasetId: dataset.id }, body });
  segmentation = await server.result<Segmentation>(job);
}, 60_000);
afterAll(() => server.close());

const rows = (query: Record<string, unknown>) =>
  server.call<RowPage>('listRows', { params: { datasetId: dataset.id }, query });

it('lists the rows kept, with their segments, page by page', async () => {
  const page = api.listRows.answer?.parse(await rows({ segmentation: segmentation.id, limit: 1000 }));
  expect(page?.total).toBe(dataset.kept);
  expect(page?.columns.at(-1)?.id).toBe('segment');
  const names = new Set(segmentation.document.segments.map(({ name }) => name));
  expect(page?.rows.every((row) => row.at(-1) === null || names.has(String(row.at(-1))))).toBe(true);
  const second = await rows({ segmentation: segmentation.id, offset: 500, limit: 3 });
  expect(second.rows).toEqual(page?.rows.slice(500, 503));
});

it('searches, asks conditions and sorts', async () => {
  const where = [{ column: 'amount', test: 'least', value: '20' }];
  const page = await rows({ search: 'UNITED', where, sort: 'amount', descending: 'true', limit: 5 });
  const at = page.columns.findIndex(({ id }) => id === 'amount');
  const amounts = page.rows.map((row) => Number(row[at]));
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  expect(page.total).toBeLessThan(dataset.kept);
  const asked = { params: { datasetId: dataset.id } };
  expect((await server.ask('listRows', { ...asked, query: { sort: 'colour' } })).status).toBe(422);
  expect((await server.ask('listRows', { ...asked, query: { where: [{ column: 'amount' }] } })).status).toBe(400);
});

it('sends the customers as Parquet, the same as the CSV, and leaves no file behind', async () => {
  const asked = { params: { segmentationId: segmentation.id }, query: { segments: [0, 1] } };
  const csv = (await server.ask('downloadCustomers', asked)).text;
  const before = await readdir(join(server.folder, 'work'));
  const address = `${apiBase}/segmentations/${segmentation.id}/customers.parquet?segments=[0,1]`;
  const answer = await fetch(`${server.url}${address}`);
  expect(answer.headers.get('content-type')).toBe('application/vnd.apache.parquet');
  expect(answer.headers.get('content-disposition')).toContain('three-customers.parquet');
  const path = join(server.folder, 'read.parquet');
  await writeFile(path, new Uint8Array(await answer.arrayBuffer()));
  const engine = await openDuckdb();
  const read = await engine.rows('select * from read_parquet($1)', [path]);
  await engine.close();
  const lines = csv.trimEnd().split('\r\n');
  expect([Object.keys(read[0] ?? {}).join(','), read.length]).toEqual([lines[0], lines.length - 1]);
  expect(read.map(({ customer, monetary }) => `${customer} ${monetary}`)).toEqual(
    lines.slice(1).map((line) => {
      const header = lines[0]?.split(',').indexOf('monetary') ?? 0;
      return `${line.split(',')[0]} ${line.split(',')[header]}`;
    }),
  );
  expect(await readdir(join(server.folder, 'work'))).toEqual(before);
  const none = { ...asked, query: { countries: ['Atlantis'] } };
  expect((await server.ask('downloadCustomersParquet', none)).status).toBe(422);
  expect(await readdir(join(server.folder, 'work'))).toEqual(before);
});
