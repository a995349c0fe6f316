import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from './bindings.ts';
import { customerConditions, dayConditions, keptWhere } from './kept-rows.ts';
import type { Materialised, MaterialisedTables } from './materialised.ts';
import { type Scope, storedVisits } from './scope.ts';
import { asOfCondition } from './visits.ts';

/** The column that names products: their code, or where no column holds codes their description; null where neither is there. */
export function productColumn({ kind, mapping }: DataTable): 'product' | 'description' | null {
  if (kind !== 'orders') return null;
  if (mapping.roles.product !== undefined) return 'product';
  return mapping.roles.description === undefined ? null : 'description';
}

/**
 * Stores what known customers bought: a row for each customer, order, product, country and day, all of them as numbers, ordered by
 * customer; and the products with their most frequent description (ties: the first by text).
 */
export async function makePurchases(
  session: Session,
  table: DataTable,
  into: MaterialisedTables,
  decimal: string,
): Promise<void> {
  const bindings = new Bindings();
  const where = keptWhere(bindings, table, {});
  const product = productColumn(table) ?? 'cast(null as varchar)';
  const order =
    table.mapping.roles.order === undefined ? 'case when time is not null then row(customer, time) end' : 'order_id';
  const lines = `select customer, ${order} as order_key, ${product} as product, description, country, cast(time as date) as day, quantity, amount
    from ${quoteIdentifier(table.table)} where ${where} and customer is not null`;
  await session.run(
    `create or replace table ${quoteIdentifier(into.products)} as
     select cast(row_number() over (order by product) - 1 as integer) as product_no, product,
       arg_min(description, (-n, description)) filter (where description is not null) as description
     from (select product, description, count(*) as n from (${lines}) where product is not null group by all) group by product`,
    bindings.values,
  );
  const again = new Bindings();
  keptWhere(again, table, {});
  await session.run(
    `create or replace table ${quoteIdentifier(into.purchases)} as with
       found as materialized (
         select customer, order_key, product, country, day, sum(quantity) as items, sum(amount) as amount
         from (${lines}) group by all),
       orders as (
         select order_key, cast(row_number() over () - 1 as integer) as order_no from found where order_key is not null group by all)
     select c.customer_no, o.order_no, p.product_no, f.country, f.day,
       count(*) over (partition by o.order_no, p.product_no) > 1 as spread,
       cast(f.items as ${decimal}) as items, cast(f.amount as ${decimal}) as amount
     from found f join ${quoteIdentifier(into.customers)} c using (customer) left join orders o using (order_key)
       left join ${quoteIdentifier(into.products)} p using (product)
     order by c.customer_no, f.day`,
    again.values,
  );
}

/**
 * Two common table expressions. `purchases`: what known customers bought under the scope, with customer_no, order_no (null where there is no
 * order), product_no (null where no product is named), spread (false: no other row is of this order and product), items, amount.
 * `buyers`: customer_no, segment (null: none) and is_seen, true for those whom the segmentation saw. Numbers stand for the stored rows; where
 * these do not hold what the scope asks for, the ids themselves do.
 */
export function purchaseCtes(bindings: Bindings, table: DataTable, scope: Scope, members: string): string {
  const stored = storedVisits(table, scope);
  const { filters } = scope;
  if (stored === null) {
    const order =
      table.mapping.roles.order === undefined ? 'case when time is not null then row(customer, time) end' : 'order_id';
    const where = keptWhere(bindings, table, filters, scope.members);
    return `purchases as materialized (
        select customer as customer_no, ${order} as order_no, ${productColumn(table) ?? 'cast(null as varchar)'} as product_no,
          true as spread, quantity as items, amount
        from ${quoteIdentifier(table.table)} where ${where} and customer is not null${asOfCondition(bindings, scope)}),
      buyers as materialized (select customer as customer_no, segment, true as is_seen from ${quoteIdentifier(members)})`;
  }
  return `purchases as not materialized (
      select customer_no, order_no, product_no, spread, items, amount
      from ${quoteIdentifier(stored.purchases)} where ${purchaseWhere(bindings, scope, stored)}),
    buyers as materialized (
      select c.customer_no, m.segment, true as is_seen
      from ${quoteIdentifier(stored.customers)} c join ${quoteIdentifier(members)} m using (customer))`;
}

function purchaseWhere(bindings: Bindings, { filters, members }: Scope, stored: Materialised): string {
  const conditions = dayConditions(bindings, filters);
  if (filters.countries?.length) conditions.push(`country in (${bindings.bindAll(filters.countries)})`);
  const chosen = customerConditions(bindings, filters, members);
  if (chosen.length > 0)
    conditions.push(
      `customer_no in (select customer_no from ${quoteIdentifier(stored.customers)} where ${chosen.join(' and ')})`,
    );
  return conditions.join(' and ') || 'true';
}

/** Different products of each customer under the scope, by the customer_key that visits have; over the expression `kept_lines` where purchases are not stored. */
export function distinctProductsSql(bindings: Bindings, table: DataTable, scope: Scope): string {
  const stored = storedVisits(table, scope);
  return stored === null
    ? `select customer as customer_key, count(distinct ${productColumn(table) ?? 'cast(null as varchar)'}) as products
        from kept_lines group by customer`
    : `select customer_no as customer_key, count(distinct product_no) as products
        from ${quoteIdentifier(stored.purchases)} where ${purchaseWhere(bindings, scope, stored)} group by customer_no`;
}

/** The name and the description of each product_no that `purchaseCtes` gives. */
export function productNamesSql(bindings: Bindings, table: DataTable, scope: Scope): string {
  const stored = storedVisits(table, scope);
  if (stored !== null)
    return `select product_no, product, ${hasDescriptions(table) ? 'description' : 'cast(null as varchar)'} as description
      from ${quoteIdentifier(stored.products)}`;
  const product = productColumn(table) ?? 'cast(null as varchar)';
  return `select product as product_no, product,
      ${hasDescriptions(table) ? 'arg_min(description, (-n, description)) filter (where description is not null)' : 'cast(null as varchar)'} as description
    from (select ${product} as product, description, count(*) as n from ${quoteIdentifier(table.table)}
      where ${keptWhere(bindings, table, {})} and customer is not null and ${product} is not null group by all)
    group by product`;
}

/** True where products have codes and descriptions besides. */
const hasDescriptions = (table: DataTable): boolean =>
  productColumn(table) === 'product' && table.mapping.roles.description !== undefined;
