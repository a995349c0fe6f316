import type {
  Dataset,
  Job,
  Projection,
  Segmentation,
  Selection,
  SimilarCustomer,
  ViewsAnswer,
} from '@clientele/contracts';
import { projectionSchema } from '@clientele/contracts';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const csv = [...orderLinesCsv(simulateShop({ customers: 300, days: 365 }))].join('');

let server: TestServer;
let dataset: Dataset;
let segmentation: Segmentation;

beforeAll(async () => {
  server = await startTestServer();
  const uploadId = await server.upload('shop.csv', csv);
  dataset = await server.result<Dataset>(await server.call<Job>('importDataset', { body: { uploadId } }));
  const job = await server.call<Job>('segment', {
    params: { datasetId: dataset.id },
    body: { recipe: { k: 3, starts: 2 }, name: 'Three' },
  });
  segmentation = await server.result<Segmentation>(job);
}, 60_000);
afterAll(() => server.close());

const params = () => ({ segmentationId: segmentation.id });
const umap = { neighbours: 10, minDistance: 0.2, seed: 3 };
const draw = async (body: object) =>
  projectionSchema.parse(await server.result<Projection>(await server.call<Job>('umap', { params: params(), body })));
const plane = async (query: Record<string, unknown> = {}) => {
  const answer = await server.call<ViewsAnswer>('views', {
    params: { datasetId: dataset.id },
    query: { segmentation: segmentation.id, names: ['segmentProjection'], points: 20_000, ...query },
  });
  return answer.views.segmentProjection!;
};
const around = ([left, right]: [number, number], [bottom, top]: [number, number]): [number, number][] => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
];
const everywhere = around([-1e6, 1e6], [-1e6, 1e6]);

describe('a lasso on the map', () => {
  it('selects who stands inside, under the filters', async () => {
    const { x, y, points } = await plane();
    const polygon = around([-0.5, 2], [-1, 0.7]);
    const inside = points.ids.filter((_, i) => x[i]! >= -0.5 && x[i]! <= 2 && y[i]! >= -1 && y[i]! <= 0.7);
    expect(inside.length).toBeGreaterThan(5);
    const body = { map: { kind: 'pca' }, polygon };
    const found = await server.call<Selection>('selectCustomers', { params: params(), body });
    expect(found.customers).toBe(inside.length);
    expect(found.bySegment.reduce((sum, { customers }) => sum + customers, 0)).toBe(inside.length);
    expect(found.medians.map(({ feature }) => feature)).toEqual(segmentation.document.recipe.features);
    const own = inside.filter((id) => points.segments[points.ids.indexOf(id)] === 0);
    const query = { segments: [0] };
    const ofFirst = await server.call<Selection>('selectCustomers', { params: params(), query, body });
    expect(ofFirst.customers).toBe(own.length);

    const file = await server.ask('downloadSelection', { params: params(), query, body });
    expect(file.type).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="three-selected-customers.csv"');
    const lines = file.text.trim().split('\r\n');
    expect(lines[0]).toBe(
      'customer,country,recency,frequency,monetary,segment,segment_name,segment_confidence,segment_stability',
    );
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(own.sort());
  });

  it('finds everybody on a map by UMAP, and says where there is none', async () => {
    const body = { map: { kind: 'umap', ...umap }, polygon: everywhere };
    const early = await server.ask('selectCustomers', { params: params(), body });
    expect(early.json).toMatchObject({ status: 404, code: 'not-found' });
    const drawn = await draw(umap);
    expect(drawn).toMatchObject({ kind: 'umap', z: [], density: null });
    expect(drawn.points).toMatchObject({ shown: segmentation.document.customers });
    expect((await server.call<Selection>('selectCustomers', { params: params(), body })).customers).toBe(
      segmentation.document.customers,
    );
    const middle = drawn.x.toSorted((a, b) => a - b)[Math.floor(drawn.x.length / 2)]!;
    const half = { ...body, polygon: around([middle, 1e6], [-1e6, 1e6]) };
    const found = await server.call<Selection>('selectCustomers', { params: params(), body: half });
    expect(found.customers).toBe(drawn.x.filter((x) => x >= middle).length);
    expect(await draw(umap)).toEqual(drawn);

    const space = await draw({ ...umap, dimensions: 3 });
    expect(space.z).toHaveLength(segmentation.document.customers);
    expect(space.density).toBeNull();
    const deep = { ...body, map: { ...body.map, dimensions: 3 } };
    const refused = await server.ask('selectCustomers', { params: params(), body: deep });
    expect(refused.json).toMatchObject({ status: 400, code: 'usage' });
  });

  it('says what leaves nothing', async () => {
    const body = { map: { kind: 'pca' }, polygon: everywhere };
    const query = { countries: ["Atlantis'); --"] };
    for (const name of ['selectCustomers', 'downloadSelection'] as const)
      expect((await server.ask(name, { params: params(), query, body })).json).toMatchObject({ code: 'nothing-kept' });
    const two = { ...body, polygon: everywhere.slice(0, 2) };
    expect((await server.ask('selectCustomers', { params: params(), body: two })).status).toBe(400);
  });
});

describe('similar customers', () => {
  it('are the nearest in the features of the recipe', async () => {
    const { points } = await plane();
    const id = points.ids[17]!;
    const similar = await server.call<SimilarCustomer[]>('similarCustomers', {
      params: { ...params(), customerId: id },
      query: { limit: 5 },
    });
    expect(similar).toHaveLength(5);
    expect(similar.map((one) => one.id)).not.toContain(id);
    expect(similar.map((one) => one.distance)).toEqual(similar.map((one) => one.distance).sort((a, b) => a - b));
    for (const one of similar) {
      const at = points.ids.indexOf(one.id);
      expect(one.segment).toBe(points.segments[at]);
      expect(one.features.monetary).toBe(points.features.monetary![at]);
    }
    const nobody = await server.ask('similarCustomers', { params: { ...params(), customerId: "x' or 1=1 --" } });
    expect(nobody.json).toMatchObject({ status: 404, code: 'not-found' });
  });
});
