import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber } from '../features/calendar.ts';
import { comparePeriods, type Period } from './compare-periods.ts';

const text = ({ first, last }: Period) => `${dateOf(first)} ${dateOf(last)}`;
function compare(first: string, last: string, data: string) {
  const found = comparePeriods({ first: dayNumber(first), last: dayNumber(last) }, dayNumber(data));
  return found && [found.kind, text(found.current), text(found.before)];
}

describe('comparePeriods', () => {
  it('takes as many months before full months', () => {
    expect(compare('2011-06-01', '2011-08-31', '2010-12-01')).toEqual([
      'period-before',
      '2011-06-01 2011-08-31',
      '2011-03-01 2011-05-31',
    ]);
  });

  it('takes as many days before any other period', () => {
    expect(compare('2011-06-10', '2011-06-16', '2011-06-03')).toEqual([
      'period-before',
      '2011-06-10 2011-06-16',
      '2011-06-03 2011-06-09',
    ]);
  });

  it('halves the full months where the data do not reach back, leaving out what is unfinished', () => {
    expect(compare('2010-12-01', '2011-12-09', '2010-12-01')).toEqual([
      'halves',
      '2011-06-01 2011-11-30',
      '2010-12-01 2011-05-31',
    ]);
    expect(compare('2011-01-15', '2011-04-30', '2011-01-15')).toEqual([
      'halves',
      '2011-04-01 2011-04-30',
      '2011-03-01 2011-03-31',
    ]);
  });

  it('halves the days where there are fewer than two full months', () => {
    expect(compare('2011-01-15', '2011-01-19', '2011-01-15')).toEqual([
      'halves',
      '2011-01-18 2011-01-19',
      '2011-01-16 2011-01-17',
    ]);
    expect(compare('2011-01-15', '2011-01-15', '2011-01-15')).toBeNull();
  });
});
