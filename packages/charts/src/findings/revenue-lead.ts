export interface SizeAndRevenue {
  name: string;
  customers: number;
  /** Shares, 0 to 1; null where there is no money. */
  revenue: number | null;
}

/** The one whose share of revenue outruns its share of customers most, by a tenth at least; null otherwise. */
export function revenueLead<Row extends SizeAndRevenue>(rows: readonly Row[]): (Row & { revenue: number }) | null {
  let best: (Row & { revenue: number }) | null = null;
  for (const row of rows) {
    if (row.revenue === null) continue;
    const lead = row.revenue - row.customers;
    if (lead >= 0.1 && (best === null || lead > best.revenue - best.customers)) best = { ...row, revenue: row.revenue };
  }
  return best;
}
