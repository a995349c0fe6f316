import { describe, expect, it } from 'vitest';
import { type GroupId, groupIds } from './groups.ts';
import { simulateShop } from './simulate-shop.ts';

interface Figures {
  recency: number;
  frequency: number;
  monetary: number;
}

/** Recency, frequency and monetary of each customer from the readable, paid lines. */
function figures(seed: number): { group: GroupId; rfm: Figures }[] {
  const shop = simulateShop({ seed });
  const asOf = Date.parse(`${shop.to}T24:00:00Z`);
  const found = new Map(shop.customers.map(({ id }) => [id, { last: 0, orders: new Set<string>(), revenue: 0 }]));
  for (const line of shop.orders()) {
    const customer = found.get(line.customer ?? '');
    if (!customer || line.quantity <= 0 || !line.time.startsWith('20')) continue;
    customer.last = Math.max(customer.last, Date.parse(`${line.time.replace(' ', 'T')}Z`));
    customer.orders.add(line.order);
    customer.revenue += line.quantity * line.unitPrice;
  }
  return shop.customers.map(({ id, group }) => {
    const { last, orders, revenue } = found.get(id)!;
    return { group, rfm: { recency: (asOf - last) / 86_400_000, frequency: orders.size, monetary: revenue } };
  });
}

function standardised(values: number[]): number[] {
  const logs = values.map(Math.log1p);
  const mean = logs.reduce((a, b) => a + b) / logs.length;
  const deviation = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / logs.length);
  return logs.map((x) => (x - mean) / deviation);
}

/** Plain Lloyd from given centres. */
function lloyd(points: number[][], start: number[][]): number[] {
  let centers = start;
  let labels: number[] = [];
  for (let pass = 0; pass < 40; pass++) {
    labels = points.map((point) => {
      const distances = centers.map((center) => center.reduce((sum, x, i) => sum + (x - point[i]!) ** 2, 0));
      return distances.indexOf(Math.min(...distances));
    });
    centers = centers.map((center, k) => {
      const own = points.filter((_, i) => labels[i] === k);
      return center.map((_, c) => own.reduce((sum, point) => sum + point[c]!, 0) / own.length);
    });
  }
  return labels;
}

describe('the planted groups', () => {
  it.each([1, 2, 3])(
    'are found by k-means in log recency, frequency and monetary, but not perfectly (seed %i)',
    (seed) => {
      const customers = figures(seed);
      const columns = (['recency', 'frequency', 'monetary'] as const).map((name) =>
        standardised(customers.map(({ rfm }) => rfm[name])),
      );
      const points = customers.map((_, i) => columns.map((column) => column[i]!));
      const first = groupIds.map((id) => points[customers.findIndex(({ group }) => group === id)]!);
      const labels = lloyd(points, first);
      const right = groupIds.map((id, k) => customers.filter(({ group }, i) => group === id && labels[i] === k).length);
      const share = right.reduce((a, b) => a + b) / customers.length;
      expect(share).toBeGreaterThan(0.8);
      expect(share).toBeLessThan(0.99);
    },
  );
});
