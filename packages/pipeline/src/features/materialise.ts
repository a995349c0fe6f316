import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from './bindings.ts';
import { customerCtes, featureColumn, storedColumn } from './customer-ctes.ts';
import { dataExtent } from './data-extent.ts';
import { featuresOffered } from './features-offered.ts';
import { keptWhere } from './kept-rows.ts';
import type { Materialised, MaterialisedTables } from './materialised.ts';
import { makePurchases } from './purchases.ts';

/** Raised when the stored tables change their shape: those of another version are made again. */
export const materialisedVersion = 2;

/**
 * Stores the visits, the purchases and all features on offer in the tables `into` (replaced where they are there), so that figures,
 * searches and pages need not read the lines. They hold for these lines and rules: make them again when these change. A
 * table of customers needs none: null.
 */
export async function materialise(
  session: Session,
  table: DataTable,
  into: MaterialisedTables,
): Promise<Materialised | null> {
  if (table.kind === 'customers') return null;
  const scope = { filters: {} };
  const extent = await dataExtent(session, table, scope);
  await makeCustomers(session, table, into, extent.asOf);
  const decimal = await decimalFor(session, table);
  await makeVisits(session, table, into, decimal);
  await makePurchases(session, table, into, decimal);
  const attributes = table.attributes?.table;
  return { version: materialisedVersion, ...into, ...extent, ...(attributes !== undefined && { attributes }) };
}

async function makeCustomers(
  session: Session,
  table: DataTable,
  into: MaterialisedTables,
  asOf: string | null,
): Promise<void> {
  const features = featuresOffered(table);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, { filters: {} }, { asOf });
  const columns = features.map((_, i) => `, ${featureColumn(i)} as ${storedColumn(i)}`).join('');
  await session.run(
    `create or replace table ${quoteIdentifier(into.customers)} as with ${ctes}
     select cast(row_number() over (order by customer) - 1 as integer) as customer_no, customer, line, country, one_country,
       revenue${columns}
     from customers join (
       select customer, case when count(country) = 0 then true else count(country) = count(*) and min(country) = max(country) end
         as one_country
       from ${quoteIdentifier(table.table)} where ${keptWhere(bindings, table, {})} group by customer) using (customer)
     order by customer`,
    bindings.values,
  );
}

/** Orders get numbers too; `spread` marks the few that have several rows, so that only those need be told apart when counted. */
async function makeVisits(
  session: Session,
  table: DataTable,
  into: MaterialisedTables,
  decimal: string,
): Promise<void> {
  const bindings = new Bindings();
  const where = keptWhere(bindings, table, {});
  const hasOrders = table.mapping.roles.order !== undefined;
  await session.run(
    `create or replace table ${quoteIdentifier(into.visits)} as with
       found as materialized (
         select customer, ${hasOrders ? 'order_id' : 'time'} as order_key, country, cast(time as date) as day,
           count(*) as lines, sum(amount) as amount, sum(quantity) as items, min(time) as first, max(time) as last
         from ${quoteIdentifier(table.table)} where ${where} group by all),
       orders as (
         select order_key${hasOrders ? '' : ', customer'}, cast(row_number() over () as integer) as order_no,
           count(*) > 1 as spread
         from found where order_key is not null group by all),
       firsts as (select customer, min(day) as first_day from found group by customer)
     select c.customer_no, v.customer, o.order_no, coalesce(o.spread, false) as spread, v.country, v.day,
       cast(date_trunc('month', v.day) as date) as month, f.first_day,
       ${dayBefore('c.customer_no')} as day_before, ${dayBefore('c.customer_no, v.country')} as day_before_here,
       cast((isodow(v.first) - 1) * 24 + hour(v.first) as utinyint) as week_hour, v.lines,
       cast(v.amount as ${decimal}) as amount, cast(v.items as ${decimal}) as items, v.first, v.last
     from found v left join ${quoteIdentifier(into.customers)} c using (customer) left join firsts f using (customer)
       left join orders o on v.order_key = o.order_key${hasOrders ? '' : ' and v.customer is not distinct from o.customer'}
     order by c.customer_no, v.day, o.order_no`,
    bindings.values,
  );
}

/** The type of the sums: half as wide, and quicker to add up, where all lines together fit it. */
async function decimalFor(session: Session, table: DataTable): Promise<string> {
  const [row] = await session.rows(
    `select coalesce(sum(abs(amount)), 0) < 9e11 and coalesce(sum(abs(quantity)), 0) < 9e11 as fits
     from ${quoteIdentifier(table.table)}`,
  );
  return row?.fits === true ? 'decimal(18, 6)' : 'decimal(38, 6)';
}

/** The day of the row before of the same customer, rows without a day coming last: null for the first row only. */
function dayBefore(group: string): string {
  return `lag(coalesce(v.day, date 'infinity')) over (partition by ${group} order by v.day nulls last)`;
}
