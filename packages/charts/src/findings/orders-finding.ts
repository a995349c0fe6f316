import type { CustomerDetail } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';
import { capitalised } from '../format/capitalised.ts';
import { inWords } from '../format/in-words.ts';
import { longMonth } from './monthly-finding.ts';
import type { NextOrder } from './next-order.ts';

/** "Eight orders, then silence since October 2011" where the next order is overdue; otherwise the number of orders and the last one's month. */
export function ordersFinding(
  orders: CustomerDetail['orders'],
  next: NextOrder | null,
  context: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  const { formats, text } = context;
  const last = orders.at(-1);
  if (last === undefined) return null;
  const month = longMonth(last.time.slice(0, 7), formats);
  if (orders.length === 1) return text('customer-orders.titleOne', { month });
  const isLate = (next?.lateDays ?? null) !== null;
  return text(isLate ? 'customer-orders.titleSilence' : 'customer-orders.title', {
    orders: capitalised(inWords(orders.length, context)),
    month,
  });
}
