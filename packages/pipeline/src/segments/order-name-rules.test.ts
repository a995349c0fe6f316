import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, rfmEffects, sayBands } from './bands.ts';
import { orderAdviceRules } from './order-advice-rules.ts';
import { orderNameRules } from './order-name-rules.ts';

const effectsOf = (recency: number, frequency: number, monetary: number) => ({
  recency,
  frequency,
  monetary,
  value: (frequency + monetary) / 2,
});
const nameOf = (recency: number, frequency: number, monetary: number) =>
  orderNameRules.find(({ when }) => holds(when, effectsOf(recency, frequency, monetary)))?.name;
const adviceOf = (recency: number, frequency: number, monetary: number) =>
  orderAdviceRules.find(({ when }) => holds(when, effectsOf(recency, frequency, monetary)))?.id;

describe('orderNameRules', () => {
  // One row a rule, in the order of the table, then the edges.
  const rows: [recency: number, frequency: number, monetary: number, name: string][] = [
    [-0.8, 8, 9, 'Key accounts'],
    [-1.25, 1.65, 1.4, 'Champions'],
    [0.9, 0.2, 1.1, 'Big spenders gone quiet'],
    [0.5, 0, 0.3, 'At risk'],
    [0.9, -0.78, -0.79, 'Dormant'],
    [0, -0.2, 1, 'Big baskets, few orders'],
    [0, 0.8, -0.3, 'Frequent small baskets'],
    [-0.9, 0.76, 0.72, 'Loyal high-spenders'],
    [0, 1.3, 1.3, 'Loyal high-spenders'],
    [-0.85, -0.05, -0.02, 'Potential loyalists'],
    [-1.2, -0.8, -0.9, 'New customers'],
    [-0.8, -0.4, -0.4, 'Promising'],
    [0.12, 0.33, 0.52, 'Regulars'],
    [-0.3, 0.1, 0.2, 'Average customers'],
    [-0.1, -0.8, -0.9, 'Occasional buyers'],
    [0.4, -0.25, -0.25, 'At risk'],
    [0.39, 4, 4, 'Key accounts'],
    [-0.4, 1.24, 1.24, 'Regulars'],
  ];
  it.each(rows)('recency %d, frequency %d, monetary %d: %s', (recency, frequency, monetary, name) => {
    expect(nameOf(recency, frequency, monetary)).toBe(name);
  });

  it('every rule is reached by a row above', () => {
    const reached = new Set(
      rows.map(([r, f, m]) => orderNameRules.findIndex(({ when }) => holds(when, effectsOf(r, f, m)))),
    );
    expect(reached.size).toBe(orderNameRules.length);
  });

  it('there is a name and advice for every customer', () => {
    const effect = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(effect, effect, effect, (recency, frequency, monetary) => {
        expect(nameOf(recency, frequency, monetary)).toBeDefined();
        expect(adviceOf(recency, frequency, monetary)).toBeDefined();
      }),
    );
  });
});

describe('orderAdviceRules', () => {
  it.each([
    [0.9, 0.2, 1.1, 'win-back-in-person'],
    [0.5, 0, 0.3, 'write-now'],
    [0.9, -0.78, -0.79, 'one-reminder'],
    [-1.25, 1.65, 1.4, 'keep-close'],
    [0, -0.2, 1, 'next-order-sooner'],
    [0, 0.8, -0.3, 'larger-baskets'],
    [-0.9, 0.76, 0.72, 'reward'],
    [-0.85, -0.05, -0.02, 'make-it-a-habit'],
    [-0.8, -0.4, -0.4, 'win-the-next-order'],
    [0.12, 0.33, 0.52, 'remind-the-late'],
    [-0.3, 0.1, 0.2, 'stay-in-touch'],
    [-0.1, -0.8, -0.9, 'second-order'],
  ])('recency %d, frequency %d, monetary %d: %s', (recency, frequency, monetary, id) => {
    expect(adviceOf(recency, frequency, monetary)).toBe(id);
    expect(orderAdviceRules).toHaveLength(12);
  });

  const facts = {
    size: 10,
    share: 0.2,
    revenueShare: 0.65,
    medianRecency: 8,
    medianOrders: 10,
    medianRevenue: 3722,
    boughtOnce: 0.74,
    medianGap: 35,
    currency: 'GBP',
  };
  it('speaks with the figures it has, and leaves out those it has not', () => {
    const keep = orderAdviceRules.find(({ id }) => id === 'keep-close');
    expect(keep?.say(facts)).toBe(
      'Keep them close: early access, thanks, a named contact. No discounts: half of them ordered in the last 8 days anyway. Half of those who came back order every 35 days or sooner. They are 20% of customers and bring 65% of revenue.',
    );
    expect(keep?.say({ ...facts, medianGap: null, revenueShare: null })).toBe(
      'Keep them close: early access, thanks, a named contact. No discounts: half of them ordered in the last 8 days anyway. They are 20% of customers.',
    );
    for (const rule of orderAdviceRules) expect(rule.say(facts)).not.toMatch(/NaN|undefined|null| {2}/);
  });
});

describe('bands', () => {
  it('speak', () => {
    expect(sayBands({ recency: { below: -0.4 }, value: { from: 1.25 } })).toBe(
      'recency below −0.4 and value 1.25 or more',
    );
    expect(sayBands({ value: { from: 0, below: 1 } })).toBe('value from 0 to below 1');
  });

  it('need all three features', () => {
    expect(rfmEffects(['monetary', 'recency'], [1, 2])).toBeNull();
    expect(rfmEffects(['monetary', 'recency', 'frequency'], [1, 2, 3])).toEqual(effectsOf(2, 3, 1));
  });
});
