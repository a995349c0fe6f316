import type { Month } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';
import type { Formats } from '../format/create-formats.ts';
import { bandOf, type ExpectedMeasure, type UnusualMonths } from './unusual-months.ts';

/** "November 2011", from YYYY-MM, in the reader's language. */
export function longMonth(month: string, formats: Formats): string {
  return new Intl.DateTimeFormat(formats.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** How far a month is from the expected: positive above it; 0 where nothing is expected. */
export const distanceOf = (month: Month, measure: ExpectedMeasure): number =>
  month[measure] - (bandOf(month, measure)?.expected ?? month[measure]);

/** What the distance is from, as the texts name it: the median month where all months share a band. */
export const centreOf = ({ flat }: UnusualMonths): 'median' | 'expected' => (flat === null ? 'expected' : 'median');

/** How far a month is from the expected, in words: "£539k above the median month". */
export function fromExpected(
  month: Month,
  measure: ExpectedMeasure,
  found: UnusualMonths,
  amount: (value: number) => string,
  { text }: Pick<FigureContext, 'text'>,
): string {
  const distance = distanceOf(month, measure);
  return text(distance < 0 ? 'monthly.below' : 'monthly.above', {
    distance: amount(Math.abs(distance)),
    from: centreOf(found),
  });
}

/** The most unusual month in a sentence; null where every month is in its usual range. */
export function monthlyFinding(
  months: readonly Month[],
  measure: ExpectedMeasure,
  found: UnusualMonths | null,
  amount: (value: number) => string,
  context: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  const { formats, text } = context;
  const month = months[found?.unusual[0] ?? -1];
  if (found === null || month === undefined) return null;
  const value = month[measure];
  const distance = distanceOf(month, measure);
  const said = {
    month: longMonth(month.month, formats),
    distance: amount(Math.abs(distance)),
    from: centreOf(found),
  };
  if (distance > 0 && months.every((other) => other[measure] <= value)) return text('monthly.peak', said);
  if (distance < 0 && months.every((other) => other[measure] >= value)) return text('monthly.low', said);
  return text('monthly.away', { ...said, away: fromExpected(month, measure, found, amount, context) });
}
