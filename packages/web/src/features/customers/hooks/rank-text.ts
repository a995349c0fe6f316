import type { Formats } from '@clientele/charts';
import type { FeatureUnit } from '@clientele/contracts';

const middle = 0.5;
const finest = 0.01;

/** A place among all customers: "top 5%", "lowest 12%", for days "longest 5%"; from the share with a value at or below this one. */
export function rankText(rank: number | null, unit: FeatureUnit, formats: Formats): string | null {
  if (rank === null) return null;
  const above = 1 - rank;
  const [high, low] = unit === 'days' ? ['longest', 'shortest'] : ['top', 'lowest'];
  return above < middle
    ? `${high} ${formats.share(Math.max(finest, above), 0)}`
    : `${low} ${formats.share(Math.max(finest, rank), 0)}`;
}
