import type { FeatureInfo, OrderFeatureId } from '@clientele/contracts';
import { quoteIdentifier } from '@clientele/engines';
import { keptCondition, ruleBit } from '../cleaning/kept-condition.ts';
import type { DataTable } from '../data-table.ts';
import type { Bindings } from './bindings.ts';
import { featuresOffered } from './features-offered.ts';
import { customerConditions, filterConditions, keptWhere } from './kept-rows.ts';
import { orderFeatureSql } from './order-feature-sql.ts';
import { type Scope, storedCustomers } from './scope.ts';

/** What the statement reads besides `customers`. */
export interface CustomerCtesOptions {
  /** ISO time that features are computed for; null: there is none. */
  asOf: string | null;
  /** Adds `visits`, by calendar day, even where customers come from stored features. Orders only. */
  visits?: boolean;
}

/** The column of the i-th feature in `customers`. */
export function featureColumn(index: number): string {
  return `v${index}`;
}

/** The column of the i-th feature on offer in a table of stored features. */
export function storedColumn(index: number): string {
  return `s${index}`;
}

/**
 * The common table expressions that every statement on customers starts with. They end in `customers`, one row a
 * customer: customer, line (parts customers of equal id in a table of customers), country, revenue DOUBLE, segment
 * INTEGER (null without a segmentation), and v0, v1, ... for the features: DOUBLE, or VARCHAR for a category.
 * `visits` (orders) has a row for each customer, order, country and, where asked for, day: lines, amount, items, first, last.
 * A table of the engine with the name of one of the expressions would be hidden by it.
 */
export function customerCtes(
  bindings: Bindings,
  table: DataTable,
  features: readonly FeatureInfo[],
  scope: Scope,
  options: CustomerCtesOptions,
): string {
  const stored = storedCustomers(table, scope);
  const ctes: string[] = [];
  if (table.kind === 'orders' && (options.visits || stored === null))
    ctes.push(...visitCtes(bindings, table, scope, options));
  if (table.kind === 'customers')
    ctes.push(`bare as not materialized (${fromColumns(bindings, table, features, scope)})`);
  else if (stored !== null)
    ctes.push(`bare as not materialized (${fromStored(bindings, table, features, scope, stored)})`);
  else ctes.push(...fromVisits(bindings, table, features, scope, options.asOf));
  // Computed ones are kept for the parts of the statement; stored ones are searched where they are.
  const kept = table.kind === 'orders' && stored === null ? 'materialized' : 'not materialized';
  ctes.push(
    scope.members === undefined
      ? `customers as ${kept} (select *, cast(null as integer) as segment from bare)`
      : `customers as ${kept} (select bare.*, m.segment from bare
         left join ${quoteIdentifier(scope.members.table)} m using (customer))`,
  );
  return ctes.join(',\n');
}

/** The key that tells orders of one customer apart. */
function orderKey(table: DataTable): string {
  return table.mapping.roles.order === undefined ? 'time' : 'order_id';
}

/** SQL of the number of different orders in a group of `visits`. */
export function ordersOf(table: DataTable): string {
  return table.mapping.roles.order === undefined
    ? 'count(distinct (customer, order_key)) filter (where order_key is not null)'
    : 'count(distinct order_key)';
}

function asOfCondition(bindings: Bindings, scope: Scope, asOf: string | null): string {
  return typeof scope.asOf === 'string' && asOf !== null
    ? ` and coalesce(time <= cast(${bindings.bind(asOf)} as timestamp), true)`
    : '';
}

function visitCtes(bindings: Bindings, table: DataTable, scope: Scope, options: CustomerCtesOptions): string[] {
  const where = keptWhere(bindings, table, scope.filters, scope.members);
  const day = options.visits ? ', cast(time as date) as day' : '';
  return [
    `kept_lines as not materialized (select * from ${quoteIdentifier(table.table)}
      where ${where}${asOfCondition(bindings, scope, options.asOf)})`,
    `visits as materialized (
      select customer, ${orderKey(table)} as order_key, country${day}, count(*) as lines, sum(amount) as amount,
        sum(quantity) as items, min(time) as first, max(time) as last
      from kept_lines group by all)`,
  ];
}

