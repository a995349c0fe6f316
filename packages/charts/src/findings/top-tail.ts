export interface TopTail {
  /** Index of the first bin of the tail. */
  from: number;
  customers: number;
  revenue: number;
}

/**
 * From which bin on customers bring most more than their part: the tail with the greatest lead of its share of revenue over its share of customers.
 * Null where no lead reaches a tenth, or where revenue is below zero anywhere.
 */
export function topTail(bins: readonly { customers: number; revenue: number }[]): TopTail | null {
  const customers = bins.reduce((sum, bin) => sum + bin.customers, 0);
  const revenue = bins.reduce((sum, bin) => sum + bin.revenue, 0);
  if (customers === 0 || revenue <= 0 || bins.some((bin) => bin.revenue < 0)) return null;
  let best: TopTail | null = null;
  let [tailCustomers, tailRevenue] = [0, 0];
  for (let from = bins.length - 1; from > 0; from -= 1) {
    tailCustomers += (bins[from]?.customers ?? 0) / customers;
    tailRevenue += (bins[from]?.revenue ?? 0) / revenue;
    const lead = tailRevenue - tailCustomers;
    if (lead >= 0.1 && lead > (best === null ? 0 : best.revenue - best.customers)) {
      best = { from, customers: tailCustomers, revenue: tailRevenue };
    }
  }
  return best;
}
