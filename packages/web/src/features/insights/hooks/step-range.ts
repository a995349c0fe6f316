import type { Grain } from '@clientele/contracts';

const dayMs = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** First and last day of a step. */
export function stepRange(start: string, grain: Grain): { from: string; to: string } {
  const first = Date.parse(`${start}T00:00:00Z`);
  if (grain === 'day') return { from: start, to: start };
  if (grain === 'week') return { from: start, to: dayOf(first + 6 * dayMs) };
  const month = new Date(first);
  return { from: start, to: dayOf(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)) };
}
