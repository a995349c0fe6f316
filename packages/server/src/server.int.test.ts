import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  api,
  type Comparison,
  type Dataset,
  datasetSchema,
  type Inspection,
  inspectionSchema,
  isSegmentView,
  type Job,
  type KChoice,
  type Projection,
  projectionSchema,
  type Segmentation,
  type ViewsAnswer,
  viewNames,
} from '@clientele/contracts';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const shop = simulateShop({ customers: 300, days: 365 });
const csv = [...orderLinesCsv(shop)].join('');

let server: TestServer;
let dataset: Dataset;
let segmentation: Segmentation;

async function importShop(name: string): Promise<Dataset> {
  const uploadId = await server.upload(name, csv);
  return server.result<Dataset>(await server.call<Job>('importDataset', { body: { uploadId } }));
}

beforeAll(async () => {
  server = await startTestServer();
  dataset = await importShop('shop.csv');
  const job = await server.call<Job>('segment', {
    params: { datasetId: dataset.id },
    body: { recipe: { k: 4, starts: 3 }, name: 'Four' },
  });
  segmentation = await server.result<Segmentation>(job);
}, 60_000);
afterAll(() => server.close());

const ofDataset = () => ({ datasetId: dataset.id });
const ofSegmentation = () => ({ segmentationId: segmentation.id });

describe('data', () => {
  it('inspects an upload', async () => {
    const uploadId = await server.upload('shop.csv', csv);
    const job = await server.call<Job>('inspectUpload', { params: { uploadId }, body: {} });
    const inspection = inspectionSchema.parse(await server.result<Inspection>(job));
    expect(inspection.kind).toBe('orders');
    expect(inspection.rows).toBe(shop.truth.lines);
    expect(inspection.mapping.roles.customer).toBe('Customer');
    expect(inspection.preview.length).toBeGreaterThan(0);
    expect(inspection.ledger?.kept.rows).toBe(shop.truth.kept.rows);
  });

  it('imports what the shop sold, to the row', async () => {
    expect(datasetSchema.parse(dataset)).toEqual(dataset);
    expect(dataset).toMatchObject({
      name: 'shop',
      kind: 'orders',
      rows: shop.truth.lines,
      kept: shop.truth.kept.rows,
      customers: shop.truth.kept.customers,
      sample: false,
    });
    expect(await server.call('getDataset', { params: ofDataset() })).toEqual(dataset);
  });

  it('keeps no file once it is imported', async () => {
    const files = await readdir(join(server.folder, 'uploads'));
    const own = await importShop('fourth.csv');
    expect(await readdir(join(server.folder, 'uploads'))).toEqual(files);
    await server.call('deleteDataset', { params: { datasetId: own.id } });
  });

  it('renames, sets the currency and switches rules, and the account follows', async () => {
    const own = await importShop('second.csv');
    const rules = { ...own.rules, 'no-customer': true, price: false, duplicate: true };
    const changed = await server.call<Dataset>('updateDataset', {
      params: { datasetId: own.id },
      body: { name: 'Second "shop"; drop table datasets', currency: 'EUR', rules },
    });
    expect(changed).toMatchObject({ name: 'Second "shop"; drop table datasets', currency: 'EUR', rules });
    expect(changed.ledger.entries.map(({ rule }) => rule)).not.toContain('price');
    const removed = changed.ledger.entries.reduce((sum, { rows }) => sum + rows, 0);
    expect(changed.ledger.kept.rows + removed).toBe(changed.rows);
    const back = await server.call<Dataset>('updateDataset', {
      params: { datasetId: own.id },
      body: { rules: own.rules },
    });
    expect(back.ledger).toEqual(own.ledger);
    await server.call('deleteDataset', { params: { datasetId: own.id } });
  });

  it('removes a dataset with its segmentations', async () => {
    const own = await importShop('third.csv');
    const job = await server.call<Job>('segment', { params: { datasetId: own.id }, body: { recipe: { k: 3 } } });
    const { id } = await server.result<Segmentation>(job);
    await server.call('deleteDataset', { params: { datasetId: own.id } });
    expect((await server.ask('getDataset', { params: { datasetId: own.id } })).status).toBe(404);
    expect((await server.ask('getSegmentation', { params: { segmentationId: id } })).status).toBe(404);
    expect((await server.call<Dataset[]>('listDatasets')).map((one) => one.id)).not.toContain(own.id);
  });

  it('imports the sample shop on request', async () => {
    const sample = await server.result<Dataset>(await server.call<Job>('importSample'));
    expect(sample).toMatchObject({ name: 'Harbour & Pine', sample: true, currency: 'GBP', customers: 3000 });
    expect((await server.call<Dataset[]>('listDatasets'))[0]?.id).toBe(sample.id);
  });
});

