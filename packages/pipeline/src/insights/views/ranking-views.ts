import type { Row } from '@clientele/engines';
import { ordersOf } from '../../features/visits.ts';
import { numberOf, numberOrNull, textOrNull } from '../read-parts.ts';
import { readsCountryMonths, sumsBy } from './country-months.ts';
import { featuresOf } from './kpi-views.ts';
import type { Reading, View } from './view.ts';

/** A column of more countries than this holds something else. */
export const mostCountries = 1000;
const mostOrders = 100;

/** Customers of highest revenue. */
export const topCustomersView: View<'topCustomers'> = {
  features: (table) => featuresOf(table, ['frequency']),
  read: ({ column, asked }) => ({
    parts: {
      top: {
        sql: `select customer, customer_key, country, ${column('frequency')} as orders, revenue, segment
          from customers order by revenue desc, customer_key limit ${asked.options.top}`,
        order: 'r.revenue desc, r.customer_key',
      },
    },
  }),
  shape: ({ top = [] }) =>
    top.map((row) => ({
      id: String(row.customer),
      country: textOrNull(row, 'country'),
      orders: numberOf(row, 'orders'),
      revenue: numberOf(row, 'revenue'),
      segment: numberOrNull(row, 'segment'),
    })),
};

/** Countries of the lines, highest revenue first. */
export const countriesView: View<'countries'> = {
  read: (context) => ({
    parts: {
      countries: {
        sql: readsCountryMonths(context)
          ? `select country as name, * exclude (country) from (${sumsBy('country')})
             order by revenue desc, name limit ${mostCountries}`
          : `select country as name, count(distinct customer_key) as customers, ${ordersOf()} as orders,
               coalesce(cast(sum(amount) as double), 0) as revenue
             from visits where country is not null group by country order by revenue desc, name limit ${mostCountries}`,
        order: 'r.revenue desc, r.name',
      },
    },
  }),
  shape: ({ countries = [] }) => countries.map((row) => ({ name: String(row.name), ...countsOf(row) })),
};

/** Countries of a table of customers, most customers first. */
export const tableCountriesView: View<'countries'> = {
  read: () => ({
    parts: {
      countries: {
        sql: `select country as name, count(*) as customers from customers where country is not null group by country
          order by customers desc, name limit ${mostCountries}`,
        order: 'r.customers desc, r.name',
      },
    },
  }),
  shape: countriesView.shape,
};

/** Customers by their number of orders; the last entry holds those of that many and more. */
export const orderCountsView: View<'orderCounts'> = {
  features: (table) => featuresOf(table, ['frequency']),
  read: ({ column }) => ({
    parts: {
      counts: {
        sql: `select least(${column('frequency')}, ${mostOrders}) as orders, count(*) as customers, ${exactRevenue} as revenue
          from customers group by 1`,
        order: 'r.orders',
      },
    },
  }),
  shape: ({ counts = [] }) => counts.map(countsOf),
};

/** Customers by segment, those in none last; empty without a segmentation. */
export const segmentTotalsView: View<'segmentTotals'> = {
  features: (table) => featuresOf(table, ['frequency']),
  read: ({ table, asked, column }): Reading => {
    if (asked.members === undefined) return { parts: {} };
    const orders = table.kind === 'orders' ? column('frequency') : '0';
    return {
      parts: {
        segments: {
          sql: `select coalesce(segment, -1) as id, count(*) as customers, cast(sum(${orders}) as bigint) as orders,
              ${exactRevenue} as revenue
            from customers group by 1`,
          order: 'r.id = -1, r.id',
        },
      },
    };
  },
  shape: ({ segments = [] }) => segments.map((row) => ({ id: numberOf(row, 'id'), ...countsOf(row) })),
};

/** Doubles added up come out differently with the order of threads; decimals do not. */
const exactRevenue = 'coalesce(cast(sum(cast(revenue as decimal(38, 6))) as double), 0)';

/** A row of counts and revenue. */
export function countsOf(row: Row): { customers: number; orders: number; revenue: number } {
  return {
    customers: numberOf(row, 'customers'),
    orders: numberOf(row, 'orders'),
    revenue: numberOf(row, 'revenue'),
  };
}
