import type { SegmentationDocument, SegmentBasket, SegmentStatistics } from '@clientele/contracts';
import { createText, loadMessages } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { context } from '../../testing/draw.ts';
import { product, segmentBaskets, segmentProducts, segmentStatistics, shop } from '../../testing/view-fixtures.ts';
import type { FigureDataset } from '../define-figure.ts';
import type { PlanSources } from './plan-facts.ts';
import { planAreas, planRules } from './plan-rules.ts';
import { segmentPlan } from './segment-plan.ts';

const de = await loadMessages('de');
const setting = { ...context, dataset: shop };

/** A segmentation with one segment that lies so far from the others. */
function documentOf(effects: Record<string, number>): SegmentationDocument {
  const ids = Object.keys(effects);
  const part: unknown = {
    preparation: { columns: ids.map((id) => ({ id, label: id, category: null })) },
    segments: [
      {
        id: 0,
        traits: ids
          .map((id, column) => ({ column, effect: effects[id] ?? 0 }))
          .sort((left, right) => Math.abs(right.effect) - Math.abs(left.effect)),
      },
    ],
  };
  return part as SegmentationDocument;
}

const rfm = (recency: number, frequency: number, monetary: number) => documentOf({ recency, frequency, monetary });

/** Segment 0 with medians (and means) of its own; all customers have 50 days, 2 orders, 700 of revenue and so on. */
function statisticsOf(own: Record<string, number>): SegmentStatistics[] {
  const all: Record<string, number> = {
    recency: 50,
    frequency: 2,
    monetary: 700,
    tenure: 200,
    daysBetweenOrders: 60,
    returnShare: 0.04,
  };
  const entry = (segment: number | null, medians: Record<string, number>): SegmentStatistics => ({
    segment,
    customers: 100,
    revenue: 1,
    features: Object.entries(medians).map(([feature, median]) => ({
      feature,
      label: feature,
      count: 100,
      mean: median,
      standardDeviation: 1,
      min: median,
      q25: median,
      median,
      q75: median,
      max: median,
    })),
  });
  return [entry(0, { ...all, ...own }), entry(null, all)];
}

const basketsOf = (own: Partial<SegmentBasket>): SegmentBasket[] => {
  const all = segmentBaskets.find(({ segment }) => segment === null)!;
  return [{ ...all, segment: 0, ...own }, all];
};

const rulesOf = (sources: PlanSources, dataset: FigureDataset = shop) =>
  segmentPlan(0, sources, { ...setting, dataset }).map(({ rule }) => rule);
const campaignOf = (effects: SegmentationDocument) =>
  rulesOf({ segmentation: effects, segmentStatistics: statisticsOf({ daysBetweenOrders: 0 }) })[0];

describe('the campaign', () => {
  it.each([
    [0.4, 0, 0.75, 'win-back-in-person'],
    [0.4, 0, 0.74, 'write-now'],
    [0.4, -0.25, -0.25, 'write-now'],
    [0.4, -0.26, -0.26, 'one-reminder'],
    [0.39, 1.25, 1.25, 'keep-close'],
    [0, 1.24, 1.24, 'reward'],
    [0, -0.01, 0.5, 'next-order-sooner'],
    [0, 0, 0.5, 'remind-the-late'],
    [0, 0.5, -0.01, 'larger-baskets'],
    [0, 0.6, 0.6, 'reward'],
    [-0.41, 0.59, 0.59, 'make-it-a-habit'],
    [-0.41, -0.25, -0.25, 'make-it-a-habit'],
    [-0.41, -0.26, -0.26, 'win-the-next-order'],
    [-0.4, 0.25, 0.25, 'remind-the-late'],
    [0, 0.24, 0.24, 'stay-in-touch'],
    [0, -0.25, -0.25, 'stay-in-touch'],
    [0, -0.26, -0.26, 'second-order'],
  ])('at effects of %s, %s and %s is %s, as in the headline', (recency, frequency, monetary, rule) => {
    expect(campaignOf(rfm(recency, frequency, monetary))).toBe(rule);
  });

  it('says its numbers', () => {
    const [line] = segmentPlan(
      0,
      { segmentation: rfm(-1, 1.5, 1.5), segmentStatistics: statisticsOf({ frequency: 10, monetary: 3722 }) },
      setting,
    );
    expect(line).toEqual({
      area: 'campaign',
      action: 'Keep them close: early access, thanks, a named contact.',
      because:
        'Half of them placed 10 orders or more (all customers: 2 orders), and half spent £3,722 or more (all customers: £700).',
      rule: 'keep-close',
    });
  });

  it('is silent, not another one, where its numbers are missing', () => {
    expect(rulesOf({ segmentation: rfm(-1, 1.5, 1.5) })).toEqual([]);
  });
});

describe('of a table of customers', () => {
  const table: FigureDataset = { name: 'Mall', kind: 'customers', features: [] };
  const of = (income: number, spending: number, own: Record<string, number> = {}) =>
    rulesOf(
      {
        segmentation: documentOf({ 'Annual Income': income, SpendingScore: spending, Age: 0.1 }),
        segmentStatistics: [
          ...statisticsOf({ 'Annual Income': 60 + income, SpendingScore: 50 + spending, Age: 39, ...own }).slice(0, 1),
          ...statisticsOf({ 'Annual Income': 60, SpendingScore: 50, Age: 39 })
            .slice(0, 1)
            .map((entry) => ({ ...entry, segment: null })),
        ],
      },
      table,
    );
  it.each([
    [0.5, 0.5, ['spend-and-earn-much']],
    [0.5, -0.5, ['earn-much-spend-little']],
    [-0.5, 0.5, ['earn-little-spend-much']],
    [-0.5, -0.5, ['earn-and-spend-little']],
    [0.49, 0.5, ['spend-much']],
    [0.49, -0.5, ['spend-little']],
    [0.5, 0.49, ['what-sets-apart']],
    [0.49, 0.49, []],
  ])('with effects of %s on income and %s on spending: %s', (income, spending, rules) => {
    expect(of(income, spending)).toEqual(rules);
  });

  it('tells no mean that lies on the other side of the effect', () => {
    expect(of(0.6, 0, { 'Annual Income': 10 })).toEqual([]);
  });
});