describe('views', () => {
  const viewsOf = async (query: Record<string, unknown>) =>
    server.call<ViewsAnswer>('views', { params: ofDataset(), query });

  it('answers any views in one batch, alone, filtered and with segments', async () => {
    const names = viewNames.filter((name) => !isSegmentView(name));
    const { asOf, views } = await viewsOf({ names });
    expect(views.kpis?.customers).toBe(dataset.customers);
    expect([Object.keys(views).length, asOf]).toEqual([names.length, segmentation.document.preparation.asOf]);
    expect(views.numbers?.length).toBeGreaterThan(2);
    const query = {
      segmentation: segmentation.id,
      segments: [0],
      from: dataset.from?.slice(0, 10),
      top: 3,
      points: 50,
    };
    const some = await viewsOf({ ...query, names: ['kpis', 'topCustomers'] });
    expect(some.views.kpis?.customers).toBe(segmentation.document.segments[0]?.size);
    expect([some.views.topCustomers?.length, Object.keys(some.views).length]).toEqual([3, 2]);
    expect((await viewsOf({ names: [] })).views).toEqual({});
  });

  it('answers again what it answered, and anew when the rules change', async () => {
    const names = ['kpis', 'points', 'months'];
    const first = await viewsOf({ names });
    const [again, fewer] = await Promise.all([viewsOf({ names }), viewsOf({ names: ['kpis'], top: 5 })]);
    expect(again).toEqual(first);
    expect(fewer.views.kpis).toEqual(first.views.kpis);
    const set = (rules: Dataset['rules']) =>
      server.call<Dataset>('updateDataset', { params: ofDataset(), body: { rules } });
    await set({ ...dataset.rules, 'no-customer': !dataset.rules['no-customer'] });
    const changed = await viewsOf({ names });
    expect(changed.views.kpis?.revenue).not.toBe(first.views.kpis?.revenue);
    await set(dataset.rules);
    expect((await viewsOf({ names })).views.kpis).toEqual(first.views.kpis);
  });

  it('lists customers and shows one', async () => {
    const page = api.listCustomers.answer?.parse(
      await server.call('listCustomers', {
        params: ofDataset(),
        query: { limit: 5, sort: 'monetary', descending: 'true', segmentation: segmentation.id },
      }),
    );
    expect(page).toMatchObject({ total: dataset.customers });
    const first = page?.rows[0];
    expect(first?.segment).not.toBeNull();
    const detail = await server.call<{ id: string; prediction: { segment: number } | null }>('getCustomer', {
      params: { ...ofDataset(), customerId: first?.id ?? '' },
      query: { segmentation: segmentation.id },
    });
    expect(detail.id).toBe(first?.id);
    expect(detail.prediction?.segment).toBe(first?.segment);
    expect((await server.ask('getCustomer', { params: { ...ofDataset(), customerId: "x' or 1=1 --" } })).status).toBe(
      404,
    );
  });

  it('answers the views of a segmentation, and only with one', async () => {
    const names = viewNames.filter(isSegmentView);
    const { views, asOf } = await viewsOf({ names, segmentation: segmentation.id, points: 40 });
    expect(Object.keys(views).sort()).toEqual([...names].sort());
    expect(asOf).toBe(segmentation.document.preparation.asOf);
    expect(views.segmentStatistics?.map(({ customers }) => customers)).toEqual([
      ...segmentation.document.segments.map(({ size }) => size),
      segmentation.document.customers,
    ]);
    const plane = views.segmentProjection;
    expect(plane?.x.length).toBe(plane?.points.ids.length);
    expect(plane).toMatchObject({ kind: 'pca', points: { total: segmentation.document.customers } });
    const nameless = await server.ask('views', { params: ofDataset(), query: { names: ['kpis', 'segmentBaskets'] } });
    expect(nameless.json).toMatchObject({ status: 400, code: 'usage' });
  });

  it('answers a projection and a list with any features that are asked for', async () => {
    const of = { names: ['segmentProjection'], segmentation: segmentation.id };
    const plane = async (query: Record<string, unknown>) =>
      (await viewsOf({ ...of, ...query })).views.segmentProjection!;
    const own = await plane({ points: 40 });
    expect(Object.keys(own.points.features)).toEqual(segmentation.document.recipe.features);
    const other = await plane({ points: 40, features: ['tenure', 'distinctProducts', 'recency', 'tenure'] });
    expect(Object.keys(other.points.features)).toEqual(['tenure', 'distinctProducts', 'recency']);
    expect([other.x, other.points.ids, other.points.segments, other.points.features.recency]).toEqual([
      own.x,
      own.points.ids,
      own.points.segments,
      own.points.features.recency,
    ]);
    expect((await plane({ points: 40, features: [] })).points).toEqual(own.points);

    const list = async (query: Record<string, unknown>) =>
      api.listCustomers.answer!.parse(await server.call('listCustomers', { params: ofDataset(), query }));
    const page = await list({ limit: 2, features: ['tenure', 'returnShare'], sort: 'monetary' });
    expect(Object.keys(page.rows[0]?.features ?? {})).toEqual(['tenure', 'returnShare', 'monetary']);
    expect(Object.keys((await list({ limit: 1 })).rows[0]?.features ?? {})).toEqual([
      'recency',
      'frequency',
      'monetary',
    ]);

    const unknown = { params: ofDataset(), query: { ...of, features: ["shoe size'; --"] } };
    expect((await server.ask('views', unknown)).json).toMatchObject({ status: 422, code: 'feature-unknown' });
    const noList = { params: ofDataset(), query: { features: 'tenure' } };
    expect((await server.ask('listCustomers', noList)).json).toMatchObject({ status: 400, code: 'usage' });
  });

  it('refuses segments of a segmentation that is not named, and nothing kept is said', async () => {
    const nameless = await server.ask('views', { params: ofDataset(), query: { names: ['kpis'], segments: [1] } });
    expect(nameless.json).toMatchObject({ status: 400, code: 'usage' });
    const atlantis = { names: ['months'], countries: ["Atlantis'); --"] };
    const nowhere = await server.ask('views', { params: ofDataset(), query: atlantis });
    expect(nowhere.json).toMatchObject({ status: 422, code: 'nothing-kept' });
  });
});

