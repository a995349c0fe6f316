import type { OrderCount } from '@clientele/contracts';

/** First and last number of orders of each bin. */
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

export interface OrderBin {
  from: number;
  label: string;
  customers: number;
  revenue: number;
}

/** Customers by number of orders in a few bins, without the empty ones at the end; the first holds those with one order. */
export function orderBins(counts: readonly OrderCount[]): OrderBin[] {
  if (counts.length === 0) return [];
  const bins = edges.map(([from, to]) => {
    const inside = counts.filter(({ orders }) => orders >= from && orders <= to);
    return {
      from,
      label: from === to ? `${from}` : to === Number.POSITIVE_INFINITY ? `${from}+` : `${from}\u2013${to}`,
      customers: inside.reduce((sum, { customers }) => sum + customers, 0),
      revenue: inside.reduce((sum, { revenue }) => sum + revenue, 0),
    };
  });
  while (bins.length > 1 && bins.at(-1)?.customers === 0) bins.pop();
  return bins;
}
