import type { Kpis } from '@clientele/contracts';
import type { Row } from '@clientele/engines';
import type { DataTable } from '../../data-table.ts';
import type { Bindings } from '../../features/bindings.ts';
import { dateOf, dayNumber } from '../../features/calendar.ts';
import { featuresOffered } from '../../features/features-offered.ts';
import { ordersOf, visitsSql } from '../../features/visits.ts';
import { type ComparedPeriods, comparePeriods, type Period } from '../compare-periods.ts';
import { numberOf, numberOrNull, type Part } from '../read-parts.ts';
import type { Reading, View, ViewContext } from './view.ts';

/** Key figures of everything shown. */
export const kpisView: View<'kpis'> = {
  features: (table) => featuresOf(table, ['recency', 'frequency']),
  read: ({ column }) => ({
    parts: {
      all: {
        sql: `select all_visits.*, of_customers.* from (
            select coalesce(cast(sum(amount) as double), 0) as revenue, ${ordersOf()} as orders,
              cast(sum(amount) filter (where customer_key is not null) as double) as known from visits) all_visits,
          (select count(*) as customers, avg(${column('recency')}) as recency, avg(${column('frequency')}) as frequency,
              count(*) filter (where ${column('frequency')} = 1) as one_time
            from customers) of_customers`,
      },
    },
  }),
  shape: ({ all }) => shapeKpis(all?.[0]),
};

/** Key figures of a table of customers: how many. */
export const tableKpisView: View<'kpis'> = {
  read: () => ({ parts: { all: { sql: 'select count(*) as customers from customers' } } }),
  shape: ({ all }) => ({
    customers: numberOf(all?.[0], 'customers'),
    revenue: 0,
    orders: 0,
    averageOrderValue: null,
    recency: null,
    frequency: null,
    monetary: null,
    oneTimeCustomers: 0,
  }),
};

/** Key figures of two periods, each as of the first moment after it; `comparePeriods` says which. */
export const kpiComparisonView: View<'kpiComparison'> = {
  read(context): Reading {
    const compared = comparedPeriods(context);
    if (compared === null) return { parts: {} };
    const { bindings, table, asked } = context;
    const isOutside = compared.kind === 'period-before';
    const scope = { ...asked, filters: { ...asked.filters, ...datesOf(compared.before) } };
    return {
      ctes: isOutside ? [`visits_before as materialized (${visitsSql(bindings, table, scope)})`] : [],
      parts: {
        current: isOutside ? wholePart(bindings, compared.current) : periodPart(bindings, 'visits', compared.current),
        before: periodPart(bindings, isOutside ? 'visits_before' : 'visits', compared.before),
      },
    };
  },
  shape({ current, before }, context) {
    const compared = comparedPeriods(context);
    return (
      compared && {
        kind: compared.kind,
        current: { ...datesOf(compared.current), kpis: shapeKpis(current?.[0]) },
        before: { ...datesOf(compared.before), kpis: shapeKpis(before?.[0]) },
      }
    );
  },
};

/** Features by id, of those on offer. */
export function featuresOf(table: DataTable, ids: readonly string[]) {
  return featuresOffered(table).filter(({ id }) => ids.includes(id));
}

function comparedPeriods({ period, extent }: ViewContext): ComparedPeriods | null {
  return period && extent.first !== null ? comparePeriods(period, dayNumber(extent.first.slice(0, 10))) : null;
}

function datesOf(period: Period): { from: string; to: string } {
  return { from: dateOf(period.first), to: dateOf(period.last) };
}

function periodPart(bindings: Bindings, visits: string, period: Period): Part {
  const days = [dateOf(period.first), dateOf(period.last)].map((day) => `cast(${bindings.bind(day)} as date)`);
  const where = `where day between ${days.join(' and ')}`;
  const moment = momentAfter(bindings, period);
  const known = 'filter (where customer_key is not null)';
  return {
    sql: `select count(customer_key) as customers, coalesce(cast(sum(amount) as double), 0) as revenue,
        (select ${ordersOf()} from ${visits} ${where}) as orders,
        avg((epoch_us(${moment}) - epoch_us(last)) // 86400000000) ${known} as recency,
        avg(orders) ${known} as frequency, cast(sum(amount) ${known} as double) as known,
        count(customer_key) filter (where orders = 1) as one_time
      from (select customer_key, ${ordersOf()} as orders, sum(amount) as amount, max(last) as last
        from ${visits} ${where} group by customer_key)`,
  };
}

/** The key figures of all that is shown, where a date filter made `totals`. */
function wholePart(bindings: Bindings, period: Period): Part {
  return {
    sql: `select of_visits.*, of_customers.* from (
        select coalesce(cast(sum(amount) as double), 0) as revenue, ${ordersOf()} as orders,
          cast(sum(amount) filter (where customer_key is not null) as double) as known from visits) of_visits,
      (select count(*) as customers, avg((epoch_us(${momentAfter(bindings, period)}) - epoch_us(last)) // 86400000000) as recency,
          count(*) filter (where orders = 1) as one_time from totals) of_customers`,
  };
}

function momentAfter(bindings: Bindings, period: Period): string {
  return `cast(${bindings.bind(`${dateOf(period.last + 1)}T00:00:00`)} as timestamp)`;
}

/** Money is divided once, after an exact sum: a mean of doubles changes with the order of threads. */
function shapeKpis(row: Row | undefined): Kpis {
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
