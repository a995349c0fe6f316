import type { OrderCount } from '@clientele/contracts';

const edges = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 10],
  [11, 20],
  [21, Number.POSITIVE_INFINITY],
] as const;

export interface OrderBins {
  /** Revenue of customers with one order. */
  oneTimeRevenue: number;
  bins: { label: string; customers: number }[];
}

/** Customers by number of orders in a few bins; null where there are none. */
export function orderBins(counts: readonly OrderCount[]): OrderBins | null {
  if (counts.length === 0) return null;
  const bins = edges.map(([from, to]) => ({
    label: from === to ? `${from}` : to === Number.POSITIVE_INFINITY ? `${from}+` : `${from}\u2013${to}`,
    customers: counts.reduce((sum, { orders, customers }) => sum + (orders >= from && orders <= to ? customers : 0), 0),
  }));
  while (bins.length > 1 && bins.at(-1)?.customers === 0) bins.pop();
  return { oneTimeRevenue: counts.find(({ orders }) => orders === 1)?.revenue ?? 0, bins };
}
