import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCustomers } from '../../features/testing/made-tables.ts';
import { views } from '../views.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

describe('numbers', () => {
  it('gives the population skewness, raw and after log1p, and a histogram on both scales', async () => {
    const table = await makeCustomers(
      engine,
      'people',
      ['heavy', 'signed', 'constant', 'empty'].map((name) => ({ name, type: 'number' as const })),
      [
        ['1', null, 0, -1, 7, null],
        ['2', null, 1, 0, 7, null],
        ['3', null, 3, 1, 7, null],
        ['4', null, 100, null, 7, null],
      ],
    );
    const { numbers = [] } = (await views(engine, table, { filters: {}, names: ['numbers'] })).views;
    const [heavy, signed, constant, empty] = numbers;
    // scipy 1.10: skew([0, 1, 3, 100]) = 1.1524955.
    expect(heavy).toMatchObject({ feature: 'heavy', skewness: expect.closeTo(1.1524955, 7), missing: 0 });
    expect(heavy!.skewnessLog).toBeCloseTo(skew([0, 1, 3, 100].map(Math.log1p)), 9);
    expect(heavy!.skewness).toBeCloseTo(skew([0, 1, 3, 100]), 9);
    expect(heavy!.histogram!.counts).toEqual(binsOf((value) => value));
    expect(heavy!.histogramLog!.counts).toEqual(binsOf(Math.log1p));
    expect([heavy!.histogramLog!.edges[0], heavy!.histogramLog!.edges[30]]).toEqual([0, 100]);
    // By hand: 100 lies beyond 27.25 + 1.5 * 26.5; squares of the deviations add up to 7306.
    expect(heavy).toMatchObject({ q25: 0.75, median: 2, q75: 27.25, whiskers: [0, 3], outliers: 1, mean: 26 });
    expect(heavy!.standardDeviation).toBeCloseTo(Math.sqrt(7306 / 4), 9);
    expect(signed).toMatchObject({
      skewness: expect.closeTo(0, 12),
      skewnessLog: null,
      histogramLog: null,
      missing: 1,
    });
    expect(constant).toMatchObject({ skewness: null, skewnessLog: null, standardDeviation: 0 });
    expect(constant!.histogram).toEqual({ edges: [6.5, 7.5], counts: [4] });
    expect(empty).toMatchObject({ skewness: null, missing: 4, whiskers: null, histogram: null });
    const nobody = views(engine, table, { filters: { customer: 'nobody' }, names: ['numbers'] });
    await expect(nobody).rejects.toMatchObject({ code: 'nothing-kept' });
  });
});

function skew(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
  return moment(3) / moment(2) ** 1.5;
}

function binsOf(scale: (value: number) => number): number[] {
  const bins = new Array<number>(30).fill(0);
  for (const value of [0, 1, 3, 100]) bins[Math.min(29, Math.floor((scale(value) / scale(100)) * 30))]! += 1;
  return bins;
}
