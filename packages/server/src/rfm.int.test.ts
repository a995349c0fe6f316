import type { Dataset, Job, RfmGrid, RfmPreset, RfmScheme, Segmentation } from '@clientele/contracts';
import { orderLinesCsv, simulateCustomers, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let dataset: Dataset;
let presets: RfmPreset[];

const imported = async (name: string, csv: string) =>
  server.result<Dataset>(
    await server.call<Job>('importDataset', { body: { uploadId: await server.upload(name, csv) } }),
  );

beforeAll(async () => {
  server = await startTestServer();
  dataset = await imported('shop.csv', [...orderLinesCsv(simulateShop({ customers: 300, days: 365 }))].join(''));
  presets = await server.call<RfmPreset[]>('rfmPresets');
}, 60_000);
afterAll(() => server.close());

const gridOf = (scheme: RfmScheme, more: object = {}) =>
  server.call<RfmGrid>('rfmGrid', { params: { datasetId: dataset.id }, body: { scheme, ...more } });
const schemeOf = (id: string) => presets.find((preset) => preset.id === id)!.scheme;

describe('the RFM studio', () => {
  it('offers published grids with what is wrong with them', () => {
    expect(presets.map(({ id, problems }) => [id, problems.length > 0])).toContainEqual(['r-rfm', true]);
    expect(presets[0]).toMatchObject({ id: 'clientele', problems: [] });
  });

  it('holds a scheme against the customers as a segmentation by it does', async () => {
    const scheme = schemeOf('pymc-marketing');
    const grid = await gridOf(scheme);
    expect(grid.codes.reduce((sum, { customers }) => sum + customers, 0)).toBe(grid.customers);
    expect(grid.unassigned).toBeGreaterThan(0);
    const job = await server.call<Job>('segment', {
      params: { datasetId: dataset.id },
      body: {
        recipe: { method: 'rfm', rfm: scheme, features: ['recency', 'frequency', 'monetary'] },
        name: 'PyMC',
      },
    });
    const { document } = await server.result<Segmentation>(job);
    expect(document.recipe.rfm).toEqual(scheme);
    expect(document.unassigned?.size).toBe(grid.unassigned);
    const sizes = grid.groups.filter(({ customers }) => customers > 0).map(({ name, customers }) => [name, customers]);
    expect(new Map(document.segments.map(({ name, size }) => [name, size]))).toEqual(
      new Map(sizes as [string, number][]),
    );
  });

  it('keeps to the filters, and says the same of what it remembers', async () => {
    const scheme = schemeOf('clientele');
    const whole = await gridOf(scheme);
    expect(whole.unassigned).toBe(0);
    expect(await gridOf(scheme)).toEqual(whole);
    const part = await gridOf(scheme, { filters: { from: `${dataset.to!.slice(0, 7)}-01` } });
    expect(part.customers).toBeLessThan(whole.customers);
    const weighted = await gridOf({ ...scheme, weights: { frequency: 1, monetary: 0 } });
    expect(weighted.cuts).toEqual(whole.cuts);
    expect(weighted.codes.every(({ f, fm }) => f === fm)).toBe(true);
    const fewer = await gridOf({ ...scheme, scores: 6, ties: 'values' });
    expect(fewer.cuts.recency).toHaveLength(5);
  });

  it('refuses schemes that contradict themselves, and customers without the features', async () => {
    const scheme = schemeOf('clientele');
    const refused = await server.ask('rfmGrid', {
      params: { datasetId: dataset.id },
      body: { scheme: { ...scheme, scores: 4 } },
    });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.json)).toContain('names a score above 4');
    const customers = await imported('people.csv', [...simulateCustomers({ rows: 50, seed: 1 }).csv()].join(''));
    const other = await server.ask('rfmGrid', { params: { datasetId: customers.id }, body: { scheme } });
    expect(other.status).toBe(422);
    expect(other.json).toMatchObject({ code: 'unsupported' });
    expect(JSON.stringify(other.json)).toContain('RFM scores need recency, frequency and monetary');
  });
});
