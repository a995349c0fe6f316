import type { CustomerDetail } from '@clientele/contracts';
import type { Formats } from '../format/create-formats.ts';
import { capitalised, numberWord } from '../format/number-word.ts';
import { longMonth } from './monthly-finding.ts';
import type { NextOrder } from './next-order.ts';

/** "Eight orders, then silence since October 2011" where the next order is overdue; otherwise the number of orders and the last one's month. */
export function ordersFinding(
  orders: CustomerDetail['orders'],
  next: NextOrder | null,
  formats: Formats,
): string | null {
  const last = orders.at(-1);
  if (last === undefined) return null;
  const month = longMonth(last.time.slice(0, 7), formats);
  if (orders.length === 1) return `One order, in ${month}`;
  const count = capitalised(numberWord(orders.length, formats.count));
  return (next?.lateDays ?? null) === null
    ? `${count} orders, the last in ${month}`
    : `${count} orders, then silence since ${month}`;
}
