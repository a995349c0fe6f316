import { type Ledger, ruleTexts } from '@clientele/contracts';
import { count, money } from './numbers.ts';
import { textTable } from './text-table.ts';

/** The ledger as a table: read, each rule, kept; rules that are off in brackets. */
export function ledgerText({ read, entries, off, kept }: Ledger, isOrders: boolean): string {
  const revenue = (text: string) => (isOrders ? [text] : []);
  return textTable(
    [
      { label: 'Cleaning' },
      { label: isOrders ? 'Lines' : 'Rows', align: 'right' },
      { label: 'Customers', align: 'right' },
      ...(isOrders ? [{ label: 'Revenue', align: 'right' as const }] : []),
    ],
    [
      ['Read', count(read.rows), count(read.customers), ...revenue(money(read.revenue))],
      ...entries
        .filter((entry) => entry.rows > 0)
        .map((entry) => [
          ruleTexts[entry.rule].label,
          count(-entry.rows),
          count(-entry.customers),
          ...revenue(money(-entry.revenue)),
        ]),
      ['Kept', count(kept.rows), count(kept.customers), ...revenue(money(kept.revenue))],
      ...off
        .filter((entry) => entry.rows > 0)
        .map((entry) => [
          `${ruleTexts[entry.rule].label} (off)`,
          `(${count(-entry.rows)})`,
          `(${count(-entry.customers)})`,
          ...revenue(`(${money(-entry.revenue)})`),
        ]),
    ],
  );
}
