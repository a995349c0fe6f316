import { defaultRules, type Rules, recipeInputSchema } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { hashRecipe } from './hash-recipe.ts';
import { makeRecipe } from './make-recipe.ts';

const input = recipeInputSchema.parse({ filters: { countries: ['Malta'], from: '2011-01-01' } });
const data = {
  name: '/home/me/orders.csv',
  mapping: {
    kind: 'orders',
    roles: { time: 'When', customer: 'Who' },
    dateOrder: 'ymd',
    decimal: 'point',
    currency: null,
  },
  rules: defaultRules,
} as const;

describe('makeRecipe', () => {
  it('keeps the name of the file without its folder', () => {
    expect(makeRecipe(input, data).data.name).toBe('orders.csv');
    expect(makeRecipe(input, { ...data, name: 'C:\\data\\orders.csv' }).data.name).toBe('orders.csv');
  });

  it('gives the same bytes and hash whatever the order of keys', () => {
    const rules = Object.fromEntries(Object.entries(defaultRules).reverse()) as Rules;
    const roles = { customer: 'Who', time: 'When' };
    const filters = { from: '2011-01-01', countries: ['Malta'] };
    const one = makeRecipe(input, data);
    const other = makeRecipe(
      { ...input, filters },
      { ...data, name: 'orders.csv', mapping: { ...data.mapping, roles }, rules },
    );
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(hashRecipe({ ...other, seed: 1 })).toBe(hashRecipe(one));
    expect(hashRecipe({ ...other, seed: 2 })).not.toBe(hashRecipe(one));
  });

  it('keeps what was asked: auto stays auto and no features stay none', () => {
    expect(makeRecipe(input, data)).toMatchObject({ k: 'auto', features: [], version: 1 });
  });
});
