import { describe, expect, it } from 'vitest';
import type { ChooseKAnswer, SegmentAnswer } from '../support/answers.ts';
import { dataFile, dataFolder } from '../support/real-data.ts';
import { runJson } from '../support/run-command.ts';

const mall = ['--features', 'Annual Income (k$),Spending Score (1-100)', '--transform', 'none', '--scale', 'none'];

describe.skipIf(dataFolder === null)('other real files', () => {
  it('imports both sheets of the workbook with true dates and cancellations', async () => {
    const { dataset } = await runJson<SegmentAnswer>([
      'segment',
      dataFile('online_retail_II_partial_34k.xlsx'),
      '--k',
      '4',
    ]);
    expect(dataset.rows).toBe(34766);
    expect(dataset.from).toMatch(/^20(09|10|11)-/);
    expect(dataset.ledger.find((entry) => entry.rule === 'cancellation')?.rows).toBeGreaterThan(0);
  });

  it('gives the known optimum of Mall, five segments by income and score', async () => {
    const { segmentation, dataset } = await runJson<SegmentAnswer>([
      'segment',
      dataFile('Mall_Customers.csv'),
      ...mall,
      '--k',
      '5',
    ]);
    expect(dataset.kind).toBe('customers');
    expect(segmentation.inertia).toBeCloseTo(44448.455, 3);
    expect(segmentation.silhouette).toBeCloseTo(0.553932, 5);
    expect(segmentation.segments.map((segment) => segment.size).sort((a, b) => a - b)).toEqual([22, 23, 35, 39, 81]);
  });

  it('reaches the best known inertia of Mall for every k', async () => {
    // scikit-learn 1.9 with many starts, k = 2..11
    const best = [
      181363.59595959607, 106348.37306211119, 73679.78903948837, 44448.45544793369, 37233.81451071002,
      30227.60651315203, 24986.52564064289, 21826.936303231643, 19634.554629349972, 17508.97057740007,
    ];
    const { candidates, recommended } = await runJson<ChooseKAnswer>([
      'choose-k',
      dataFile('Mall_Customers.csv'),
      ...mall,
      '--from-k',
      '2',
      '--to-k',
      '11',
    ]);
    expect(candidates).toHaveLength(10);
    for (const [index, inertia] of best.entries())
      expect(candidates[index]?.inertia).toBeLessThanOrEqual(inertia + 1e-6);
    expect(recommended.k).toBe(5);
  });

  it.each([
    ['Mall_Customers.csv', 'customers'],
    ['customer_segmentation_data.csv', 'customers'],
    ['wholesale_customers.csv', 'customers'],
    ['marketing_campaign.csv', 'customers'],
    ['cdnow_sample.txt', 'orders'],
    ['rfm_data_orders.csv', 'orders'],
    ['shopify_orders_sample.csv', 'orders'],
  ])('segments %s as a table of %s without being told anything', async (file, kind) => {
    const { dataset, segmentation } = await runJson<SegmentAnswer>(['segment', dataFile(file)]);
    expect(dataset.kind).toBe(kind);
    expect(segmentation.segments.reduce((sum, segment) => sum + segment.size, 0)).toBe(dataset.customers);
    expect(new Set(segmentation.segments.map((segment) => segment.name)).size).toBe(segmentation.k);
  });

  it('keeps every line of the R example', async () => {
    const { dataset } = await runJson<SegmentAnswer>([
      'segment',
      dataFile('rfm_data_orders.csv'),
      '--as-of',
      '2006-12-31',
      '--method',
      'rfm',
    ]);
    expect(dataset).toMatchObject({ kept: 4906, customers: 995, revenue: 464158 });
  });
});
