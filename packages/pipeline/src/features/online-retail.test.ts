import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { computeFeatures } from './compute-features.ts';
import { realFile, stageOnlineRetail } from './testing/real-data.ts';

// Expected figures: UCI Online Retail (CC BY 4.0), computed with pandas from the published file.
const path = realFile('online_retail.csv.gz');
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: Float64Array) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

describe.skipIf(path === null)('features of Online Retail', () => {
  let engine: Engine;
  let table: DataTable;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2 });
    table = await stageOnlineRetail(engine, path!, 'retail');
  });
  afterAll(() => engine.close());

  it('meets the published recency, frequency and monetary', async () => {
    const { ids, numbers, asOf } = await computeFeatures(engine, table, { filters: {} });
    const { recency, frequency, monetary } = numbers as Record<'recency' | 'frequency' | 'monetary', Float64Array>;
    expect(asOf).toBe('2011-12-10T12:50:00');
    expect(ids).toHaveLength(4338);
    expect([mean(recency), median(recency), Math.min(...recency), Math.max(...recency)]).toEqual([
      expect.closeTo(92.5364, 4),
      51,
      1,
      374,
    ]);
    expect(mean(frequency)).toBeCloseTo(4.272, 4);
    expect([median(frequency), Math.max(...frequency)]).toEqual([2, 209]);
    expect(frequency.filter((orders) => orders === 1)).toHaveLength(1493);
    expect(mean(monetary)).toBeCloseTo(2054.2665, 4);
    expect([median(monetary), Math.min(...monetary), Math.max(...monetary)]).toEqual([
      expect.closeTo(674.485, 9),
      3.75,
      280206.02,
    ]);
    const top = ids.map((id, i) => [id, monetary[i]!] as const).sort((a, b) => b[1] - a[1]);
    expect(top.slice(0, 5)).toEqual([
      ['14646', 280206.02],
      ['18102', 259657.3],
      ['17450', 194550.79],
      ['16446', 168472.5],
      ['14911', 143825.06],
    ]);
  });

  it('narrows to the United Kingdom', async () => {
    const { ids, revenue } = await computeFeatures(engine, table, {
      ids: ['frequency'],
      filters: { countries: ['United Kingdom'] },
    });
    expect(ids).toHaveLength(3920);
    expect(revenue!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(7_308_391.554, 3);
  });
});
