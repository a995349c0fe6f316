import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber, isoMoment, monthStart } from './calendar.ts';

describe('calendar', () => {
  it('goes from date to day and back', () => {
    for (const date of ['1969-12-31', '1970-01-01', '2000-02-29', '2011-12-09'])
      expect(dateOf(dayNumber(date))).toBe(date);
  });

  it('finds the start of months across years', () => {
    const day = dayNumber('2011-01-31');
    expect([monthStart(day), monthStart(day, 1), monthStart(day, -2)].map(dateOf)).toEqual([
      '2011-01-01',
      '2011-02-01',
      '2010-11-01',
    ]);
  });

  it('reads a date as its first moment, and times with or without seconds', () => {
    expect(isoMoment('2011-12-10')).toBe('2011-12-10T00:00:00');
    expect(isoMoment('2011-12-10 12:50')).toBe('2011-12-10T12:50:00');
    expect(isoMoment('2011-12-10T12:50:01.25')).toBe('2011-12-10T12:50:01.25');
  });

  it('refuses days and times that are none', () => {
    for (const text of ['2011-02-30', '2011-13-01', '2011-12-10 24:00', '2011-12-10 12', 'today'])
      expect(() => isoMoment(text)).toThrow(/There is no day|is no time/);
  });
});