describe('offer, products, price and retention', () => {
  const middle = rfm(0, 0, 0);
  const rest = (sources: PlanSources) =>
    rulesOf({ segmentation: middle, segmentStatistics: statisticsOf({ daysBetweenOrders: 0 }), ...sources }).filter(
      (rule) => rule !== 'stay-in-touch' && rule !== 'keep-close' && rule !== 'write-now',
    );

  it.each([
    [0.8, ['basket-threshold']],
    [0.81, []],
    [1.24, []],
    [1.25, ['easy-large-orders']],
  ])('takes an order value of %s times that of all: %s', (times, rules) => {
    expect(rest({ segmentBaskets: basketsOf({ medianOrderValue: 304 * times, priceLevel: 1 }) })).toEqual(rules);
  });

  it('offers no threshold to those who are quiet', () => {
    const sources = { segmentBaskets: basketsOf({ medianOrderValue: 100, priceLevel: 1 }) };
    expect(rest({ ...sources, segmentation: rfm(0.4, 0, 0) })).toEqual([]);
  });

  it.each([
    [1.2, ['better-range']],
    [1.19, []],
    [0.81, []],
    [0.8, ['low-prices-first']],
  ])('takes a price level of %s: %s', (priceLevel, rules) => {
    expect(rest({ segmentBaskets: basketsOf({ priceLevel }) })).toEqual(rules);
  });

  it('leads with what is bought unusually often, else with the bestseller that a tenth bought', () => {
    const of = (lift: number, buyers: number) => ({
      segmentProducts: [
        { segment: 0, top: [product('t', 'Tray', 50, buyers, 1)], unusual: [product('m', 'Mug', 9, 7, lift)] },
      ],
    });
    expect(rest(of(1.5, 0))).toEqual(['lead-with-unusual']);
    expect(rest(of(1.49, 10))).toEqual(['show-bestseller']);
    expect(rest(of(1.49, 9))).toEqual([]);
  });

  it('spends no discounts on those who order anyway', () => {
    const of = (recency: number, value: number) =>
      rest({
        segmentation: rfm(0, value, value),
        segmentStatistics: statisticsOf({ recency, daysBetweenOrders: 30, frequency: 1 }),
      });
    expect(of(30, 1.25)).toEqual(['no-discounts']);
    expect(of(31, 1.25)).toEqual([]);
    expect(of(30, 1.24)).not.toContain('no-discounts');
  });

  it.each([
    [{ tenure: 100 }, ['welcome']],
    [{ tenure: 101 }, []],
    [{ recency: 60, daysBetweenOrders: 60, frequency: 2 }, ['past-their-gap']],
    [{ recency: 59, daysBetweenOrders: 60, frequency: 2 }, ['in-their-rhythm']],
    [{ recency: 59, daysBetweenOrders: 60, frequency: 1 }, []],
    [{ returnShare: 0.06 }, ['fewer-returns']],
    [{ returnShare: 0.059 }, []],
  ])('retains by %s: %s', (own, rules) => {
    expect(rest({ segmentStatistics: statisticsOf({ daysBetweenOrders: 0, ...own }) })).toEqual(rules);
  });

  it('says nothing of returns that hardly anybody makes', () => {
    const statistics = statisticsOf({ daysBetweenOrders: 0, returnShare: 0.019 });
    for (const { feature, ...entry } of statistics[1]!.features) {
      if (feature === 'returnShare') Object.assign(statistics[1]!.features.at(-1)!, { ...entry, mean: 0.001 });
    }
    expect(rest({ segmentStatistics: statistics })).toEqual([]);
  });
});

it('says nothing without data', () => {
  expect(segmentPlan(0, {}, setting)).toEqual([]);
  expect(segmentPlan(7, { segmentStatistics, segmentBaskets, segmentProducts }, setting)).toEqual([]);
});

it('has every text in both languages, filled', () => {
  const sources = {
    segmentation: rfm(-1, 1.5, 1.5),
    segmentStatistics,
    segmentBaskets: basketsOf({ priceLevel: 1.3, medianOrderValue: 500 }),
    segmentProducts,
  };
  for (const text of [context.text, createText(de, 'de-DE')]) {
    const lines = segmentPlan(0, sources, { ...setting, text });
    expect(lines.map(({ rule }) => rule)).toEqual([
      'keep-close',
      'easy-large-orders',
      'lead-with-unusual',
      'no-discounts',
      'better-range',
      'in-their-rhythm',
      'fewer-returns',
    ]);
    expect(lines.map(({ area }) => planAreas.indexOf(area))).toEqual([0, 1, 2, 3, 3, 4, 4]);
    for (const { action, because } of lines) expect(`${action} ${because}`).not.toMatch(/[{}]|undefined|NaN/);
  }
});

it('has rules with ids of their own', () => {
  expect(new Set(planRules.map(({ id }) => id)).size).toBe(planRules.length);
});