describe('segmentation', () => {
  it('compares k', async () => {
    const body = { fromK: 2, toK: 4, starts: 2 };
    const choice = await server.result<KChoice>(await server.call<Job>('chooseK', { params: ofDataset(), body }));
    expect(choice.candidates.map(({ k }) => k)).toEqual([2, 3, 4]);
    expect(choice.argument).toBeNull();
    const asked = { params: ofDataset(), query: { evidence: 'true' }, body };
    const argued = await server.result<KChoice>(await server.call<Job>('chooseK', asked));
    expect(argued.recommended).toEqual(choice.recommended);
    expect(argued.argument?.votes.map(({ measure }) => measure)).toContain('predictionStrength');
  });

  it('keeps a named run, and replaces a draft by the next', async () => {
    const run = async (k: number) => {
      const job = await server.call<Job>('segment', { params: ofDataset(), body: { recipe: { k, starts: 2 } } });
      return server.result<Segmentation>(job);
    };
    const first = await run(2);
    const second = await run(3);
    expect([first.draft, second.draft, segmentation.draft]).toEqual([true, true, false]);
    expect((await server.ask('getSegmentation', { params: { segmentationId: first.id } })).status).toBe(404);
    const listed = await server.call<Segmentation[]>('listSegmentations', { params: ofDataset() });
    expect(listed.map(({ id }) => id)).toEqual([second.id, segmentation.id]);
    const params = { segmentationId: second.id };
    const kept = await server.call<Segmentation>('updateSegmentation', { params, body: { keep: true, name: 'Three' } });
    expect(kept).toMatchObject({ draft: false, name: 'Three' });
    await server.call('deleteSegmentation', { params });
    expect((await server.ask('getSegmentation', { params })).status).toBe(404);
  });

  it('remembers edited names and refuses one used twice', async () => {
    const params = ofSegmentation();
    const hostile = `Robert'); drop table segmentations; --`;
    await server.call('updateSegmentation', { params, body: { segmentNames: { '1': hostile } } });
    const now = await server.call<Segmentation>('getSegmentation', { params });
    expect(now.document.segments[1]?.name).toBe(hostile);
    const twice = await server.ask('updateSegmentation', { params, body: { segmentNames: { '0': hostile } } });
    expect(twice.json).toMatchObject({ status: 400, code: 'usage' });
    const unknown = await server.ask('updateSegmentation', { params, body: { segmentNames: { '77': 'x' } } });
    expect(unknown.json).toMatchObject({ status: 400, code: 'usage' });
    const csvText = (await server.ask('downloadCustomers', { params })).text;
    expect(csvText).toContain('Robert');
  });

  it('scores customers', async () => {
    const rows = [{ recency: 3, frequency: 20, monetary: 5000 }, { recency: 300 }];
    const answer = await server.call<{ segment: number; confidence: number; notes: string[] }[]>('predict', {
      params: ofSegmentation(),
      body: { rows },
    });
    expect(answer.length).toBe(2);
    expect(answer[1]?.notes.length).toBeGreaterThan(0);
  });

  it('gives the files away', async () => {
    const params = ofSegmentation();
    const model = await server.ask('downloadModel', { params });
    expect(model.headers.get('content-disposition')).toBe('attachment; filename="four-segmentation.json"');
    expect(model.json).toMatchObject({ format: 'clientele/segmentation', receipt: segmentation.document.receipt });
    const recipe = await server.ask('downloadRecipe', { params });
    expect(recipe.json).toMatchObject({ k: 4, data: { name: 'shop.csv' } });
    const customers = await server.ask('downloadCustomers', { params, query: { segments: [0] } });
    expect(customers.type).toContain('text/csv');
    expect(customers.text.trim().split('\n').length).toBe(1 + (segmentation.document.segments[0]?.size ?? 0));
  });
});

