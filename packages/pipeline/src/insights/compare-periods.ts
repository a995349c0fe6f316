import { dateOf, monthStart } from '../features/calendar.ts';

/** Days since 1970, both included. */
export interface Period {
  first: number;
  last: number;
}

export interface ComparedPeriods {
  kind: 'period-before' | 'halves';
  current: Period;
  before: Period;
}

function isMonthStart(day: number): boolean {
  return monthStart(day) === day;
}

function monthsBetween(start: number, end: number): number {
  const [a, b] = [dateOf(start), dateOf(end)];
  return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
}

/**
 * What a period is compared with. The period just before it, where the data reach back that far: as many months where
 * it is made of full months, else as many days. Otherwise its own halves: of its full months, leaving out the first
 * where their number is odd; with fewer than two full months, of its days. Null where there are fewer than two days.
 */
export function comparePeriods(period: Period, firstDayOfData: number): ComparedPeriods | null {
  const { first, last } = period;
  const whole = isMonthStart(first) && isMonthStart(last + 1);
  const beforeFirst = whole ? monthStart(first, -monthsBetween(first, last + 1)) : first - (last - first + 1);
  if (beforeFirst >= firstDayOfData)
    return { kind: 'period-before', current: period, before: { first: beforeFirst, last: first - 1 } };

  const firstMonth = isMonthStart(first) ? first : monthStart(first, 1);
  const end = monthStart(last + 1);
  const half = Math.floor(monthsBetween(firstMonth, end) / 2);
  if (half >= 1) {
    const middle = monthStart(end, -half);
    return {
      kind: 'halves',
      current: { first: middle, last: end - 1 },
      before: { first: monthStart(end, -2 * half), last: middle - 1 },
    };
  }
  const days = Math.floor((last - first + 1) / 2);
  if (days < 1) return null;
  return {
    kind: 'halves',
    current: { first: last - days + 1, last },
    before: { first: last - 2 * days + 1, last: last - days },
  };
}
