import {
  type FeatureValues,
  type OrderFeatureId,
  orderFeatureIds,
  type SegmentationDocument,
} from '@clientele/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../features/feature-table.ts';
import { createPredictor } from '../../prediction/create-predictor.ts';
import { orderTable, threeClouds } from '../../run/testing/tables.ts';
import { createExplainer } from './create-explainer.ts';
import { mostNewOrders, percentsMore } from './order-change.ts';
import { explainAll, shareOf } from './testing/explain-all.ts';
import { segmented, shopTable, withRegion } from './testing/explained.ts';

const rfm: OrderFeatureId[] = ['recency', 'frequency', 'monetary'];
let shop: FeatureTable;
beforeAll(async () => {
  shop = await shopTable(1000, rfm);
});

const firstRows = (table: FeatureTable, rows: number): FeatureTable => ({
  ...table,
  ids: table.ids.slice(0, rows),
  numbers: Object.fromEntries(Object.entries(table.numbers).map(([id, values]) => [id, values.slice(0, rows)])),
  categories: Object.fromEntries(Object.entries(table.categories).map(([id, values]) => [id, values.slice(0, rows)])),
  revenue: table.revenue?.slice(0, rows) ?? null,
  countries: table.countries.slice(0, rows),
});

/** The least action of the grid by plain search, for recency, frequency and monetary. */
function leastAction(document: SegmentationDocument, values: FeatureValues): FeatureValues | null {
  const predict = createPredictor(document);
  const own = predict(values).segment;
  const [frequency, monetary] = [Number(values.frequency), Number(values.monetary)];
  const usual = Number((monetary / frequency).toFixed(2));
  const newest = Math.min(...shop.numbers.recency!);
  const grid = [0, ...percentsMore].flatMap((percent) =>
    Array.from({ length: mostNewOrders }, (_, i) => ({ orders: i + 1, percent })),
  );
  grid.sort((a, b) => Math.sign(a.percent) - Math.sign(b.percent) || a.orders - b.orders || a.percent - b.percent);
  const after = grid.map(({ orders, percent }) => {
    const each = Number((usual * (1 + percent / 100)).toFixed(2));
    const features = {
      ...values,
      recency: newest,
      frequency: frequency + orders,
      monetary: Number((monetary + orders * each).toFixed(2)),
    };
    return { features, segment: predict(features).segment };
  });
  const better = after.find(({ segment }) => segment >= 0 && (own < 0 || segment < own));
  const other = after.find(({ segment }) => segment >= 0 && segment !== own);
  return (better ?? other)?.features ?? null;
}

describe('customers of a shop', () => {
  it('moves each of 1,000 whom it gives a change, and most have one', async () => {
    const { document, customers } = await segmented(shop, { method: 'kmeans', k: 5 });
    const explanations = explainAll(document, customers);
    expect(shareOf(explanations)).toBeGreaterThan(0.7);
    const valuable = explanations.filter(({ segment }) => segment === 0);
    expect(valuable.length).toBeGreaterThan(20);
    for (const row of customers.keys()) {
      if (row % 25 !== 0) continue;
      expect(explanations[row]?.change?.features ?? null).toEqual(leastAction(document, customers[row]!));
    }
  });

  it.each(['ward', 'minibatch', 'gmm', 'dbscan', 'hdbscan', 'rfm'] as const)('holds for %s', async (method) => {
    const { document, customers } = await segmented(firstRows(shop, 200), {
      method,
      ...(['ward', 'minibatch', 'gmm'].includes(method) && { k: 4 }),
    });
    const explanations = explainAll(document, customers);
    expect(shareOf(explanations)).toBeGreaterThan(0.3);
  });

  it('holds for k-prototypes with a category, and for all order features', async () => {
    const mixed = await segmented(withRegion(firstRows(shop, 200)), { method: 'kprototypes', k: 4 });
    const explanations = explainAll(mixed.document, mixed.customers);
    expect(shareOf(explanations)).toBeGreaterThan(0.3);
    expect(explanations.every(({ reasons }) => reasons.length === 4)).toBe(true);
    const changed = explanations.flatMap(({ change }) => change?.steps.map(({ feature }) => feature) ?? []);
    expect(changed).not.toContain('Region');
    const whole = await segmented(await shopTable(60, orderFeatureIds), { method: 'kmeans', k: 4 });
    const explain = createExplainer(whole.document);
    const predict = createPredictor(whole.document);
    for (const values of whole.customers) {
      const { change } = explain(values);
      if (change !== null) expect(predict(change.features).segment).toBe(change.segment);
    }
  });
});

