import { defaultRules, type Filters } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { nothingKept } from './nothing-kept.ts';

const table = (kind: 'orders' | 'customers'): DataTable => ({
  kind,
  table: 't',
  columns: [],
  rules: defaultRules,
  mapping: { kind, roles: {}, dateOrder: 'auto', decimal: 'auto', currency: null },
});

describe('nothingKept', () => {
  const cases: [Filters, string][] = [
    [{ countries: ['Malta', 'Spain'] }, 'No orders from Malta or Spain; reset the countries.'],
    [{ countries: ['A', 'B', 'C', 'D'] }, 'No orders from A, B and 2 others; reset the countries.'],
    [{ from: '2011-06-01', to: '2011-06-30' }, 'No orders in June 2011; reset the dates.'],
    [{ from: '2011-06-02', to: '2011-06-30' }, 'No orders from 2 June 2011 to 30 June 2011; reset the dates.'],
    [{ to: '2011-06-30' }, 'No orders up to 30 June 2011; reset the dates.'],
    [
      { from: '2011-06-30', customer: 'x' },
      'No orders of customer "x" from 30 June 2011 on; reset the customer or the dates.',
    ],
    [
      { from: '2011-06-30', to: '2011-06-30', segments: [1] },
      'No orders in the chosen segments on 30 June 2011; reset the segments or the dates.',
    ],
    [{}, 'No orders are left: the cleaning rules remove every row; switch one off or correct the columns.'],
  ];
  it.each(cases)('%j', (filters, message) => {
    expect(nothingKept(table('orders'), filters).message).toBe(message);
  });

  it('does not speak of dates in a table of customers', () => {
    const error = nothingKept(table('customers'), { from: '2011-06-01', countries: ['Malta'] });
    expect(error.message).toBe('No customers from Malta; reset the countries.');
  });
});
