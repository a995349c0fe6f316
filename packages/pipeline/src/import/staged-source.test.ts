import type { Mapping } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { dataTable, isStagedBy, type StagedSource } from './staged-source.ts';

const asked: Mapping = {
  kind: 'orders',
  roles: { customer: 'a', time: 'b', amount: 'c' },
  dateOrder: 'auto',
  decimal: 'auto',
  currency: 'GBP',
};
const resolved: Mapping = { ...asked, dateOrder: 'mdy', decimal: 'point' };
const staged = (over: Partial<StagedSource> = {}): StagedSource => ({
  kind: 'orders',
  table: 't',
  rows: 1,
  columns: [],
  problems: [],
  asked,
  mapping: resolved,
  ...over,
});

describe('isStagedBy', () => {
  it.each<[string, Partial<Mapping>, boolean]>([
    ['what was asked', {}, true],
    ['what came of it', { dateOrder: 'mdy', decimal: 'point' }, true],
    ['a part of what came of it', { dateOrder: 'mdy' }, true],
    ['another order of the date', { dateOrder: 'dmy' }, false],
    ['another mark', { decimal: 'comma' }, false],
    ['another kind', { kind: 'customers' }, false],
    ['a role less', { roles: { customer: 'a', time: 'b' } }, false],
    ['a role more', { roles: { ...asked.roles, country: 'd' } }, false],
    ['a role elsewhere', { roles: { ...asked.roles, amount: 'd' } }, false],
    ['another currency, where none is read', { currency: 'EUR' }, true],
  ])('%s', (_, change, expected) => {
    expect(isStagedBy(staged(), { ...asked, ...change })).toBe(expected);
  });

  it('another currency, where lines name theirs', () => {
    const withCurrency: Mapping = { ...asked, roles: { ...asked.roles, currency: 'd' } };
    const one = staged({ asked: withCurrency, mapping: withCurrency });
    expect(isStagedBy(one, withCurrency)).toBe(true);
    expect(isStagedBy(one, { ...withCurrency, currency: 'EUR' })).toBe(false);
  });
});

it('takes the currency from the mapping and the rest from what was resolved', () => {
  const { mapping } = dataTable(staged(), { ...asked, currency: null }, {} as never);
  expect(mapping).toEqual({ ...resolved, currency: null });
});
