import { ordersOf, visitsSql } from '../../features/visits.ts';
import { fillMonths } from '../fill-months.ts';
import { numberOf } from '../read-parts.ts';
import { usualMonths } from '../usual-months.ts';
import { markedMonthsPart, readsCountryMonths } from './country-months.ts';
import { countsOf, mostCountries } from './ranking-views.ts';
import type { Reading, View, ViewContext } from './view.ts';

/** All months of the period; a customer is new in the month of the first order under the filters but those on time. */
export const monthsView: View<'months'> = {
  read(context): Reading {
    if (readsCountryMonths(context)) return { parts: { months: markedMonthsPart } };
    const firsts = firstDays(context);
    const isNew = 'filter (where f.first_day >= month)';
    return {
      ctes: [firsts],
      parts: {
        months: {
          sql: `select strftime(month, '%Y-%m') as month, * exclude (month) from (
              select month, count(distinct customer_key) as customers, ${ordersOf()} as orders,
                coalesce(cast(sum(amount) as double), 0) as revenue,
                count(distinct customer_key) ${isNew} as new_customers, cast(sum(amount) ${isNew} as double) as new_revenue,
                cast(sum(amount) filter (where customer_key is null) as double) as unknown_revenue
              from visits left join firsts f using (customer_key)
              where month is not null group by month)`,
          order: 'r.month',
        },
      },
    };
  },
  shape({ months = [] }, { period }) {
    if (period === null) return [];
    const found = months.map((row) => ({
      month: String(row.month),
      ...countsOf(row),
      newCustomers: numberOf(row, 'new_customers'),
      newRevenue: numberOf(row, 'new_revenue'),
      unknownRevenue: numberOf(row, 'unknown_revenue'),
    }));
    return usualMonths(fillMonths(found, period));
  },
};

/** The expression `firsts`: the day of each customer's first order under the filters but those on time. */
export function firstDays({ table, asked, bindings }: ViewContext): string {
  const { countries, customer, segments } = asked.filters;
  const filters = { ...(countries && { countries }), ...(customer && { customer }), ...(segments && { segments }) };
  const visits = visitsSql(bindings, table, { ...asked, filters });
  return `firsts as (select customer_key, min(day) as first_day from (${visits}) where customer_key is not null
    group by customer_key)`;
}

/** Orders at the time of their first line. */
export const weekHoursView: View<'weekHours'> = {
  read: () => ({
    parts: {
      alone: {
        sql: `select week_hour as hour, count(*) as orders, coalesce(cast(sum(amount) as double), 0) as revenue
          from visits where not spread and order_key is not null and week_hour is not null group by 1`,
      },
      spread: {
        sql: `select (isodow(first) - 1) * 24 + hour(first) as hour, count(*) as orders,
            coalesce(cast(sum(amount) as double), 0) as revenue
          from (select min(first) as first, sum(amount) as amount from visits where spread and order_key is not null
            group by order_key)
          where first is not null group by 1`,
      },
    },
  }),
  shape({ alone = [], spread = [] }, { extent }) {
    const orders = new Array<number>(168).fill(0);
    const revenue = new Array<number>(168).fill(0);
    for (const row of [...alone, ...spread]) {
      const hour = numberOf(row, 'hour');
      orders[hour]! += numberOf(row, 'orders');
      revenue[hour]! += numberOf(row, 'revenue');
    }
    return { orders: byDay(orders), revenue: byDay(revenue), hasHours: extent.hasHours };
  },
};

function byDay(hours: readonly number[]): number[][] {
  return Array.from({ length: 7 }, (_, day) => hours.slice(day * 24, day * 24 + 24));
}

/** Countries of highest revenue first, over the months that `months` has. */
export const countryMonthsView: View<'countryMonths'> = {
  read: (context) => ({
    parts: {
      found: {
        sql: `select country, strftime(month, '%Y-%m') as month, cast(revenue as double) as revenue, place from (
            select *, dense_rank() over (order by total desc, country) as place from (
              select *, sum(revenue) over (partition by country) as total from (
                ${readsCountryMonths(context) ? 'select country, month, coalesce(revenue, 0) as revenue from country_months' : byCountryAndMonth}
              ) where country is not null and month is not null))
          where place <= ${mostCountries}`,
        order: 'r.place',
      },
    },
  }),
  shape({ found = [] }, { period }) {
    if (period === null) return { months: [], countries: [] };
    const starts = [...new Set(found.map(({ month }) => String(month)))].map((month) => ({ month, ...noCounts }));
    const months = fillMonths(starts, period).map(({ month }) => month);
    const places = new Map(months.map((month, i) => [month, i]));
    const countries = new Map<string, number[]>();
    for (const row of found) {
      const name = String(row.country);
      const revenue = countries.get(name) ?? new Array<number>(months.length).fill(0);
      countries.set(name, revenue);
      revenue[places.get(String(row.month))!] = numberOf(row, 'revenue');
    }
    return { months, countries: [...countries].map(([name, revenue]) => ({ name, revenue })) };
  },
};

const byCountryAndMonth = `select country, month, coalesce(sum(amount), 0) as revenue
  from visits group by all`;

const noCounts = { customers: 0, orders: 0, revenue: 0, newCustomers: 0, newRevenue: 0, unknownRevenue: 0 };
