import { figures, isView } from '@clientele/charts';
import { type Client, createClient } from '@clientele/client';
import { type Dataset, viewNames } from '@clientele/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFile, dataFolder } from '../support/real-data.ts';
import { type Served, serve } from '../support/serve.ts';

const names = [
  'online_retail.csv.gz',
  'online_retail_II_partial_34k.xlsx',
  'Mall_Customers.csv',
  'customer_segmentation_data.csv',
  'wholesale_customers.csv',
  'marketing_campaign.csv',
  'rfm_data_orders.csv',
  'shopify_orders_sample.csv',
];

describe.skipIf(dataFolder === null)('real files on every screen', () => {
  let served: Served;
  let client: Client;
  let datasets: Dataset[];

  beforeAll(async () => {
    served = await serve([...names.map(dataFile), '--no-sample']);
    client = createClient({ base: served.url });
    datasets = await client.call('listDatasets');
  });
  afterAll(() => served?.close());

  it('are all there', () => {
    expect(datasets).toHaveLength(names.length);
  });

  it('give every view, every figure that their kind has, rows and a report', async () => {
    for (const { id: datasetId, name, kind, customers, kept } of datasets) {
      const [segmentation] = await client.call('listSegmentations', { params: { datasetId } });
      const query = segmentation === undefined ? {} : { segmentation: segmentation.id };
      const asked = viewNames.filter((view) => segmentation !== undefined || !view.startsWith('segment'));
      const { views } = await client.call('views', { params: { datasetId }, query: { ...query, names: [...asked] } });
      expect(Object.keys(views).sort(), name).toEqual([...asked].sort());
      expect(views.kpis?.customers, name).toBe(customers);

      const drawn: string[] = [];
      for (const { id, needs, kind: only } of figures) {
        if (!needs.every((source) => isView(source)) || (only !== undefined && only !== kind)) continue;
        if (segmentation === undefined && needs.some((source) => source.startsWith('segment'))) continue;
        const answer = await client
          .file('figure', { params: { datasetId, figure: id }, query: { ...query, format: 'csv' } })
          .catch((error: { code?: string }) => (error.code === 'not-found' ? null : Promise.reject(error)));
        if (answer !== null) drawn.push(id);
      }
      expect(drawn.length, `${name}: ${drawn.join(', ')}`).toBeGreaterThan(5);

      const { total } = await client.call('listRows', { params: { datasetId }, query: { ...query, limit: 5 } });
      expect(total, name).toBe(kept);
      const report = await client.file('downloadReport', { params: { datasetId }, query });
      expect(report.content.size, name).toBeGreaterThan(10_000);
    }
  });
});