function fromVisits(
  bindings: Bindings,
  table: DataTable,
  features: readonly FeatureInfo[],
  scope: Scope,
  asOf: string | null,
): string[] {
  const moment = () => `cast(${bindings.bind(asOf)} as timestamp)`;
  const wanted = new Set(features.map((feature) => feature.id));
  const hasCountry = table.mapping.roles.country !== undefined;
  const columns = features.map(
    ({ id }, i) => `, cast(${orderFeatureSql[id as OrderFeatureId](moment)} as double) as ${featureColumn(i)}`,
  );
  const ctes = [
    `totals as (
      select customer, count(distinct order_key) as orders, coalesce(cast(sum(amount) as double), 0) as amount,
        cast(sum(items) as double) as items, min(first) as first, max(last) as last, cast(sum(lines) as double) as lines
      from visits where customer is not null group by customer)`,
  ];
  if (hasCountry)
    ctes.push(`homes as (
      select customer, arg_min(country, (-lines, country)) as country
      from (select customer, country, sum(lines) as lines from visits where country is not null group by all)
      group by customer)`);
  if (wanted.has('distinctProducts')) {
    const product = table.mapping.roles.product === undefined ? 'description' : 'product';
    ctes.push(
      `products as (select customer, count(distinct ${product}) as products from kept_lines group by customer)`,
    );
  }
  if (wanted.has('returnShare')) ctes.push(returnsCte(bindings, table, scope, asOf));
  ctes.push(`bare as not materialized (
    select t.customer, 0 as line, ${hasCountry ? 'h.country' : 'cast(null as varchar)'} as country,
      t.amount as revenue${columns.join('')}
    from totals t${hasCountry ? ' left join homes h using (customer)' : ''}
    ${wanted.has('distinctProducts') ? 'left join products p using (customer)' : ''}
    ${wanted.has('returnShare') ? 'left join returns r using (customer)' : ''})`);
  return ctes;
}

/** Returned lines under the filters, whatever the rules say of them. */
function returnsCte(bindings: Bindings, table: DataTable, scope: Scope, asOf: string | null): string {
  const returned = `((flags & ${ruleBit('cancellation')}) != 0 or coalesce(quantity <= 0, false))`;
  const conditions = [returned, ...filterConditions(bindings, table, scope.filters, scope.members)];
  return `returns as (
    select customer, cast(count(*) as double) as returned,
      count(*) filter (where not (${keptCondition(table.rules)})) as returned_not_kept
    from ${quoteIdentifier(table.table)}
    where ${conditions.join(' and ')}${asOfCondition(bindings, scope, asOf)} group by customer)`;
}

function fromStored(
  bindings: Bindings,
  table: DataTable,
  features: readonly FeatureInfo[],
  { filters, members }: Scope,
  stored: string,
): string {
  const offered = featuresOffered(table).map((feature) => feature.id);
  const columns = features.map(({ id }, i) => `, ${storedColumn(offered.indexOf(id))} as ${featureColumn(i)}`);
  const conditions = customerConditions(bindings, filters, members);
  return `select customer, line, country, revenue${columns.join('')} from ${quoteIdentifier(stored)}
    where ${conditions.join(' and ') || 'true'}`;
}

function fromColumns(
  bindings: Bindings,
  table: DataTable,
  features: readonly FeatureInfo[],
  { filters, members }: Scope,
): string {
  const columns = features.map(({ id }, i) => {
    const index = table.columns.findIndex(({ name }) => name === id);
    const isNumber = table.columns[index]?.type === 'number';
    return `, ${isNumber ? `case when isfinite(f${index}) then f${index} end` : `f${index}`} as ${featureColumn(i)}`;
  });
  return `select customer, rowid as line, country, cast(null as double) as revenue${columns.join('')}
    from ${quoteIdentifier(table.table)} where ${keptWhere(bindings, table, filters, members)} and customer is not null`;
}
