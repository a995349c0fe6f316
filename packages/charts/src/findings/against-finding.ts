import type { CustomerDetail } from '@clientele/contracts';
import { featureLabel } from '../feature-label.ts';
import type { FigureContext } from '../figure.ts';

/** Share of customers above or not above from which a place is worth the title. */
const extreme = 0.1;

/** Where the customer stands furthest out: "Revenue: only 5% of customers have more"; null where every feature lies in the middle four fifths. */
export function againstFinding(
  against: CustomerDetail['against'],
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  let best: { feature: string; above: number; distance: number } | null = null;
  for (const { feature: id, label, rank } of against) {
    if (rank === null || (rank < 1 - extreme && rank > extreme)) continue;
    const distance = Math.abs(rank - 0.5);
    if (best !== null && distance <= best.distance) continue;
    best = { feature: featureLabel({ id, label }, { text }), above: Math.max(0, 1 - rank), distance };
  }
  if (best === null) return null;
  const { feature, above } = best;
  if (above === 0) return text('against-base.titleNone', { feature });
  const share = formats.share(above, 0);
  if (above > 0.5) return text('against-base.title', { feature, share });
  return share === formats.share(0, 0)
    ? text('against-base.titleFewest', { feature })
    : text('against-base.titleFew', { feature, share });
}
