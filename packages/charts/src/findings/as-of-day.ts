import type { CustomerDetail } from '@clientele/contracts';

const dayMs = 86_400_000;

/** The day up to which a customer's numbers count: that of the last order plus the days since. Null for a table of customers. */
export function asOfDay({ lastOrder, features }: Pick<CustomerDetail, 'lastOrder' | 'features'>): string | null {
  const { recency } = features;
  if (lastOrder === null || typeof recency !== 'number') return null;
  const last = Date.parse(`${lastOrder.slice(0, 10)}T00:00:00Z`);
  return new Date(last + recency * dayMs).toISOString().slice(0, 10);
}
