import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Dataset,
  type FeatureValues,
  type Job,
  methods,
  type Prediction,
  type ScoredFile,
  type Segmentation,
  type SegmentationSummary,
  scoredFileSchema,
} from '@clientele/contracts';
import type { Row } from '@clientele/engines';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openFolder } from './store/open-folder.ts';
import { findSegmentation } from './store/segmentations.ts';

const csv = [...orderLinesCsv(simulateShop({ customers: 200, days: 365 }))].join('');

let dataDir: string;
let server: TestServer;
let dataset: Dataset;
let segmentation: Segmentation;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'clientele-scores-'));
  server = await startTestServer({ dataDir });
  const uploadId = await server.upload('shop.csv', csv);
  dataset = await server.result<Dataset>(await server.call<Job>('importDataset', { body: { uploadId } }));
  segmentation = await segment({ k: 4, starts: 3 });
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const params = () => ({ segmentationId: segmentation.id });

async function segment(recipe: object): Promise<Segmentation> {
  const job = await server.call<Job>('segment', { params: { datasetId: dataset.id }, body: { recipe, name: 'Kept' } });
  return server.result<Segmentation>(job);
}

async function startScore(name: string, content: string): Promise<Job> {
  const uploadId = await server.upload(name, content);
  return server.call<Job>('scoreUpload', { params: params(), body: { uploadId } });
}

const scored = async (name: string, content: string) =>
  scoredFileSchema.parse(await server.result<ScoredFile>(await startScore(name, content)));

async function refusal(name: string, content: string): Promise<{ code: string; detail: string }> {
  const { state, error } = await server.finished(await startScore(name, content));
  expect(state).toBe('failed');
  return { code: error?.code ?? '', detail: error?.detail ?? '' };
}

const files = (folder: string) => readdir(join(dataDir, folder));
const tables = ['recency', 'frequency', 'monetary'];

describe('a scored file', () => {
  it('has each customer as a prediction by hand has it, and is kept to be taken away', async () => {
    const rows = [
      ['anna', 3, 20, 9000],
      ['ben', 300, 1, 20],
      ['cleo', 40, 4, 700],
    ] as const;
    const text = `customer,${tables.join(',')}\n${rows.map((row) => row.join(',')).join('\n')}\n`;
    const result = await scored('New customers.csv', text);
    const predictions = await server.call<Prediction[]>('predict', {
      params: params(),
      body: { rows: rows.map(([, recency, frequency, monetary]) => ({ recency, frequency, monetary })) },
    });
    expect(result).toMatchObject({ name: 'New customers.csv', rows: 3 });
    expect(result.bySegment.map(({ segment }) => segment)).toEqual([0, 1, 2, 3]);
    for (const { segment, customers } of result.bySegment)
      expect(customers).toBe(predictions.filter((each) => each.segment === segment).length);

    const answer = await server.ask('downloadScores', { params: { scoresId: result.id } });
    expect(answer.type).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="new-customers-scored.csv"');
    const [header, ...lines] = answer.text.split('\r\n');
    expect(header).toBe(`customer,${tables.join(',')},segment,segment_name,confidence,runner_up,runner_up_confidence`);
    expect(lines.slice(0, 3).map((line) => line.split(',').slice(0, 6).join(','))).toEqual(
      rows.map((row, index) => [...row, predictions[index]?.segment, predictions[index]?.name].join(',')),
    );
    expect(await files('uploads')).toEqual([]);
  });

  it('can be of order lines, from which the features are computed', async () => {
    const result = await scored('orders.csv', csv);
    expect(result.rows).toBe(dataset.customers);
    expect(result.bySegment.map(({ customers }) => customers)).toEqual(
      segmentation.document.segments.map(({ size }) => size),
    );
    const left = await server.call<Dataset[]>('listDatasets');
    expect(left.map(({ id }) => id)).toEqual([dataset.id]);
  });

  it('does nothing to a spreadsheet that opens it', async () => {
    const ids = ['=HYPERLINK("http://x")', '+1', '@a', 'a,b "c"', '-5'];
    const quoted = ids.map((id) => `"${id.replaceAll('"', '""')}",1,2,3`);
    const { id, rows } = await scored('hostile.csv', `customer,${tables.join(',')}\n${quoted.join('\n')}\n`);
    expect(rows).toBe(ids.length);
    const { text } = await server.ask('downloadScores', { params: { scoresId: id } });
    for (const line of text.split('\r\n').slice(1, -1)) expect(line).toMatch(/^("?'[=+@-]|"a,b )/);
  });

  it('names the columns that were expected', async () => {
    const { code, detail } = await refusal('wrong.csv', 'customer,recency,colour\na,1,red\nb,2,blue\n');
    expect(code).toBe('feature-unknown');
    expect(detail).toBe(
      'wrong.csv has no column for frequency, monetary; one row a customer with a column for each feature of the model (recency, frequency, monetary), or order lines, was expected, and its columns are customer, recency, colour.',
    );
    expect(await files('uploads')).toEqual([]);
  });

  it('refuses what is no table', async () => {
    expect((await refusal('empty.csv', '')).code).toBe('file-empty');
    expect((await refusal('words.csv', `customer,${tables.join(',')}\na,often,2,3\nb,never,2,3\n`)).code).toBe(
      'values-unreadable',
    );
  });

  it('says how far it is, and stops when it is asked to', async () => {
    const many = Array.from({ length: 150_000 }, (_, i) => `c${i},${i % 365},${i % 9},${i % 997}`).join('\n');
    const job = await startScore('many.csv', `customer,${tables.join(',')}\n${many}\n`);
    const seen: Job[] = [];
    for (;;) {
      const now = await server.call<Job>('getJob', { params: { jobId: job.id } });
      seen.push(now);
      if (now.step === 'Scoring customers' && (now.rows ?? 0) > 0) break;
      expect(now.state).not.toBe('done');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await server.call('cancelJob', { params: { jobId: job.id } });
    const { state, rows } = await server.finished(job);
    expect(state).toBe('cancelled');
    expect(rows).toBeLessThan(150_000);
    expect(await files('uploads')).toEqual([]);
    expect((await files('work')).filter((file) => file.startsWith('scores-'))).toHaveLength(3);
  }, 30_000);

  it('keeps the last eight', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 9; i++) ids.push((await scored('one.csv', `customer,${tables.join(',')}\na,1,2,3\n`)).id);
    const statuses = await Promise.all(
      ids.map(async (scoresId) => (await server.ask('downloadScores', { params: { scoresId } })).status),
    );
    expect(statuses).toEqual([404, ...Array(8).fill(200)]);
    expect((await files('work')).filter((file) => file.startsWith('scores-'))).toHaveLength(8);
  });

  it.each(['../../clientele.duckdb', 'x'])('is not %j', async (scoresId) => {
    expect((await server.ask('downloadScores', { params: { scoresId } })).status).toBe(404);
  });
});

