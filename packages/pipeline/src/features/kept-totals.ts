import type { Filters } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DataTable, Members } from '../data-table.ts';
import { keptRows } from './kept-rows.ts';

/** What the rules and the filters leave. */
export interface KeptTotals {
  rows: number;
  customers: number;
  /** Null for a table of customers, as are the revenue and the times. */
  orders: number | null;
  revenue: number | null;
  from: string | null;
  to: string | null;
}

/** Counts the rows, customers and orders that the filters leave, and sums their amounts. */
export async function keptTotals(
  session: Session,
  table: DataTable,
  { filters, members }: { filters: Filters; members?: Members },
): Promise<KeptTotals> {
  const kept = keptRows(table, filters, members);
  const isOrders = table.kind === 'orders';
  const ofOrders =
    ', count(distinct order_id) as orders, coalesce(sum(amount), 0) as revenue, min(time) as first, max(time) as last';
  const [row] = await session.rows(
    `select count(*) as n, count(distinct customer) as customers${isOrders ? ofOrders : ''} from ${kept.sql}`,
    kept.values,
  );
  const time = (name: string) => (typeof row?.[name] === 'string' ? row[name] : null);
  return {
    rows: Number(row?.n ?? 0),
    customers: Number(row?.customers ?? 0),
    orders: isOrders ? Number(row?.orders ?? 0) : null,
    revenue: isOrders ? Number(row?.revenue ?? 0) : null,
    from: time('first'),
    to: time('last'),
  };
}
