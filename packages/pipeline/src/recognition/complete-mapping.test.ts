import { ClienteleError, type Mapping } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../cleaning/testing/memory-source.ts';
import { completeMapping } from './complete-mapping.ts';

const columns = ['CustomerID', 'InvoiceDate', 'Quantity', 'UnitPrice', 'Total', '__proto__', 'constructor'];
const source = memorySource(columns, []);
const recognised: Mapping = {
  kind: 'orders',
  roles: { customer: 'CustomerID', time: 'InvoiceDate', quantity: 'Quantity', unitPrice: 'UnitPrice' },
  dateOrder: 'auto',
  decimal: 'auto',
  currency: 'GBP',
};

function failure(work: () => unknown): ClienteleError {
  try {
    work();
  } catch (cause) {
    if (cause instanceof ClienteleError) return cause;
  }
  throw new Error('did not throw a ClienteleError');
}

describe('completeMapping', () => {
  it('leaves what was recognised where nothing is said', () => {
    expect(completeMapping(source, recognised)).toEqual(recognised);
  });

  it('puts an amount in the place of a recognised unit price, and back', () => {
    const withAmount = completeMapping(source, recognised, { roles: { amount: 'Total' } });
    expect(withAmount.roles).toEqual({
      customer: 'CustomerID',
      time: 'InvoiceDate',
      quantity: 'Quantity',
      amount: 'Total',
    });
    const back = completeMapping(source, withAmount, { roles: { unitPrice: 'UnitPrice' } });
    expect(back.roles).toEqual(recognised.roles);
  });

  it('finds a column however its name is written', () => {
    expect(completeMapping(source, recognised, { roles: { customer: 'customer_id' } }).roles.customer).toBe(
      'CustomerID',
    );
  });

  it('takes a column away from its recognised role', () => {
    const mapping = completeMapping(source, recognised, { roles: { order: 'CustomerID', customer: 'constructor' } });
    expect(mapping.roles).toMatchObject({ order: 'CustomerID', customer: 'constructor' });
  });

  it('names the column, the file and close names', () => {
    const error = failure(() => completeMapping(source, recognised, { roles: { customer: 'CustmerID' } }));
    expect(error.code).toBe('column-missing');
    expect(error.message).toBe('rows.csv has no column "CustmerID" for the role customer; did you mean CustomerID?');
    expect(failure(() => completeMapping(source, recognised, { roles: { customer: 'qqqqqqqq' } })).message).toContain(
      'its columns are CustomerID',
    );
  });

  it('keeps odd names apart from what objects inherit', () => {
    expect(completeMapping(source, recognised, { roles: { customer: '__proto__' } }).roles.customer).toBe('__proto__');
    expect(failure(() => completeMapping(source, recognised, { roles: { customer: 'toString' } })).code).toBe(
      'column-missing',
    );
  });

  it.each([
    ['time', { time: null }],
    ['customer', { customer: null }],
    ['quantity', { quantity: null }],
    ['amount', { unitPrice: null }],
  ])('says that %s is missing', (role, patch) => {
    const error = failure(() => completeMapping(source, recognised, { roles: patch }));
    expect(error.code).toBe('mapping-incomplete');
    expect(error.message).toContain(role);
  });

  it('needs no role for a table of customers', () => {
    expect(completeMapping(source, recognised, { kind: 'customers', roles: { time: null } }).kind).toBe('customers');
  });
});
