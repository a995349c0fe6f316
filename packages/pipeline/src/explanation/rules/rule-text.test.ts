import type { Condition, FeatureUnit } from '@clientele/contracts';
import { orderFeatures } from '@clientele/contracts';
import { expect, it } from 'vitest';
import { ruleText } from './rule-text.ts';

const own = [
  ['Annual Income (k$)', 'number'],
  ['Spending Score (1-100)', 'number'],
  ['notice', 'days'],
  ['Country', 'category'],
] as const;
const features = [
  ...Object.values(orderFeatures),
  ...own.map(([id, unit]): { id: string; label: string; unit: FeatureUnit } => ({ id, label: id, unit })),
];
const context = { features, isOrders: true, currency: 'GBP' };
const range = (feature: string, min: number | null, max: number | null): Condition => ({
  kind: 'range',
  feature,
  min,
  max,
});
const isIn = (feature: string, ...values: string[]): Condition => ({ kind: 'values', feature, values });

it.each([
  [range('recency', null, 45), 'last order within 45 days'],
  [range('recency', null, 1), 'last order within 1 day'],
  [range('recency', 46, null), 'last order more than 45 days ago'],
  [range('recency', 2, null), 'last order more than 1 day ago'],
  [range('recency', 1, null), 'last order at least 1 day ago'],
  [range('recency', 46, 90), 'last order 46 to 90 days ago'],
  [range('recency', 3, 3), 'last order 3 days ago'],
  [range('tenure', 1001, null), 'first order more than 1,000 days ago'],
  [range('frequency', null, 1), 'one order'],
  [range('frequency', 1, 1), 'one order'],
  [range('frequency', 2, null), 'more than one order'],
  [range('frequency', 7, null), 'more than 6 orders'],
  [range('frequency', 2, 6), '2 to 6 orders'],
  [range('frequency', null, 6), 'at most 6 orders'],
  [range('distinctProducts', 11, null), 'more than 10 different products'],
  [range('monetary', 480, null), 'at least £480 in revenue'],
  [range('monetary', null, 12_345.5), 'at most £12,345.5 in revenue'],
  [range('monetary', -20, 480), '−£20 to £480 in revenue'],
  [range('averageOrderValue', 80, 120.25), 'order value £80 to £120.25'],
  [range('daysBetweenOrders', null, 30.5), 'days between orders at most 30.5'],
  [range('daysBetweenOrders', null, null), 'more than one order'],
  [range('returnShare', 0.07, null), 'share of returns at least 7%'],
  [range('Annual Income (k$)', 70, null), 'annual income at least 70 k$'],
  [range('Spending Score (1-100)', null, 1e-7), 'spending score at most 0.0000001'],
  [range('notice', 1, 5), 'notice 1 to 5 days'],
  [range('not there', null, 1), 'not there at most 1'],
  [isIn('Country', 'France', 'Germany'), 'country is France or Germany'],
  [isIn('Country', 'a', 'b\nc', 'd'), 'country is a, b c or d'],
  [isIn('Country', '=1', "'=1"), 'country is =1'],
])('%j', (condition, text) => expect(ruleText([[condition]], context)).toBe(text));

it('joins conditions and boxes, and speaks of other tables and currencies by their labels', () => {
  const box = [range('recency', null, 45), range('frequency', 7, null)];
  const more = [...box, range('monetary', 480, null)];
  expect(ruleText([box], context)).toBe('last order within 45 days and more than 6 orders');
  expect(ruleText([more, [range('frequency', null, 1)]], context)).toBe(
    'last order within 45 days, more than 6 orders and at least £480 in revenue, or one order',
  );
  expect(ruleText([more.slice(2)], { ...context, currency: null })).toBe('at least 480 in revenue');
  expect(ruleText([more.slice(2)], { ...context, currency: 'CHF' })).toBe('at least CHF 480 in revenue');
  expect(ruleText([box.slice(0, 1)], { ...context, isOrders: false })).toBe('days since last order at most 45');
});
