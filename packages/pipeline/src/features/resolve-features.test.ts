import type { FeatureColumn, Mapping } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { resolveFeatures } from './resolve-features.ts';

const mapping: Mapping = {
  kind: 'orders',
  roles: { quantity: 'Q' },
  dateOrder: 'ymd',
  decimal: 'point',
  currency: null,
};
const orders = { kind: 'orders' as const, mapping, columns: [] };
const column = (name: string): FeatureColumn => ({
  name,
  type: 'number',
  missing: 0,
  distinct: 2,
  values: [],
  suggested: name !== 'age',
});
const people = {
  kind: 'customers' as const,
  mapping,
  columns: ['Age', 'age', 'Annual Income (k$)', 'Income tax'].map(column),
};
const ids = (table: typeof orders | typeof people, ...names: string[]) =>
  resolveFeatures(table, names).map(({ id }) => id);

describe('resolveFeatures', () => {
  it('takes an exact name, then one in other letter case, then one that contains it', () => {
    expect(ids(people, 'age', 'Age', 'annual', 'AGE'.toLowerCase())).toEqual(['age', 'Age', 'Annual Income (k$)']);
    expect(ids(orders, 'MONETARY', 'items', ' recency ')).toEqual(['monetary', 'itemsPerOrder', 'recency']);
  });

  it('gives the suggested ones where none is named', () => {
    expect(ids(orders)).toEqual(['recency', 'frequency', 'monetary']);
    expect(ids(people)).toEqual(['Age', 'Annual Income (k$)', 'Income tax']);
  });

  it('adds the categories where none is named and the method needs one', () => {
    const plan: FeatureColumn = { ...column('plan'), type: 'category', values: ['free', 'paid'], suggested: false };
    const table = { ...people, columns: [...people.columns, plan] };
    const found = (names: string[]) => resolveFeatures(table, names, 'kprototypes').map(({ id }) => id);
    expect(found([])).toEqual(['Age', 'Annual Income (k$)', 'Income tax', 'plan']);
    expect(found(['Age'])).toEqual(['Age']);
    expect(resolveFeatures(table, [], 'kmeans').map(({ id }) => id)).not.toContain('plan');
  });

  it('refuses what fits none or several, naming the choice', () => {
    expect(() => ids(people, 'AGE')).toThrow('"AGE" fits several features: Age, age;');
    expect(() => ids(people, 'income')).toThrow('fits several features: Annual Income (k$), Income tax;');
    expect(() => ids(orders, 'products')).toThrow(/There is no feature "products"; on offer are recency, frequency/);
    expect(() => ids(orders, '')).toThrow('There is no feature ""');
  });
});
