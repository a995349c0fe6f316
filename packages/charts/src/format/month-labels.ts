import type { Formats } from './create-formats.ts';

const steps = [1, 2, 3, 6, 12, 24, 60, 120];
const roomOfMonth = 24;
const roomOfSeveral = 34;

/** Labels of consecutive months (YYYY-MM) on an axis of so many pixels: every month where there is room, else every second, third, ... or only years. Null: none. */
export function monthLabels(months: readonly string[], width: number, { month: write }: Formats): (string | null)[] {
  const step =
    steps.find((each) => (width * each) / months.length >= (each === 1 ? roomOfMonth : roomOfSeveral)) ?? 120;
  let isFirst = true;
  return months.map((month) => {
    const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
    if ((year * 12 + number - 1) % step !== 0) return null;
    if (step >= 12) return String(year);
    const withYear = isFirst || number === 1;
    isFirst = false;
    return write(month, withYear).replace(' ', '\n');
  });
}
