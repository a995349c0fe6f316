import { quoteIdentifier } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import type { Bindings } from './bindings.ts';
import { isoMoment } from './calendar.ts';
import { customerConditions, dayConditions, keptWhere } from './kept-rows.ts';
import type { Materialised } from './materialised.ts';
import { type Scope, storedVisits } from './scope.ts';

/** The expressions `kept_lines` and `visits` of a scope. Orders only. */
export function visitCtes(bindings: Bindings, table: DataTable, scope: Scope): string[] {
  const { customer, segments } = scope.filters;
  // A stored table is scanned anew by each part, unless customers would have to be chosen each time.
  const isScanned = storedVisits(table, scope) !== null && customer === undefined && !segments?.length;
  return [
    `kept_lines as not materialized (${keptLinesSql(bindings, table, scope)})`,
    `visits as ${isScanned ? 'not ' : ''}materialized (${visitsSql(bindings, table, scope)})`,
  ];
}

/**
 * A row for each customer, order, country and day under the scope: customer, customer_key (either is null where no customer
 * is named), order_key (null where no order is), spread (false: no other row is of this order), country, day, month (its
 * first day), lines, amount, items, first, last. Where `isMarked`, also first_day (the customer's first under the rules and the filters but those on
 * time), opens_month and opens_country (true for one row of each customer in each month, in each country), and week_hour
 * (hours since Monday of `first`, null for rows that are spread).
 */
export function visitsSql(bindings: Bindings, table: DataTable, scope: Scope): string {
  const stored = storedVisits(table, scope);
  return stored === null ? fromLines(bindings, table, scope) : fromStored(bindings, scope, stored);
}

/** Whether the visits of a scope say which of them are the first of their kind, so that nothing need be told apart to count it. */
export function isMarked(table: DataTable, scope: Scope): boolean {
  return storedVisits(table, scope) !== null && !scope.filters.countries?.length;
}

/** The kept lines under the scope. */
function keptLinesSql(bindings: Bindings, table: DataTable, scope: Scope): string {
  const where = keptWhere(bindings, table, scope.filters, scope.members);
  return `select * from ${quoteIdentifier(table.table)} where ${where}${asOfCondition(bindings, scope)}`;
}

/** Leaves out the lines after the as-of time, where one is given; follows other conditions. */
export function asOfCondition(bindings: Bindings, { asOf }: Scope): string {
  return typeof asOf === 'string'
    ? ` and coalesce(time <= cast(${bindings.bind(isoMoment(asOf))} as timestamp), true)`
    : '';
}

/** SQL of the number of different orders in a group of `visits`. */
export function ordersOf(): string {
  return `(count(*) filter (where not spread and order_key is not null) + count(distinct order_key) filter (where spread))`;
}

function fromLines(bindings: Bindings, table: DataTable, scope: Scope): string {
  // Without a column of orders, lines of a customer at the same time are one.
  const key =
    table.mapping.roles.order === undefined ? 'case when time is not null then row(customer, time) end' : 'order_id';
  return `select customer, customer as customer_key, ${key} as order_key, true as spread, country, cast(time as date) as day,
      cast(date_trunc('month', time) as date) as month,
      cast(null as utinyint) as week_hour, count(*) as lines, sum(amount) as amount, sum(quantity) as items,
      min(time) as first, max(time) as last
    from (${keptLinesSql(bindings, table, scope)}) group by all`;
}

function fromStored(bindings: Bindings, { filters, members }: Scope, stored: Materialised): string {
  const conditions = dayConditions(bindings, filters);
  if (filters.countries?.length) conditions.push(`country in (${bindings.bindAll(filters.countries)})`);
  const chosen = customerConditions(bindings, filters, members);
  if (chosen.length > 0)
    conditions.push(
      `customer_no in (select customer_no from ${quoteIdentifier(stored.customers)} where ${chosen.join(' and ')})`,
    );
  const from = filters.from === undefined ? null : `cast(${bindings.bind(filters.from)} as date)`;
  const opens = (before: string, start: string | null) =>
    [`${before} is null`, ...[start, from].flatMap((day) => (day === null ? [] : [`${before} < ${day}`]))].join(' or ');
  return `select customer, customer_no as customer_key, order_no as order_key, spread, country, day, month, first_day,
      customer_no is not null and (${opens('day_before', 'month')}) as opens_month,
      customer_no is not null and (${opens('day_before_here', null)}) as opens_country,
      week_hour, lines, amount, items, first, last
    from ${quoteIdentifier(stored.visits)} where ${conditions.join(' and ') || 'true'}`;
}
