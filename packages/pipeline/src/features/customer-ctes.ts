import type { FeatureInfo, OrderFeatureId } from '@clientele/contracts';
import { quoteIdentifier } from '@clientele/engines';
import { keptCondition, ruleBit } from '../cleaning/kept-condition.ts';
import type { DataTable } from '../data-table.ts';
import { attributeSql, joinAttributesSql } from './attribute-sql.ts';
import type { Bindings } from './bindings.ts';
import { featuresOffered } from './features-offered.ts';
import { customerConditions, filterConditions, keptWhere } from './kept-rows.ts';
import type { Materialised } from './materialised.ts';
import { orderFeatureSql } from './order-feature-sql.ts';
import { distinctProductsSql } from './purchases.ts';
import { type Scope, storedCustomers, storedVisits } from './scope.ts';
import { asOfCondition, ordersOf, visitCtes } from './visits.ts';

/** What the statement reads besides `customers`. */
export interface CustomerCtesOptions {
  /** ISO time that features are computed for; null: there is none. */
  asOf: string | null;
  /** Adds `visits` even where customers come from stored features, for statements of many parts. Orders only. */
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
 * customer: customer, customer_key (in order of the id, quicker to group and sort by), line (parts customers of equal id in
 * a table of customers), country, revenue DOUBLE, segment INTEGER (null without a segmentation), and v0, v1, ... for the
 * features: DOUBLE, or VARCHAR for a category. Of orders there are `visits` and `kept_lines` too, see `visitCtes`.
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
  if (table.kind === 'orders' && (options.visits || stored === null)) ctes.push(...visitCtes(bindings, table, scope));
  if (table.kind === 'customers')
    ctes.push(`bare as not materialized (${fromColumns(bindings, table, features, scope)})`);
  else if (stored !== null)
    ctes.push(`bare as not materialized (${fromStored(bindings, table, features, scope, stored)})`);
  else ctes.push(...fromVisits(bindings, table, features, scope, options.asOf));
  // Stored ones are searched where they are, unless many parts would each look up the segments.
  const isSearched = table.kind === 'customers' || (stored !== null && !(options.visits && scope.members));
  const kept = isSearched ? 'not materialized' : 'materialized';
  ctes.push(
    scope.members === undefined
      ? `customers as ${kept} (select *, cast(null as integer) as segment from bare)`
      : `customers as ${kept} (select bare.*, m.segment from bare
         left join ${quoteIdentifier(scope.members.table)} m using (customer))`,
  );
  return ctes.join(',\n');
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
    ({ id }, i) =>
      `, ${attributeSql(table, id) ?? `cast(${orderFeatureSql[id as OrderFeatureId](moment)} as double)`} as ${featureColumn(i)}`,
  );
  const stored = storedVisits(table, scope);
  const countries = 'min(country) as home, coalesce(min(country) = max(country), true) as one_country';
  const totals = `select customer_key, ${ordersOf()} as orders, coalesce(cast(sum(amount) as double), 0) as amount,
      cast(sum(items) as double) as items, min(first) as first, max(last) as last, cast(sum(lines) as double) as lines
      ${stored === null ? `, ${countries}` : ''}
    from visits where customer_key is not null group by customer_key`;
  const ctes = [
    stored === null
      ? `totals as (select customer_key as customer, * from (${totals}))`
      : `totals as (select n.customer, n.country as home, n.one_country, s.* from (${totals}) s
           join ${quoteIdentifier(stored.customers)} n on n.customer_no = s.customer_key)`,
  ];
  if (hasCountry)
    ctes.push(`homes as (
      select customer_key, arg_min(country, (-lines, country)) as country
      from (select customer_key, country, sum(lines) as lines from visits
        where customer_key in (select customer_key from totals where not one_country) and country is not null
        group by all)
      group by customer_key)`);
  if (wanted.has('distinctProducts')) ctes.push(`products as (${distinctProductsSql(bindings, table, scope)})`);
  if (wanted.has('returnShare')) ctes.push(returnsCte(bindings, table, scope));
  ctes.push(`bare as not materialized (
    select t.customer, t.customer_key, 0 as line,
      ${hasCountry ? 'case when t.one_country then t.home else h.country end' : 'cast(null as varchar)'} as country, t.amount as revenue${columns.join('')}
    from totals t${hasCountry ? ' left join homes h using (customer_key)' : ''}
    ${wanted.has('distinctProducts') ? 'left join products p using (customer_key)' : ''}
    ${wanted.has('returnShare') ? 'left join returns r using (customer)' : ''}
    ${joinAttributesSql(table, features, 't.customer')})`);
  return ctes;
}

/** Returned lines under the filters, whatever the rules say of them. */
function returnsCte(bindings: Bindings, table: DataTable, scope: Scope): string {
  const returned = `((flags & ${ruleBit('cancellation')}) != 0 or coalesce(quantity <= 0, false))`;
  const conditions = [returned, ...filterConditions(bindings, table, scope.filters, scope.members)];
  return `returns as (
    select customer, cast(count(*) as double) as returned,
      count(*) filter (where not (${keptCondition(table.rules)})) as returned_not_kept
    from ${quoteIdentifier(table.table)}
    where ${conditions.join(' and ')}${asOfCondition(bindings, scope)} group by customer)`;
}

function fromStored(
  bindings: Bindings,
  table: DataTable,
  features: readonly FeatureInfo[],
  { filters, members }: Scope,
  stored: Materialised,
): string {
  const offered = featuresOffered(table).map((feature) => feature.id);
  // A segmentation shown with the attributes that it was made by reads them where they are.
  const joined = stored.attributes === table.attributes?.table ? [] : features;
  const columns = features.map(({ id }, i) => {
    const attribute = joined.length > 0 ? attributeSql(table, id) : null;
    return `, ${attribute ?? storedColumn(offered.indexOf(id))} as ${featureColumn(i)}`;
  });
  const conditions = customerConditions(bindings, filters, members);
  return `select customer, customer_no as customer_key, line, country, revenue${columns.join('')} from ${quoteIdentifier(stored.customers)}
    ${joinAttributesSql(table, joined, 'customer')}
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
  return `select customer, customer as customer_key, rowid as line, country, cast(null as double) as revenue${columns.join('')}
    from ${quoteIdentifier(table.table)} where ${keptWhere(bindings, table, filters, members)} and customer is not null`;
}