describe('a toy', () => {
  const toy = orderTable({
    recency: [1, 3, 2, 100, 110, 105, 90, 95, 100],
    frequency: [20, 22, 21, 1, 1, 1, 10, 11, 12],
    monetary: [2000, 2200, 2100, 50, 60, 40, 900, 1000, 1100],
  });
  const explained = async () => {
    const { document } = await segmented(toy, { method: 'kmeans', k: 3, transform: 'none' });
    const names = ['Champions', 'Regulars', 'Lost'];
    const segments = document.segments.map((segment, id) => ({ ...segment, name: names[id] ?? '' }));
    return createExplainer({ ...document, segments });
  };

  it('is explained in words', async () => {
    const explain = await explained();
    expect(explain({ recency: 3, frequency: 21, monetary: 2150 }).sentence).toBe(
      'In Champions because the last order was 3 days ago (more recent than 75% of customers) and revenue is £2,150 (more than 93%); next nearest is Regulars.',
    );
    const lost = explain({ recency: 110, frequency: 1, monetary: 50 });
    expect(lost.sentence).toBe(
      'In Lost because there is 1 order (fewer than 75% of customers) and revenue is £50 (less than 88%); next nearest is Regulars.',
    );
    expect(lost.change?.sentence).toBe('5 more orders in the next 30 days, of £50 each: Regulars.');
    expect(explain({ recency: 95, frequency: 11, monetary: 1000 }).change?.sentence).toBe(
      'One more order in the next 30 days: Champions.',
    );
    expect(explain({ recency: 1, frequency: 22, monetary: 2200 })).toMatchObject({
      change: null,
      drift: { days: 92, name: 'Regulars' },
    });
  });

  it('asks for larger orders where more of them do not do', async () => {
    const { document } = await segmented(
      orderTable({ frequency: [2, 3, 2, 3, 2, 3], averageOrderValue: [20, 21, 22, 70, 71, 72] }),
      { method: 'kmeans', k: 2, transform: 'none', scale: 'none' },
    );
    const { change } = createExplainer(document)({ frequency: 2, averageOrderValue: 30 });
    // Half way between the segments is 46: (2 x 30 + 90) / 3 is the first above it.
    expect(change?.sentence).toBe(
      `A third order in the next 30 days, of £90 (200% more than usual): ${document.segments[1]?.name}.`,
    );
    expect(change?.features).toEqual({ frequency: 3, averageOrderValue: 50 });
  });

  it('has weights in closed form for centres', async () => {
    const { document } = await segmented(toy, { method: 'kmeans', k: 3, transform: 'none' });
    const explanation = createExplainer(document)({ recency: 3, frequency: 21, monetary: 2150 });
    const { columns } = document.preparation;
    const { model } = document;
    if (model.method !== 'kmeans') throw new Error('k-means was expected');
    const parts = columns.map(({ id, center, divisor }, j) => {
      const value = { recency: 3, frequency: 21, monetary: 2150 }[id] ?? 0;
      const typical = document.segments[1]?.medians[id] ?? 0;
      const apart = (model.centers[0]?.[j] ?? 0) - (model.centers[1]?.[j] ?? 0);
      return ((value - center) / divisor - (typical - center) / divisor) * apart;
    });
    const sum = parts.reduce((total, part) => total + part, 0);
    for (const { feature, weight } of explanation.reasons) {
      expect(weight).toBeCloseTo((parts[columns.findIndex(({ id }) => id === feature)] ?? 0) / sum, 10);
    }
  });

  it('takes what is missing, and refuses what it cannot read', async () => {
    const explain = await explained();
    const nothing = explain({});
    expect(nothing.sentence).toMatch(/^In \w+ by the usual values that were filled in; /);
    expect(nothing.reasons.every(({ value }) => value === null)).toBe(true);
    expect(nothing.drift).toBeNull();
    expect(explain({ recency: '3', frequency: ' 21', monetary: 2150 })).toEqual(
      expect.objectContaining({ segment: 0, name: 'Champions' }),
    );
    expect(explain({ recency: -1e9, frequency: 1e12, monetary: -5 }).reasons).toHaveLength(3);
    expect(() => explain({ height: 3 })).toThrow('The model has no feature height');
    expect(() => explain({ recency: 'soon' })).toThrow('a finite number was expected');
  });

  it('knows a segmentation of one segment', async () => {
    const { document } = await segmented(threeClouds(12), { method: 'kmeans', k: 2 });
    const { model } = document;
    if (model.method !== 'kmeans') throw new Error('k-means was expected');
    const one = { ...document, segments: document.segments.slice(0, 1), model: { ...model, k: 1, centers: [[0, 0]] } };
    expect(createExplainer(one)({ x: 3, y: 2 })).toMatchObject({
      sentence: `In ${document.segments[0]?.name}, as all customers are.`,
      reasons: [{ weight: 0.5 }, { weight: 0.5 }],
      change: null,
      drift: null,
    });
  });
});
