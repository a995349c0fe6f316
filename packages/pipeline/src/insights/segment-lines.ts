import { quoteIdentifier } from '@clientele/engines';
import type { DataTable, Members } from '../data-table.ts';
import type { Bindings } from '../features/bindings.ts';
import { isoMoment } from '../features/calendar.ts';
import { keptWhere } from '../features/kept-rows.ts';
import type { Scope } from '../features/scope.ts';

/** The column that names products: their code, or where no column holds codes their description; null where neither is there. */
export function productColumn({ kind, mapping }: DataTable): 'product' | 'description' | null {
  if (kind !== 'orders') return null;
  if (mapping.roles.product !== undefined) return 'product';
  return mapping.roles.description === undefined ? null : 'description';
}

/**
 * Two common table expressions: `known`, the kept lines of known customers under the filters up to the as-of time, with customer,
 * order_key, quantity, amount, description, and product as `productColumn` has it; and `lines`, the same with the segment, null for
 * customers in none.
 */
export function linesCtes(bindings: Bindings, table: DataTable, scope: Scope, members: Members): string {
  const orderKey = table.mapping.roles.order === undefined ? 'time' : 'order_id';
  const product = productColumn(table) ?? 'cast(null as varchar)';
  const conditions = [keptWhere(bindings, table, scope.filters, scope.members), 'customer is not null'];
  if (typeof scope.asOf === 'string')
    conditions.push(`coalesce(time <= cast(${bindings.bind(isoMoment(scope.asOf))} as timestamp), true)`);
  return `known as not materialized (
      select customer, ${orderKey} as order_key, quantity, amount, ${product} as product, description
      from ${quoteIdentifier(table.table)} where ${conditions.join(' and ')}),
    lines as not materialized (
      select known.*, m.segment from known left join ${quoteIdentifier(members.table)} m using (customer))`;
}

/** SQL of the number of different orders in a group of these lines. */
export function ordersCount(table: DataTable): string {
  return table.mapping.roles.order === undefined
    ? 'count(distinct (customer, order_key)) filter (where order_key is not null)'
    : 'count(distinct order_key)';
}
