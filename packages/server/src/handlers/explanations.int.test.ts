import type { Dataset, Explanation, FeatureValues, Job, Prediction, Segmentation } from '@clientele/contracts';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let segmentation: Segmentation;

beforeAll(async () => {
  server = await startTestServer();
  const uploadId = await server.upload(
    'shop.csv',
    [...orderLinesCsv(simulateShop({ customers: 120, days: 365 }))].join(''),
  );
  const dataset = await server.result<Dataset>(await server.call<Job>('importDataset', { body: { uploadId } }));
  const body = { recipe: { k: 4, starts: 3 }, name: 'Kept' };
  const job = await server.call<Job>('segment', { params: { datasetId: dataset.id }, body });
  segmentation = await server.result<Segmentation>(job);
}, 60_000);
afterAll(() => server.close());

const rows: FeatureValues[] = [
  { recency: 300, frequency: 1, monetary: 40 },
  { recency: 5, frequency: 12, monetary: 900 },
  { recency: 80, frequency: 3 },
];
const explain = (segmentationId: string) =>
  server.call<Explanation[]>('explain', { params: { segmentationId }, body: { rows } });

it('explains each row as it is predicted, and its change moves it', async () => {
  const params = { segmentationId: segmentation.id };
  const explanations = await explain(segmentation.id);
  const predictions = await server.call<Prediction[]>('predict', { params, body: { rows } });
  expect(explanations.map(({ segment, name }) => [segment, name])).toEqual(
    predictions.map(({ segment, name }) => [segment, name]),
  );
  const { change, reasons } = explanations[0]!;
  expect(reasons).toHaveLength(3);
  const [moved] = await server.call<Prediction[]>('predict', { params, body: { rows: [change?.features] } });
  expect(moved?.segment).toBe(change?.segment);
});

it('has the names of now, and refuses what it does not know', async () => {
  const params = { segmentationId: segmentation.id };
  const [before] = await explain(segmentation.id);
  await server.call('updateSegmentation', { params, body: { segmentNames: { [String(before?.segment)]: 'Asleep' } } });
  expect((await explain(segmentation.id))[0]?.sentence).toMatch(/^In Asleep because /);
  expect((await server.ask('explain', { params: { segmentationId: 'no' }, body: { rows } })).status).toBe(404);
  expect((await server.ask('explain', { params, body: { rows: [{ height: 1 }] } })).status).toBe(422);
});
