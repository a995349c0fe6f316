import type { CustomerDetail } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { isoMoment } from '../features/calendar.ts';
import { keptRows } from '../features/kept-rows.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, textOrNull } from './read-parts.ts';

const mostOrders = 2000;

export interface CustomerOrders {
  /** Oldest first; the latest 2,000. */
  orders: CustomerDetail['orders'];
  /** Time of the first and of the last kept line. */
  first: string | null;
  last: string | null;
}

/**
 * The orders of one customer under the filters, each at the time of its first line. Without a column of orders, lines
 * of the same time are one order, named by it. Empty for a table of customers.
 */
export async function customerOrders(
  session: Session,
  table: DataTable,
  { filters, members, asOf }: Scope,
  id: string,
): Promise<CustomerOrders> {
  if (table.kind === 'customers') return { orders: [], first: null, last: null };
  const { sql, values } = keptRows(table, { ...filters, customer: id }, members);
  const until = asOf ? `where time <= cast($${values.length + 1} as timestamp)` : '';
  const key = table.mapping.roles.order === undefined ? "strftime(time, '%Y-%m-%d %H:%M:%S')" : 'order_id';
  const rows = await session.rows(
    `select * from (
       select ${key} as name, min(time) as time, coalesce(cast(sum(amount) as double), 0) as amount,
         coalesce(cast(sum(quantity) as double), 0) as items, count(*) as lines,
         min(min(time)) over () as first, max(max(time)) over () as last
       from ${sql} ${until} group by all)
     where name is not null and time is not null
     order by time desc, name desc limit ${mostOrders}`,
    asOf ? [...values, isoMoment(asOf)] : values,
  );
  return {
    orders: rows.reverse().map((row) => ({
      order: String(row.name),
      time: String(row.time),
      amount: numberOf(row, 'amount'),
      items: numberOf(row, 'items'),
      lines: numberOf(row, 'lines'),
    })),
    first: textOrNull(rows[0], 'first'),
    last: textOrNull(rows[0], 'last'),
  };
}
