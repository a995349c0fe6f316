import type { Month } from '@clientele/contracts';
import { dateOf, monthStart } from '../features/calendar.ts';
import type { Period } from './compare-periods.ts';

/** More months than this come from a wrong year in the data: empty months are then left out. */
const mostMonths = 1200;

export type FilledMonth = Omit<Month, 'usual'>;
type CountedMonth = Omit<FilledMonth, 'days' | 'daysInMonth'>;

const nothing = { revenue: 0, orders: 0, customers: 0, newCustomers: 0, newRevenue: 0, unknownRevenue: 0 };

/** All months of a period, those without orders as zeros, each with how many of its days the period covers. */
export function fillMonths(found: readonly CountedMonth[], period: Period): FilledMonth[] {
  const byMonth = new Map(found.map((month) => [month.month, month]));
  const months: FilledMonth[] = [];
  for (let start = monthStart(period.first); start <= period.last; start = monthStart(start, 1)) {
    const end = monthStart(start, 1) - 1;
    const month = dateOf(start).slice(0, 7);
    months.push({
      ...(byMonth.get(month) ?? { month, ...nothing }),
      days: Math.min(end, period.last) - Math.max(start, period.first) + 1,
      daysInMonth: end - start + 1,
    });
  }
  return months.length > mostMonths ? months.filter(({ month }) => byMonth.has(month)) : months;
}
