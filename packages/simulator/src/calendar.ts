import { ClienteleError } from '@clientele/contracts';
import { pickIndex, runningSums } from './weighted.ts';

const dayMs = 86_400_000;
const months = [0.78, 0.86, 0.98, 0.94, 0.92, 0.86, 0.82, 0.8, 0.96, 1.12, 1.6, 2];
const weekdays = [0.9, 1.16, 1.1, 1.05, 1.08, 0.95, 0.66];
const hours = [2, 1, 0.5, 0.3, 0.3, 0.8, 2, 4, 6, 8, 9, 9, 10, 9, 8, 8, 8, 8, 8, 9, 11, 11, 8, 5];

/** The days of the shop: how busy each is, how it is written, and picks by busyness. Days count from 0. */
export interface Calendar {
  days: number;
  /** YYYY-MM-DD of a day. */
  dateOf(day: number): string;
  /** October to December. */
  isFestive(day: number): boolean;
  /** Prices rise by 4 % each 1 January; this is the number of rises so far. */
  priceRises(day: number): number;
  /** A day from first to last, by busyness. */
  pickDay(u: number, first: number, last: number): number;
  /** A day from first to last; November and December count three times over. */
  pickGiftDay(u: number, first: number, last: number): number;
  /** A minute of the day, by the hours in which people shop. */
  pickMinute(u: number, v: number): number;
}

/** @throws ClienteleError `usage` where `from` is not a calendar date. */
export function createCalendar(from: string, days: number): Calendar {
  const start = Date.parse(`${from}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || Number.isNaN(start) || isoDate(start) !== from) {
    throw new ClienteleError(
      'usage',
      `The first day of a simulated shop is "${from}", which is not a calendar date; write it like 2024-01-01.`,
      { from },
    );
  }
  const dates = Array.from({ length: days }, (_, day) => new Date(start + day * dayMs));
  const texts = dates.map((date) => isoDate(date.getTime()));
  const weights = dates.map((date, day) => busyness(date) * (1 + (0.5 * day) / days));
  const sums = runningSums(weights);
  const giftSums = runningSums(weights.map((weight, day) => weight * (dates[day]!.getUTCMonth() >= 10 ? 3 : 1)));
  const hourSums = runningSums(hours);
  const festive = dates.map((date) => date.getUTCMonth() >= 9);
  const firstYear = dates[0]?.getUTCFullYear() ?? 0;
  const rises = dates.map((date) => date.getUTCFullYear() - firstYear);
  return {
    days,
    dateOf: (day) => texts[day]!,
    isFestive: (day) => festive[day]!,
    priceRises: (day) => rises[day]!,
    pickDay: (u, first, last) => pickIndex(sums, u, first, last),
    pickGiftDay: (u, first, last) => pickIndex(giftSums, u, first, last),
    pickMinute: (u, v) => pickIndex(hourSums, u) * 60 + Math.floor(v * 60),
  };
}

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function busyness(date: Date): number {
  const month = date.getUTCMonth();
  const day = date.getUTCDate();
  const weight = months[month]! * weekdays[date.getUTCDay()]!;
  if (month !== 11 || day < 19) return weight;
  return weight * (day === 25 || day === 26 ? 0.08 : 0.4);
}
