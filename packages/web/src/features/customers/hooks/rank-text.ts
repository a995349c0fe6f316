import type { Formats } from '@clientele/charts';

const middle = 0.5;
const finest = 0.01;

/** A place among all customers: "top 5%", "lowest 12%", from the share with a value at or below this one. */
export function rankText(rank: number | null, formats: Formats): string | null {
  if (rank === null) return null;
  const above = 1 - rank;
  return above < middle
    ? `top ${formats.share(Math.max(finest, above), 0)}`
    : `lowest ${formats.share(Math.max(finest, rank), 0)}`;
}