describe('umap', () => {
  const umap = (segmentationId: string, body: object = {}) =>
    server.call<Job>('umap', { params: { segmentationId }, body });

  it('places every customer of a segmentation, each with its segment, and the same each time', async () => {
    const job = await umap(segmentation.id);
    expect(job.kind).toBe('umap');
    const found = projectionSchema.parse(await server.result<Projection>(job));
    const { customers, recipe, segments } = segmentation.document;
    expect(found).toMatchObject({
      kind: 'umap',
      ratio: [],
      loadings: [],
      points: { shown: customers, total: customers },
    });
    expect(found.x).toHaveLength(customers);
    expect(Object.keys(found.points.features)).toEqual(recipe.features);
    const sizes = segments.map(({ id }) => found.points.segments.filter((segment) => segment === id).length);
    expect(sizes).toEqual(segments.map(({ size }) => size));
    expect(await server.result<Projection>(await umap(segmentation.id))).toEqual(found);
    const other = await server.result<Projection>(await umap(segmentation.id, { neighbours: 200, minDistance: 0.5 }));
    expect(other.points).toEqual(found.points);
    expect(other.x).not.toEqual(found.x);
  });

  it('is cancelled', async () => {
    const job = await umap(segmentation.id, { neighbours: 200 });
    await server.call('cancelJob', { params: { jobId: job.id } });
    expect(await server.finished(job)).toMatchObject({
      state: 'cancelled',
      result: null,
      error: { code: 'cancelled' },
    });
  });

  it('refuses what is not there or out of range', async () => {
    const gone = await server.ask('umap', { params: { segmentationId: 'none' }, body: {} });
    expect(gone.json).toMatchObject({ status: 404, code: 'not-found' });
    const wrong = await server.ask('umap', { params: ofSegmentation(), body: { neighbours: 1 } });
    expect(wrong.json).toMatchObject({ status: 400, code: 'usage' });
  });
});

