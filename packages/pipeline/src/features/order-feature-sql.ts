import type { OrderFeatureId } from '@clientele/contracts';

const dayMicros = '86400000000';

/**
 * Each order feature as SQL over t (totals of a customer: orders, amount, items, first, last, lines),
 * p (distinct products) and r (returned lines), and `asOf`, which binds the moment and answers its SQL.
 */
export const orderFeatureSql: Record<OrderFeatureId, (asOf: () => string) => string> = {
  recency: (asOf) => `(epoch_us(${asOf()}) - epoch_us(t.last)) // ${dayMicros}`,
  frequency: () => 't.orders',
  monetary: () => 't.amount',
  tenure: (asOf) => `(epoch_us(${asOf()}) - epoch_us(t.first)) // ${dayMicros}`,
  averageOrderValue: () => 't.amount / nullif(t.orders, 0)',
  daysBetweenOrders: () =>
    `case when t.orders > 1 then (epoch_us(t.last) - epoch_us(t.first)) / ${dayMicros}.0 / (t.orders - 1) end`,
  distinctProducts: () => 'coalesce(p.products, 0)',
  itemsPerOrder: () => 't.items / nullif(t.orders, 0)',
  returnShare: () => 'coalesce(r.returned, 0) / (t.lines + coalesce(r.returned_not_kept, 0))',
};
