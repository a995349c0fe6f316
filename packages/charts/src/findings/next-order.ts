import type { CustomerDetail } from '@clientele/contracts';
import { median } from './median.ts';

const dayMs = 86_400_000;
const fewestGaps = 2;

export interface NextOrder {
  /** Median of the gaps between days with an order, in days. */
  usualGapDays: number;
  /** ISO date on which the next order was or is due. */
  due: string;
  /** Whole days past the due date at the as-of time; null where it is not past. */
  lateDays: number | null;
}

const dayOf = (iso: string): number => Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / dayMs);

/** When the next order is due: the last day with an order plus the usual gap. Null below two gaps between days with an order. */
export function nextOrder(orders: CustomerDetail['orders'], asOf: string | null): NextOrder | null {
  const days = [...new Set(orders.map(({ time }) => dayOf(time)))].sort((left, right) => left - right);
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const last = days.at(-1);
  const usual = median(gaps);
  if (last === undefined || usual === null || gaps.length < fewestGaps) return null;
  const dueDay = last + Math.round(usual);
  const late = asOf === null ? 0 : dayOf(asOf) - dueDay;
  return {
    usualGapDays: usual,
    due: new Date(dueDay * dayMs).toISOString().slice(0, 10),
    lateDays: late > 0 ? late : null,
  };
}
