import { ClienteleError } from '@clientele/contracts';

/** Days since 1970 of a date YYYY-MM-DD. Throws `usage` where the calendar has no such day. */
export function dayNumber(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new ClienteleError('usage', `There is no day ${date} in the calendar; give a date like 2011-12-09.`, {
      date,
    });
  return time / 86_400_000;
}

/** The date YYYY-MM-DD of a number of days since 1970. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** First day of the month that lies `months` after the month of a day. */
export function monthStart(day: number, months = 0): number {
  const date = new Date(day * 86_400_000);
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  return Math.round(date.getTime() / 86_400_000);
}

/** A date or time as ISO text to the engine; a date is its first moment. Throws `usage` where there is no such time. */
export function isoMoment(text: string): string {
  const date = text.slice(0, 10);
  dayNumber(date);
  const clock = text.length > 10 ? text.slice(11) : '00:00:00';
  const [, hours, minutes, seconds] = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?$/.exec(clock) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59)
    throw new ClienteleError('usage', `"${text}" is no time; give one like 2011-12-10 or 2011-12-10 12:50.`, { text });
  return `${date}T${seconds === undefined ? `${clock}:00` : clock}`;
}
