import type { SegmentBasket } from '@clientele/contracts';

export const basketMeasures = ['averageOrderValue', 'itemsPerOrder', 'pricePerItem'] as const;
export type BasketMeasure = (typeof basketMeasures)[number];

/** Times, either way, from which a basket is worth the title. */
const telling = 1.25;
const fewestOrders = 20;

export interface BasketFinding {
  segment: number;
  measure: BasketMeasure;
  times: number;
}

/** The basket furthest from that of all customers on the log scale; null where none is a quarter larger (or as much smaller). Below 20 orders nothing is compared. */
export function basketFinding(baskets: readonly SegmentBasket[]): BasketFinding | null {
  const all = baskets.find(({ segment }) => segment === null);
  let best: BasketFinding | null = null;
  for (const basket of baskets) {
    if (all === undefined || basket.segment === null || basket.segment < 0 || basket.orders < fewestOrders) continue;
    for (const measure of basketMeasures) {
      const [own, base] = [basket[measure], all[measure]];
      if (own === null || base === null || own <= 0 || base <= 0) continue;
      const times = own / base;
      const distance = Math.abs(Math.log(times));
      if (distance < Math.log(telling) - 1e-12) continue;
      if (best === null || distance > Math.abs(Math.log(best.times))) {
        best = { segment: basket.segment, measure, times };
      }
    }
  }
  return best;
}
