import type { Formats } from './create-formats.ts';

/** The name of a weekday in the reader's language; 0 is Monday. */
export function weekday(day: number, { locale }: Formats, length: 'short' | 'long' = 'short'): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day));
}

/** A time of day at the full hour: "09:00". */
export const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
