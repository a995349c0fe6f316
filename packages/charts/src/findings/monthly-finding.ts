import type { Month } from '@clientele/contracts';
import type { Text } from '@clientele/texts';
import type { FigureContext } from '../figure.ts';
import type { Formats } from '../format/create-formats.ts';
import type { UsualMonths } from './usual-months.ts';

/** "November 2011", from YYYY-MM, in the reader's language. */
export function longMonth(month: string, formats: Formats): string {
  return new Intl.DateTimeFormat(formats.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** How far a month is from the median month: "£539k above the median month". */
export const fromMedian = (value: number, usual: UsualMonths, amount: (value: number) => string, text: Text): string =>
  text(value < usual.median ? 'monthly.below' : 'monthly.above', { distance: amount(Math.abs(value - usual.median)) });

/** The most unusual month in a sentence; null where every month is in the usual range. */
export function monthlyFinding(
  months: readonly Month[],
  measure: (month: Month) => number,
  usual: UsualMonths | null,
  amount: (value: number) => string,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  const index = usual?.unusual[0];
  const month = index === undefined ? undefined : months[index];
  if (usual === null || month === undefined) return null;
  const value = measure(month);
  const name = { month: longMonth(month.month, formats) };
  const distance = amount(Math.abs(value - usual.median));
  if (months.every((other) => measure(other) <= value)) return text('monthly.peak', { ...name, distance });
  if (months.every((other) => measure(other) >= value)) return text('monthly.low', { ...name, distance });
  return text('monthly.away', { ...name, away: fromMedian(value, usual, amount, text) });
}
