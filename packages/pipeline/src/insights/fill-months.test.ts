import { describe, expect, it } from 'vitest';
import { dayNumber } from '../features/calendar.ts';
import { fillMonths } from './fill-months.ts';

const period = (first: string, last: string) => ({ first: dayNumber(first), last: dayNumber(last) });

const newcomers = { newCustomers: 1, newRevenue: 3, unknownRevenue: 2 };
const none = { newCustomers: 0, newRevenue: 0, unknownRevenue: 0 };

describe('fillMonths', () => {
  it('fills gaps with zeros and says how many days are covered', () => {
    const found = [
      { month: '2011-12', revenue: 5, orders: 1, customers: 1, ...newcomers },
      { month: '2012-02', revenue: 7, orders: 2, customers: 2, ...newcomers },
    ];
    expect(fillMonths(found, period('2011-12-20', '2012-02-09'))).toEqual([
      { ...found[0], days: 12, daysInMonth: 31 },
      { month: '2012-01', revenue: 0, orders: 0, customers: 0, ...none, days: 31, daysInMonth: 31 },
      { ...found[1], days: 9, daysInMonth: 29 },
    ]);
  });

  it('keeps only months with orders where a wrong year stretches the data', () => {
    const found = [{ month: '0201-05', revenue: 5, orders: 1, customers: 1, ...newcomers }];
    expect(fillMonths(found, period('0201-05-03', '2012-02-09')).map(({ month }) => month)).toEqual(['0201-05']);
  });
});
