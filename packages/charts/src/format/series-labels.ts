import type { Formats } from './create-formats.ts';
import { monthTicks } from './month-ticks.ts';

const roomOfMonth = 44;
const roomOfDate = 92;

/** Labels of steps (their first days, in order) on an axis of so many pixels: months, or dates where there are few months. Null: none. */
export function seriesLabels(starts: readonly string[], width: number, formats: Formats): (string | null)[] {
  const labels = starts.map((): string | null => null);
  const times = starts.map((start) => Date.parse(start));
  const ticks = monthTicks(times[0] ?? 0, times.at(-1) ?? 0, Math.max(2, Math.floor(width / roomOfMonth)));
  if (ticks.length < 3) {
    const every = Math.max(1, Math.ceil((starts.length * roomOfDate) / width));
    return starts.map((start, index) => (index % every === 0 ? formats.date(start) : null));
  }
  let isFirst = true;
  for (const tick of ticks) {
    const at = times.findIndex((time) => time >= tick);
    if (at < 0) continue;
    const month = new Date(tick).toISOString().slice(0, 7);
    labels[at] = formats.month(month, isFirst || month.endsWith('-01')).replace(' ', '\n');
    isFirst = false;
  }
  return labels;
}
