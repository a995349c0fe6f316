import type { Filters } from '@clientele/contracts';
import { ruleBit, ruleMask } from '../../cleaning/kept-condition.ts';
import type { DataTable } from '../../data-table.ts';
import type { MadeLine } from './made-tables.ts';

const dayMs = 86_400_000;
const timeOf = (line: MadeLine) => Date.parse(`${line.time!.replace(' ', 'T')}Z`);
const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

export interface NaiveCustomer {
  id: string;
  country: string | null;
  features: Record<string, number | null>;
}

/** The definitions of the features, line by line, with times that are never missing: the reference for the SQL. */
export function naiveFeatures(table: DataTable, lines: readonly MadeLine[], filters: Filters): NaiveCustomer[] {
  const mask = ruleMask(table.rules);
  const isKept = (line: MadeLine) => ((line.flags ?? 0) & mask) === 0;
  const isInWindow = (line: MadeLine) =>
    (filters.from === undefined || line.time!.slice(0, 10) >= filters.from) &&
    (filters.to === undefined || line.time!.slice(0, 10) <= filters.to);
  const inWindow = lines.filter(isInWindow);
  const asOf = Math.max(...inWindow.filter(isKept).map(timeOf)) + dayMs;
  const chosen = inWindow.filter(
    (line) =>
      (!filters.countries?.length || filters.countries.includes(line.country ?? '')) &&
      (filters.customer === undefined || line.customer === filters.customer),
  );
  const isReturned = (line: MadeLine) =>
    ((line.flags ?? 0) & ruleBit('cancellation')) !== 0 || (line.quantity ?? 1) <= 0;
  const ids = new Set(chosen.filter(isKept).flatMap((line) => (line.customer === null ? [] : [line.customer])));
  return [...ids].sort(bytes).map((id) => {
    const ours = chosen.filter((line) => line.customer === id);
    const kept = ours.filter(isKept);
    const times = kept.map(timeOf);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    const orders = new Set(kept.map((line) => (table.mapping.roles.order ? line.order : line.time))).size;
    const cents = kept.reduce((sum, line) => sum + Math.round((line.amount ?? 0) * 100), 0);
    const items = kept.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
    const products = new Set(kept.flatMap((line) => line.product ?? []));
    return {
      id,
      country: mostFrequent(kept.flatMap((line) => line.country ?? [])),
      features: {
        recency: Math.floor((asOf - last) / dayMs),
        frequency: orders,
        monetary: cents / 100,
        tenure: Math.floor((asOf - first) / dayMs),
        averageOrderValue: cents / 100 / orders,
        daysBetweenOrders: orders > 1 ? (last - first) / dayMs / (orders - 1) : null,
        distinctProducts: products.size,
        itemsPerOrder: items / orders,
        returnShare: ours.filter(isReturned).length / ours.filter((line) => isReturned(line) || isKept(line)).length,
      },
    };
  });
}

function mostFrequent(names: readonly string[]): string | null {
  const count = (name: string) => names.filter((other) => other === name).length;
  return [...new Set(names)].sort((a, b) => count(b) - count(a) || bytes(a, b))[0] ?? null;
}
