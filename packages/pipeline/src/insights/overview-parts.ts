import type { Kpis } from '@clientele/contracts';
import type { Row } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import type { Bindings } from '../features/bindings.ts';
import { dateOf } from '../features/calendar.ts';
import { ordersOf } from '../features/customer-ctes.ts';
import type { Period } from './compare-periods.ts';
import { numberOf, numberOrNull, type Part } from './read-parts.ts';

const mostCountries = 1000;

/** Key figures of everything shown; `column` names a feature's column in `customers`. */
export function kpisPart(table: DataTable, column: (id: string) => string): Part {
  return {
    sql: `select all_lines.*, of_customers.* from (
        select coalesce(cast(sum(amount) as double), 0) as revenue, ${ordersOf(table)} as orders,
          cast(coalesce(sum(lines), 0) as bigint) as lines,
          cast(sum(amount) filter (where customer is not null) as double) as known from visits) all_lines,
      (select count(*) as customers, avg(${column('recency')}) as recency, avg(${column('frequency')}) as frequency,
          count(*) filter (where ${column('frequency')} = 1) as one_time
        from customers) of_customers`,
  };
}

/** Key figures of the visits in a period, with recency as of a moment. */
export function periodKpisPart(bindings: Bindings, table: DataTable, period: Period, asOf: string): Part {
  const days = [dateOf(period.first), dateOf(period.last)].map((day) => `cast(${bindings.bind(day)} as date)`);
  const where = `where day between ${days.join(' and ')}`;
  const moment = `cast(${bindings.bind(asOf)} as timestamp)`;
  const known = 'filter (where customer is not null)';
  return {
    sql: `select count(customer) as customers, coalesce(cast(sum(amount) as double), 0) as revenue,
        (select ${ordersOf(table)} from visits ${where}) as orders,
        avg((epoch_us(${moment}) - epoch_us(last)) // 86400000000) ${known} as recency,
        avg(orders) ${known} as frequency, cast(sum(amount) ${known} as double) as known,
        count(customer) filter (where orders = 1) as one_time
      from (select customer, count(distinct order_key) as orders, sum(amount) as amount, max(last) as last
        from visits ${where} group by customer)`,
  };
}

/** The row of `kpisPart` or `periodKpisPart`. Money is divided once, after an exact sum: a mean of doubles changes with the order of threads. */
export function shapeKpis(row: Row | undefined): Kpis {
  const orders = numberOf(row, 'orders');
  const revenue = numberOf(row, 'revenue');
  const customers = numberOf(row, 'customers');
  return {
    customers,
    revenue,
    orders,
    averageOrderValue: orders > 0 ? revenue / orders : null,
    recency: numberOrNull(row, 'recency'),
    frequency: numberOrNull(row, 'frequency'),
    monetary: customers > 0 ? numberOf(row, 'known') / customers : null,
    oneTimeCustomers: numberOf(row, 'one_time'),
  };
}

/** Customers, orders and revenue of the visits by an expression, under `name`. */
function byPart(table: DataTable, name: string, expression: string, rest = ''): string {
  return `select ${expression} as ${name}, count(distinct customer) as customers, ${ordersOf(table)} as orders,
      coalesce(cast(sum(amount) as double), 0) as revenue
    from visits where ${expression} is not null group by ${expression} ${rest}`;
}

export function monthsPart(table: DataTable): Part {
  return { sql: byPart(table, 'month', "strftime(day, '%Y-%m')"), order: 'r.month' };
}

/** Highest revenue first. */
export function countriesPart(table: DataTable): Part {
  return {
    sql: byPart(table, 'name', 'country', `order by revenue desc, name limit ${mostCountries}`),
    order: 'r.revenue desc, r.name',
  };
}

/** Customers of highest revenue; `orders` is the column of `customers` that holds them. */
export function topCustomersPart(top: number, orders: string): Part {
  return {
    sql: `select customer, country, ${orders} as orders, revenue, segment
      from customers order by revenue desc, customer limit ${top}`,
    order: 'r.revenue desc, r.customer',
  };
}

export function segmentsPart(orders: string): Part {
  return {
    sql: `select segment, count(*) as customers, coalesce(sum(${orders}), 0) as orders,
        coalesce(sum(revenue), 0) as revenue
      from customers where segment is not null group by segment`,
    order: 'r.segment',
  };
}
