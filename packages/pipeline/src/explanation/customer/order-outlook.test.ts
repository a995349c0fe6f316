import { type OrderFeatureId, orderFeatureIds } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleBit } from '../../cleaning/kept-condition.ts';
import { computeFeatures } from '../../features/compute-features.ts';
import { type MadeLine, makeOrders } from '../../features/testing/made-tables.ts';
import { orderTable } from '../../run/testing/tables.ts';
import { explainModel } from './explain-model.ts';
import { orderOutlook } from './order-outlook.ts';
import { segmented, valuesOf } from './testing/explained.ts';

const modelOf = async (ids: readonly OrderFeatureId[]) => {
  const base = Object.fromEntries(ids.map((id, i) => [id, [1, 2, 3, 40, 50, 60].map((value) => value + i)]));
  return explainModel((await segmented(orderTable(base), { method: 'kmeans', k: 2 })).document);
};

describe('orders again', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 1 });
  });
  afterAll(() => engine.close());

  const line = (order: string, time: string, amount: number, flags = 0): MadeLine => {
    return { customer: 'anna', order, time, amount, quantity: 2, product: 'tea', flags };
  };
  const before = [
    line('1', '2024-01-10 12:00:00', 40),
    line('1', '2024-01-10 12:00:00', 20),
    line('2', '2024-02-09 12:00:00', 33.5),
    line('2', '2024-02-09 12:00:00', 26.5),
    line('2', '2024-02-10 09:00:00', -20, ruleBit('cancellation')),
  ];
  // Looked at on 1 March at noon; the window ends on 31 March, the last order is a day before it.
  const again = ['3', '4'].flatMap((order, i) => {
    const time = `2024-03-${i === 0 ? '15' : '30'} 12:00:00`;
    return [line(order, time, 40), line(order, time, 20)];
  });

  it('give what the features of the lines come to', async () => {
    const model = await modelOf(orderFeatureIds);
    const features = async (lines: MadeLine[], asOf: string) => {
      const table = await makeOrders(engine, 'lines', lines);
      return valuesOf(await computeFeatures(engine, table, { ids: orderFeatureIds, filters: {}, asOf }), 0);
    };
    const now = await features(before, '2024-03-01 12:00');
    expect(now).toMatchObject({ recency: 21, frequency: 2, monetary: 120, daysBetweenOrders: 30, returnShare: 0.2 });
    const outlook = orderOutlook(model, now);
    expect(outlook).toMatchObject({ orders: 2, orderValue: 60, takesValue: true });
    const then = await features([...before, ...again], '2024-03-31 12:00');
    const expected = outlook.after(2, 0);
    for (const id of orderFeatureIds) expect(expected[id], id).toBeCloseTo(Number(then[id]), 2);
    expect(outlook.after(2, 50)).toMatchObject({ monetary: 300, averageOrderValue: 75 });
    expect(outlook.worthWith(25)).toBe(75);
  });
});

describe('what is not known', () => {
  it('stays so, and the rest follows from what is', async () => {
    const model = await modelOf(['recency', 'tenure', 'averageOrderValue', 'daysBetweenOrders']);
    const outlook = orderOutlook(model, { recency: 10, tenure: 70, averageOrderValue: 20, daysBetweenOrders: 30 });
    expect(outlook.orders).toBe(3);
    expect(outlook.after(1, 100)).toEqual({ recency: 1, tenure: 100, averageOrderValue: 25, daysBetweenOrders: 33 });
    const first = orderOutlook(model, { recency: 10, tenure: 10, averageOrderValue: 20, daysBetweenOrders: null });
    expect(first.orders).toBe(1);
    expect(first.after(1, 0)).toEqual({ recency: 1, tenure: 40, averageOrderValue: 20, daysBetweenOrders: 39 });
    const unknown = orderOutlook(model, { recency: null, averageOrderValue: 20 });
    expect(unknown).toMatchObject({ orders: null, takesValue: false });
    expect(unknown.after(3, 0)).toEqual({ recency: 1, averageOrderValue: 20 });
  });

  it('is the median customer where the own orders are worth nothing', async () => {
    const model = await modelOf(['recency', 'frequency', 'monetary']);
    // Medians: frequency (4 + 41) / 2, monetary (5 + 42) / 2.
    expect(orderOutlook(model, { recency: 5, frequency: 2, monetary: 0 }).orderValue).toBe(1.04);
    const without = await modelOf(['recency', 'frequency']);
    expect(orderOutlook(without, { recency: 5, frequency: 2 })).toMatchObject({ orderValue: null, takesValue: false });
  });
});
