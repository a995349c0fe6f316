import { createFormats } from '@clientele/charts';
import type { Ledger } from '@clientele/contracts';
import { expect, it } from 'vitest';
import { ledgerBalance } from './ledger-balance.ts';

const formats = createFormats({ locale: 'en-GB', currency: 'GBP' });
const totals = (rows: number, revenue: number) => ({ rows, customers: 1, orders: 1, revenue });
const ledger = (kept: number): Ledger => ({
  read: totals(10, 100.1),
  entries: [{ rule: 'cancellation', ...totals(3, -20.2), left: totals(7, 120.3) }],
  off: [],
  kept: totals(kept, 120.3),
});

it('says so when rows and money add up', () => {
  expect(ledgerBalance(ledger(7), formats)).toEqual({
    isClosed: true,
    text: 'Balances to the line and the cent: 10 read = 7 kept + 3 removed.',
  });
});

it('says so when a line is lost', () => {
  expect(ledgerBalance(ledger(6), formats).isClosed).toBe(false);
});
