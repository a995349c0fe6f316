import { type FigureContext, featureLabel, featureText } from '@clientele/charts';
import type { CustomerDetail, FeatureInfo } from '@clientele/contracts';
import { rankText } from './rank-text.ts';

export interface CustomerTile {
  id: string;
  label: string;
  value: string;
  rank: string | null;
}

/** The numbers of most interest for order lines, in this order. */
const preferred = ['monetary', 'frequency', 'averageOrderValue', 'distinctProducts', 'recency', 'tenure'];
const most = 6;

/** The customer's numbers, each with its place among all. */
export function customerTiles(
  customer: CustomerDetail,
  features: readonly FeatureInfo[],
  context: FigureContext,
): CustomerTile[] {
  const place = (id: string) => {
    const at = preferred.indexOf(id);
    return at < 0 ? preferred.length : at;
  };
  const isOrders = customer.against.some(({ feature }) => feature === 'monetary');
  return customer.against
    .filter(({ feature }) => !isOrders || preferred.includes(feature))
    .sort((left, right) => place(left.feature) - place(right.feature))
    .slice(0, most)
    .map(({ feature, label, value, rank }) => {
      const unit = features.find(({ id }) => id === feature)?.unit ?? 'number';
      return {
        id: feature,
        label: featureLabel({ id: feature, label }, context),
        value: featureText(value, unit, context.formats),
        rank: rankText(rank, unit, context),
      };
    });
}
