import type { Kpis, Points } from '@clientele/contracts';

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

export interface OrderCounts {
  /** Revenue of customers with one order; null where the points hold no money. */
  oneTimeRevenue: number | null;
  bins: { label: string; customers: number }[];
}

/** Customers by number of orders, from the points, where these are all customers of the totals; null otherwise. */
export function orderCounts(kpis: Kpis, points: Points | undefined): OrderCounts | null {
  const frequency = points?.features.frequency;
  if (points === undefined || frequency === undefined) return null;
  const isWhole = points.shown === points.total && points.ids.length === kpis.customers;
  if (!isWhole || frequency.filter((orders) => orders === 1).length !== kpis.oneTimeCustomers) return null;
  if (frequency.length === 0) return null;
  const money = points.features.monetary;
  const oneTimeRevenue =
    money === undefined
      ? null
      : money.reduce<number>((sum, amount, index) => (frequency[index] === 1 ? sum + (amount ?? 0) : sum), 0);
  const bins = edges.map(([from, to]) => ({
    label: from === to ? `${from}` : to === Number.POSITIVE_INFINITY ? `${from}+` : `${from}\u2013${to}`,
    customers: frequency.filter((orders) => orders !== null && orders >= from && orders <= to).length,
  }));
  while (bins.length > 1 && bins.at(-1)?.customers === 0) bins.pop();
  return { oneTimeRevenue, bins };
}
