import type { FigureContext } from '../figure.ts';
import { revenueLead, type SizeAndRevenue } from './revenue-lead.ts';

/** The segment whose share of revenue outruns its share of customers most: "Champions: 17% of customers, 65% of revenue". Null where none does by a tenth. */
export function sharesFinding(
  rows: readonly SizeAndRevenue[],
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  const best = revenueLead(rows);
  if (best === null) return null;
  return text('segment-size-revenue.title', {
    segment: best.name,
    customers: formats.share(best.customers, 0),
    revenue: formats.share(best.revenue, 0),
  });
}
