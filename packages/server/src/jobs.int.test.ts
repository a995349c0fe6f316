import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiBase, type Dataset, type Job, type SegmentationSummary } from '@clientele/contracts';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const small = [...orderLinesCsv(simulateShop({ customers: 100, days: 200 }))].join('');

describe('jobs', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  async function events(jobId: string): Promise<Job[]> {
    const { type, text } = await server.fetch(`${apiBase}/jobs/${jobId}/events`);
    expect(type).toContain('text/event-stream');
    const blocks = text.split('\n\n').filter((block) => block !== '');
    for (const block of blocks) expect(block.split('\n')[0]).toBe('event: job');
    return blocks.map((block) => JSON.parse(block.slice(block.indexOf('data:') + 5)) as Job);
  }

  it('tells its state at once, several times a second, and its end last', async () => {
    const uploadId = await server.upload('small.csv', small);
    const { id } = await server.call<Job>('importDataset', { body: { uploadId } });
    const startedAt = performance.now();
    const seen = await events(id);
    const seconds = (performance.now() - startedAt) / 1000;
    expect(seen.length).toBeGreaterThanOrEqual(Math.floor(seconds * 3));
    expect(seen.at(-1)).toMatchObject({ id, state: 'done', progress: 1, result: { name: 'small' } });
    expect(seen.slice(0, -1).every(({ state }) => state === 'running' || state === 'waiting')).toBe(true);
    expect(await events(id)).toHaveLength(1);
  });

  it('leaves nothing of an import that is cancelled', async () => {
    const before = await server.call<Dataset[]>('listDatasets');
    const uploadId = await server.upload('large.csv', [...orderLinesCsv(simulateShop({ customers: 6000 }))].join(''));
    const job = await server.call<Job>('importDataset', { body: { uploadId } });
    await server.call('cancelJob', { params: { jobId: job.id } });
    expect(await server.finished(job)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
    expect(await server.call<Dataset[]>('listDatasets')).toEqual(before);
  });
});

describe('the start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-start-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('brings the sample shop, segmented, into a new store and never again', async () => {
    const dataDir = join(folder, 'sample');
    const first = await startTestServer({ dataDir, sample: true });
    const [shop] = await first.call<Dataset[]>('listDatasets');
    expect(shop).toMatchObject({ name: 'Harbour & Pine', sample: true, currency: 'GBP' });
    const params = { datasetId: shop?.id ?? '' };
    const [kept, ...more] = await first.call<SegmentationSummary[]>('listSegmentations', { params });
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ draft: false, method: 'kmeans', features: ['recency', 'frequency', 'monetary'] });
    await first.call('deleteDataset', { params });
    await first.close();
    const second = await startTestServer({ dataDir, sample: true });
    expect(await second.call('listDatasets')).toEqual([]);
    await second.close();
  }, 60_000);

  it('imports the files it is given, each once', async () => {
    const dataDir = join(folder, 'files');
    const file = join(folder, 'orders of "May".csv');
    await writeFile(file, small);
    for (const customers of [100, 100]) {
      const server = await startTestServer({ dataDir, files: [file] });
      const datasets = await server.call<Dataset[]>('listDatasets');
      expect(datasets).toMatchObject([{ name: 'orders of "May"', customers, sample: false }]);
      await server.close();
    }
  });

  it('says so where a file is not there, and lets go of the folder', async () => {
    const dataDir = join(folder, 'missing');
    const files = [join(folder, 'gone.csv')];
    await expect(startTestServer({ dataDir, files })).rejects.toMatchObject({ code: 'not-found' });
    await (await startTestServer({ dataDir })).close();
  });
});
