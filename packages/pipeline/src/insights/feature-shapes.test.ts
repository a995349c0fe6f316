import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCustomers } from '../features/testing/made-tables.ts';
import { featureShapes } from './feature-shapes.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

describe('featureShapes', () => {
  it('gives the population skewness, raw and after log1p, and the histogram on the straighter scale', async () => {
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
    const [heavy, signed, constant, empty] = await featureShapes(engine, table, {});
    // scipy 1.10: skew([0, 1, 3, 100]) = 1.1524955.
    expect(heavy).toMatchObject({ id: 'heavy', skewness: expect.closeTo(1.1524955, 7), missing: 0 });
    expect(heavy!.skewnessLog).toBeCloseTo(skew([0, 1, 3, 100].map(Math.log1p)), 9);
    expect(heavy!.skewness).toBeCloseTo(skew([0, 1, 3, 100]), 9);
    expect(heavy!.histogram).toEqual(logBins());
    expect(signed).toMatchObject({ skewness: expect.closeTo(0, 12), skewnessLog: null, missing: 1 });
    expect(constant).toMatchObject({ skewness: null, skewnessLog: null, histogram: [4, ...new Array(15).fill(0)] });
    expect(empty).toMatchObject({ skewness: null, missing: 4, histogram: new Array(16).fill(0) });
    await expect(featureShapes(engine, table, { customer: 'nobody' })).rejects.toMatchObject({ code: 'nothing-kept' });
  });
});

function skew(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
  return moment(3) / moment(2) ** 1.5;
}

function logBins(): number[] {
  const bins = new Array<number>(16).fill(0);
  for (const value of [0, 1, 3, 100]) bins[Math.min(15, Math.floor((Math.log1p(value) / Math.log1p(100)) * 16))]! += 1;
  return bins;
}