describe('a prediction', () => {
  it('falls where the customer of these values does, by every method', async () => {
    const kNeeded: readonly string[] = ['kmeans', 'minibatch', 'gmm', 'hierarchical'];
    const made: Segmentation[] = [];
    for (const method of methods.filter((each) => each !== 'kprototypes'))
      made.push(await segment({ method, ...(kNeeded.includes(method) && { k: 3 }) }));
    await server.close();
    const folder = await openFolder(dataDir, 1);
    const places: Row[] = [];
    for (const { id } of made) {
      const { members } = await findSegmentation(folder.engine, id);
      const [row] = await folder.engine.rows(
        `select * from ${members.table} where x is not null order by customer limit 1`,
      );
      places.push(row ?? {});
    }
    await folder.close();
    server = await startTestServer({ dataDir });
    for (const [index, { id, document }] of made.entries()) {
      const { customer, x, y } = places[index] ?? {};
      const { features } = await server.call<{ features: FeatureValues }>('getCustomer', {
        params: { datasetId: dataset.id, customerId: String(customer) },
      });
      const row = Object.fromEntries(document.recipe.features.map((feature) => [feature, features[feature] ?? null]));
      const [prediction] = await server.call<Prediction[]>('predict', {
        params: { segmentationId: id },
        body: { rows: [row] },
      });
      expect(prediction?.place?.x, document.method).toBeCloseTo(Number(x), 9);
      expect(prediction?.place?.y, document.method).toBeCloseTo(Number(y), 9);
    }
  }, 60_000);

  it('has the names of now', async () => {
    const ask = async () => {
      const body = { rows: [{ recency: 3, frequency: 20, monetary: 9000 }] };
      return (await server.call<Prediction[]>('predict', { params: params(), body }))[0];
    };
    const before = await ask();
    const id = String(before?.segment);
    await server.call('updateSegmentation', { params: params(), body: { segmentNames: { [id]: 'The best' } } });
    expect(await ask()).toEqual({ ...before, name: 'The best', scores: expect.anything() });
  });

  it('is quick', async () => {
    const times: number[] = [];
    for (let i = 0; i < 30; i++) {
      const began = performance.now();
      await server.call('predict', { params: params(), body: { rows: [{ recency: i, frequency: 2, monetary: 50 }] } });
      times.push(performance.now() - began);
    }
    // The shortest: a machine that does other work makes the others longer.
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

describe('notes', () => {
  const change = (segmentNotes: Record<string, string>) =>
    server.ask('updateSegmentation', { params: params(), body: { segmentNotes } });
  const notes = async () => (await server.call<Segmentation>('getSegmentation', { params: params() })).notes;

  it('are written, changed and removed one by one', async () => {
    expect(await notes()).toEqual({});
    await change({ 0: 'Call them "first"; drop table x', 2: '=1+1\nSecond line' });
    await change({ 0: 'Write to them' });
    expect(await notes()).toEqual({ 0: 'Write to them', 2: '=1+1\nSecond line' });
    await change({ 2: '', 0: '  ' });
    expect(await notes()).toEqual({});
  });

  it('are of segments that are there, and no longer than they may be', async () => {
    const unknown = await change({ 7: 'x' });
    expect((unknown.json as { detail: string }).detail).toBe('There is no segment 7; the segments are 0 to 3.');
    expect((await change({ 0: 'x'.repeat(2001) })).status).toBe(400);
    expect((await change({ 0: 'x'.repeat(2000) })).status).toBe(200);
    await change({ 0: '' });
  });

  it('are not in the list of segmentations', async () => {
    await change({ 1: 'Quiet' });
    const list = await server.call<SegmentationSummary[]>('listSegmentations', { params: { datasetId: dataset.id } });
    expect(JSON.stringify(list)).not.toContain('Quiet');
  });

  it('come to a store that was made before there were any, and so does no place', async () => {
    await server.close();
    const before = await openFolder(dataDir, 1);
    await before.engine.run('alter table segmentations drop column segment_notes');
    await before.engine.run(
      `update segmentations set axes = json_object('ratio', axes::json->'ratio', 'loadings', axes::json->'loadings')`,
    );
    await before.close();
    server = await startTestServer({ dataDir });
    expect(await notes()).toEqual({});
    expect((await change({ 3: 'Here' })).status).toBe(200);
    expect(await notes()).toEqual({ 3: 'Here' });
    const [prediction] = await server.call<Prediction[]>('predict', {
      params: params(),
      body: { rows: [{ recency: 1, frequency: 1, monetary: 1 }] },
    });
    expect(prediction?.place).toBeNull();
  });
});
