import { isMarked } from '../../features/visits.ts';
import type { Part } from '../read-parts.ts';
import type { ViewContext } from './view.ts';

/**
 * Makes sure of the expressions `country_months`, which counts the marked visits of each country and month in one pass, and
 * `spread_orders`, the few orders that it leaves out. False where visits are not marked: then everything is told apart.
 */
export function readsCountryMonths({ table, asked, shared }: ViewContext): boolean {
  if (!isMarked(table, asked)) return false;
  const isNew = 'first_day >= month';
  shared.set(
    'country_months',
    `country_months as materialized (
      select country, month, sum(amount) as revenue,
        count(*) filter (where not spread and order_key is not null) as orders,
        count(*) filter (where opens_month) as month_customers, count(*) filter (where opens_country) as country_customers,
        count(*) filter (where opens_month and ${isNew}) as new_customers,
        sum(amount) filter (where ${isNew}) as new_revenue, sum(amount) filter (where customer_key is null) as unknown_revenue
      from visits group by all),
    spread_orders as materialized (
      select order_key, country, month from visits where spread group by all)`,
  );
  return true;
}

/** Sums of `country_months` by one of its keys. */
export function sumsBy(key: 'month' | 'country'): string {
  const sum = (column: string) => `cast(coalesce(sum(${column}), 0) as double)`;
  return `select c.*, cast(c.orders_alone + coalesce(s.orders_spread, 0) as bigint) as orders from (
      select ${key}, cast(sum(${key}_customers) as bigint) as customers, sum(orders) as orders_alone, ${sum('revenue')} as revenue,
        cast(sum(new_customers) as bigint) as new_customers, ${sum('new_revenue')} as new_revenue,
        ${sum('unknown_revenue')} as unknown_revenue
      from country_months where ${key} is not null group by ${key}) c
    left join (select ${key}, count(distinct order_key) as orders_spread from spread_orders group by ${key}) s using (${key})`;
}

/** Months with what `monthsView` shapes. */
export const markedMonthsPart: Part = {
  sql: `select strftime(month, '%Y-%m') as month, * exclude (month) from (${sumsBy('month')})`,
  order: 'r.month',
};
