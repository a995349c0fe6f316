import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  CustomerDetail,
  CustomerPage,
  Dataset,
  Job,
  Recipe,
  Segmentation,
  ViewsAnswer,
} from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { customerTableOf, orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const shop = simulateShop({ customers: 300, days: 300 });
const known = customerTableOf(shop, { listed: 0.9, strangers: 12 });
const mixed = { features: ['recency', 'Age', 'Channel'], method: 'kprototypes', k: 3, starts: 3 };

let folder: string;
let server: TestServer;
let orders: Dataset;
let people: Dataset;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-join-'));
  server = await startTestServer({ dataDir: folder });
  orders = await imported('shop.csv', [...orderLinesCsv(shop)].join(''));
  people = await imported('people.csv', [...known.csv()].join(''));
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function imported(name: string, text: string): Promise<Dataset> {
  const uploadId = await server.upload(name, text);
  return server.result<Dataset>(await server.call<Job>('importDataset', { body: { uploadId } }));
}
const params = () => ({ datasetId: orders.id });
const patch = (from: string | null) =>
  server.call<Dataset>('updateDataset', { params: params(), body: { join: from } });
async function segmented(recipe: object, name: string): Promise<Segmentation> {
  const job = await server.call<Job>('segment', { params: params(), body: { recipe, name } });
  return server.result<Segmentation>(job);
}
const views = (query: object) => server.call<ViewsAnswer>('views', { params: params(), query: { ...query } });
const offered = async () =>
  (await server.call<Dataset>('getDataset', { params: params() })).features.map(({ id }) => id);
/** Sums of floats differ in their last digit with the order of the engine's threads. */
const rounded = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (_, value) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value));

describe('a table of customers joined to orders', () => {
  it('says what matched, and its columns are features everywhere', async () => {
    const bare = await segmented({ k: 3, starts: 3 }, 'Bare');
    const before = await views({ names: ['numbers'] });
    const joined = await patch(people.id);
    expect(joined.join).toMatchObject({
      datasetId: people.id,
      name: 'people',
      matched: known.listed,
      without: 300 - known.listed,
      unused: 12,
      repeated: 0,
      columns: ['Age', 'Annual income', 'Channel', 'Newsletter'],
      problems: [],
    });
    expect(joined.features.filter(({ suggested }) => suggested).map(({ id }) => id)).toEqual([
      'recency',
      'frequency',
      'monetary',
    ]);
    expect(joined.features.find(({ id }) => id === 'Channel')?.values).toHaveLength(4);
    const after = await views({ names: ['numbers', 'correlations', 'categories'], features: ['Age', 'monetary'] });
    expect(JSON.stringify(after.views.numbers)).toContain('"Age"');
    expect(JSON.stringify(before.views.numbers)).not.toContain('"Age"');

    const query = { sort: 'Age', descending: 'true', features: ['Age', 'Channel', 'frequency'], limit: 3 };
    const page = await server.call<CustomerPage>('listCustomers', { params: params(), query });
    const oldest = known.rows.slice(0, known.listed).reduce((age, row) => Math.max(age, row.age), 0);
    expect(page.rows[0]?.features.Age).toBe(oldest);

    // Not made by attributes, it is shown with those of today.
    const shown = await views({ names: ['segmentCategories'], segmentation: bare.id });
    expect(JSON.stringify(shown.views.segmentCategories)).toContain('Newsletter');
    const again = await segmented({ k: 3, starts: 3 }, 'Bare again');
    expect(again.document).toEqual(bare.document);
  });

  it('segments by an attribute and a category, and its segments outlive the join and the table', async () => {
    const made = await segmented(mixed, 'Mixed');
    const { recipe, warnings } = made.document;
    expect((recipe as Recipe).data.attributes).toMatchObject({ name: 'people.csv', mapping: { kind: 'customers' } });
    expect(warnings.map(({ code }) => code)).toContain('missing-filled');
    const asked = { params: { segmentationId: made.id } };
    const csv = (await server.ask('downloadCustomers', asked)).text;
    const { id } = known.rows[0]!;
    const detail = (segmentation: string) =>
      server.call<CustomerDetail>('getCustomer', {
        params: { ...params(), customerId: id },
        query: { segmentation },
      });
    const own = await detail(made.id);
    expect(own.features).toMatchObject({ Age: known.rows[0]!.age, Channel: known.rows[0]!.channel });
    const profile = { names: ['segmentStatistics', 'points'], segmentation: made.id, features: ['Age', 'recency'] };
    const before = await views(profile);

    await server.call('deleteDataset', { params: { datasetId: people.id } });
    expect(await offered()).toContain('Age');
    const ruled = { ...orders.rules, duplicate: true };
    const changed = await server.call<Dataset>('updateDataset', { params: params(), body: { rules: ruled } });
    expect(changed.join).toMatchObject({ name: 'people', matched: known.listed });
    await server.call<Dataset>('updateDataset', { params: params(), body: { rules: orders.rules } });

    const bare = await patch(null);
    expect(bare).toEqual({ ...orders, features: orders.features });
    expect(Object.hasOwn(bare, 'join')).toBe(false);
    expect((await server.ask('downloadCustomers', asked)).text).toBe(csv);
    expect(rounded(await views(profile))).toEqual(rounded(before));
    expect((await detail(made.id)).prediction).toEqual(own.prediction);
    const values = { recency: 10, Age: 60, Channel: 'Friends' };
    const predicted = await server.ask('predict', { ...asked, body: { rows: [values] } });
    expect(predicted.status, predicted.text).toBe(200);
    const gone = await server.call<Job>('segment', { params: params(), body: { recipe: mixed } });
    expect((await server.finished(gone)).error).toMatchObject({ code: 'feature-unknown' });
  });

  it('refuses what cannot be joined, and changes nothing then', async () => {
    const strangers = await imported('others.csv', 'Customer ID,Age\nX1,30\nX2,40\nX3,51\nX4,62\n');
    const refused = (from: string) => server.ask('updateDataset', { params: params(), body: { join: from } });
    const nothing = await refused(strangers.id);
    expect(nothing.status).toBe(422);
    expect(nothing.text).toMatch(/None of the 300 customers with orders is in others.csv: .*10001.*X1/);
    expect((await refused(orders.id)).status).toBe(400);
    expect((await refused('nowhere')).status).toBe(404);
    expect(await offered()).not.toContain('Age');
  });

  it('keeps copies of attributes only as long as something is shown with them', async () => {
    const again = await imported('people.csv', [...known.csv()].join(''));
    await patch(again.id);
    await segmented(mixed, 'Kept');
    await patch(again.id);
    const copies = async () => {
      await server.close();
      const engine = await openDuckdb({ path: join(folder, 'clientele.duckdb') });
      const rows = await engine.rows(
        "select table_name from information_schema.tables where starts_with(table_name, 'attr')",
      );
      await engine.close();
      server = await startTestServer({ dataDir: folder });
      return rows.length;
    };
    // One for each segmentation by attributes, and today's.
    expect(await copies()).toBe(3);
    await patch(null);
    const list = await server.call<{ id: string; name: string }[]>('listSegmentations', { params: params() });
    const kept = list.find(({ name }) => name === 'Kept');
    await server.call('deleteSegmentation', { params: { segmentationId: kept?.id ?? '' } });
    expect(await copies()).toBe(1);
    await server.call('deleteDataset', { params: params() });
    expect(await copies()).toBe(0);
  });
});
