/** The segment whose share of revenue outruns its share of customers most: "Champions: 17% of customers, 65% of revenue". Null where none does by a tenth. */
export function sharesFinding(
  rows: readonly { name: string; customers: number; revenue: number | null }[],
  percent: (share: number) => string,
): string | null {
  let best: { name: string; gain: number; customers: number; revenue: number } | null = null;
  for (const { name, customers, revenue } of rows) {
    if (revenue === null) continue;
    const gain = revenue - customers;
    if (gain >= 0.1 && gain > (best?.gain ?? 0)) best = { name, gain, customers, revenue };
  }
  return best === null
    ? null
    : `${best.name}: ${percent(best.customers)} of customers, ${percent(best.revenue)} of revenue`;
}
