import type { FigureContext } from '@clientele/charts';
import type { FeatureUnit } from '@clientele/contracts';

const middle = 0.5;
const finest = 0.01;

/** A place among all customers: "top 5%", "lowest 12%", for days "longest 5%"; from the share with a value at or below this one. */
export function rankText(
  rank: number | null,
  unit: FeatureUnit,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  if (rank === null) return null;
  const above = 1 - rank;
  const [high, low] = unit === 'days' ? (['longest', 'shortest'] as const) : (['top', 'lowest'] as const);
  const share = (part: number) => formats.share(Math.max(finest, part), 0);
  return above < middle
    ? text(`customers.rank.${high}`, { share: share(above) })
    : text(`customers.rank.${low}`, { share: share(rank) });
}