describe('comparison', () => {
  const run = async (datasetId: string, recipe: object, name: string) => {
    const job = await server.call<Job>('segment', { params: { datasetId }, body: { recipe, name } });
    return server.result<Segmentation>(job);
  };
  const compare = (first: string, second: string) =>
    server.call<Comparison>('compareSegmentations', { params: { segmentationId: first }, query: { with: second } });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it('lays two segmentations of a dataset beside each other', async () => {
    const rfm = await run(dataset.id, { method: 'rfm' }, 'Scores');
    const found = await compare(segmentation.id, rfm.id);
    expect(found).toMatchObject({
      first: { id: segmentation.id, name: 'Four', method: 'kmeans' },
      second: { id: rfm.id, name: 'Scores', method: 'rfm', segments: rfm.document.segments.map(({ name }) => name) },
      customers: dataset.customers,
      onlyFirst: 0,
      onlySecond: 0,
    });
    expect(found.table.map(sum)).toEqual([...segmentation.document.segments.map(({ size }) => size), 0]);
    const back = await compare(rfm.id, segmentation.id);
    expect(back.table).toEqual(found.table[0]?.map((_, j) => found.table.map((row) => row[j])));
    expect(back.adjustedRandIndex).toBeCloseTo(found.adjustedRandIndex ?? Number.NaN, 12);
    expect(await compare(rfm.id, rfm.id)).toMatchObject({ adjustedRandIndex: 1, matched: 1 });
  });

  it('counts those in no segment, and leaves out those that one run did not see', async () => {
    const dense = await run(dataset.id, { method: 'dbscan', eps: 0.3, minSamples: 8 }, 'Dense');
    const none = dense.document.unassigned?.size ?? 0;
    expect(none).toBeGreaterThan(0);
    const found = await compare(segmentation.id, dense.id);
    expect(found).toMatchObject({ customers: dataset.customers, onlyFirst: 0, onlySecond: 0 });
    expect(sum(found.table.map((row) => row.at(-1) ?? 0))).toBe(none);
    const query = { names: ['segmentProjection'], segmentation: dense.id };
    const { views } = await server.call<ViewsAnswer>('views', { params: ofDataset(), query });
    expect(views.segmentProjection?.points.segments.filter((segment) => segment === -1)).toHaveLength(none);

    const filters = { to: dataset.to?.slice(0, 4).concat('-06-30') };
    const early = await run(dataset.id, { k: 2, filters }, 'Early');
    expect(early.document.customers).toBeLessThan(dataset.customers ?? 0);
    expect(await compare(early.id, segmentation.id)).toMatchObject({
      customers: early.document.customers,
      onlyFirst: 0,
      onlySecond: segmentation.document.customers - early.document.customers,
    });
  });

  it('refuses what is not there, and another dataset', async () => {
    const ask = (first: string, second: string) =>
      server.ask('compareSegmentations', { params: { segmentationId: first }, query: { with: second } });
    for (const [first, second] of [
      ['none', segmentation.id],
      [segmentation.id, "none'; --"],
    ] as const)
      expect((await ask(first, second)).json).toMatchObject({ status: 404, code: 'not-found' });
    expect((await server.ask('compareSegmentations', { params: ofSegmentation() })).status).toBe(400);
    const own = await importShop('other.csv');
    const other = await run(own.id, { k: 3 }, 'Other');
    expect((await ask(segmentation.id, other.id)).json).toMatchObject({
      status: 400,
      code: 'usage',
      detail: expect.stringContaining('different datasets'),
    });
    await server.call('deleteDataset', { params: { datasetId: own.id } });
  });
});
