/** What the number format of a cell makes of its number. */
export type NumberKind = 'number' | 'time' | 'clock';

const builtInTimes = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);
const builtInClocks = new Set([18, 19, 20, 21, 45, 47]);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Kind of a number format by its id and, for the workbook's own, its code (ECMA-376 part 1, 18.8.30 and 18.8.31). */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtInTimes.has(id) ? 'time' : builtInClocks.has(id) ? 'clock' : 'number';
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(bare) || /\[(h+|m+|s+)\]/i.test(bare)) return 'number';
  if (/[yd]/i.test(bare)) return 'time';
  if (/[hs]/i.test(bare)) return 'clock';
  return /m/i.test(bare) ? 'time' : 'number';
}

const daySeconds = 86_400;

/**
 * A serial number of days as `YYYY-MM-DD HH:MM:SS`, to the second; no time zone has a part in it. `epoch1904` for
 * workbooks that count from 1904. Day 60 of the other count is the 29 February 1900 that never was.
 */
export function serialText(serial: number, epoch1904: boolean): string {
  const shift = epoch1904 ? 1462 : serial < 60 ? 1 : 0;
  const seconds = Math.round((serial + shift) * daySeconds);
  const time = new Date(Date.UTC(1899, 11, 30) + seconds * 1000);
  return Number.isNaN(time.getTime()) ? String(serial) : time.toISOString().slice(0, 19).replace('T', ' ');
}

/** A part of a day as `HH:MM:SS`. */
export function clockText(serial: number): string {
  const seconds = Math.round(serial * daySeconds) % daySeconds;
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

/** A number as Excel holds it, to 15 digits, as its shortest text: 489434, not 489434.0. */
export function numberText(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return String(text.length > 15 ? Number(value.toPrecision(15)) : value);
}
