import { type Inspection, type Rules, ruleIds } from '@clientele/contracts';
import { createText, en, loadMessages } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { importReadiness } from './import-readiness.ts';

const english = createText(en, 'en-GB');
const german = createText(await loadMessages('de'), 'de-DE');

const totals = (rows: number) => ({ rows, customers: 2, orders: 1, revenue: 1 });
const inspection = (patch: Partial<Inspection>): Inspection => ({
  source: {
    name: 'orders.csv',
    bytes: 1,
    format: 'csv',
    compression: 'none',
    encoding: 'utf-8',
    delimiter: ',',
    hasHeader: true,
    sheets: [],
  },
  kind: 'orders',
  kindWhy: '',
  rows: 9,
  columns: [],
  mapping: { kind: 'orders', roles: {}, dateOrder: 'auto', decimal: 'auto', currency: null },
  guesses: [],
  features: [],
  rules: Object.fromEntries(ruleIds.map((id) => [id, true])) as Rules,
  ledger: { read: totals(9), entries: [], off: [], kept: totals(7) },
  preview: [],
  problems: [],
  ...patch,
});
const roles = (played: Inspection['mapping']['roles']) => ({ mapping: { ...inspection({}).mapping, roles: played } });

describe('what can be imported', () => {
  it('is the lines kept where the roles are there', () => {
    expect(importReadiness(inspection(roles({ customer: 'c', time: 't', amount: 'a' })), english)).toEqual({
      lines: 7,
      reason: null,
    });
  });

  it('is nothing where a role is missing, which is named', () => {
    expect(importReadiness(inspection(roles({ customer: 'c', unitPrice: 'p' })), english).reason).toBe(
      'Say which column is the time and quantity: choose the role over it.',
    );
  });

  it('is asked for in German', () => {
    expect(importReadiness(inspection(roles({ customer: 'c', amount: 'a' })), german).reason).toBe(
      'Sagen Sie, welche Spalte was ist: Zeit. Wählen Sie die Rolle darüber.',
    );
  });

  it('is nothing where the rules remove every line', () => {
    const ledger = { read: totals(9), entries: [], off: [], kept: totals(0) };
    const found = inspection({ ledger, ...roles({ customer: 'c', time: 't', amount: 'a' }) });
    expect(importReadiness(found, english).reason).toContain('remove every line');
  });

  it('is the customers of a table, if there is a feature', () => {
    const feature = { name: 'Age', type: 'number' as const, missing: 0, distinct: 3, values: [], suggested: true };
    expect(importReadiness(inspection({ kind: 'customers', features: [feature] }), english)).toEqual({
      lines: 2,
      reason: null,
    });
    expect(importReadiness(inspection({ kind: 'customers' }), english).reason).not.toBeNull();
  });
});
