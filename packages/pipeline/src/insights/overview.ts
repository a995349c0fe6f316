import type { Overview } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { dateOf, dayNumber } from '../features/calendar.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { type DataExtent, dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { comparePeriods, type Period } from './compare-periods.ts';
import { pointFeatures, pointsPart, shapePoints } from './customer-points.ts';
import { fillMonths } from './fill-months.ts';
import type { OverviewAsked } from './overview-asked.ts';
import {
  countriesPart,
  kpisPart,
  monthsPart,
  periodKpisPart,
  segmentsPart,
  shapeKpis,
  topCustomersPart,
} from './overview-parts.ts';
import { numberOf, numberOrNull, type Part, readParts, textOrNull } from './read-parts.ts';
import { tableOverview } from './table-overview.ts';

/**
 * All figures of the Overview under the filters, from one pass over the lines; `comparePeriods` says what the key
 * figures are compared with. Throws `nothing-kept` where the filters leave nothing.
 */
export async function overview(session: Session, table: DataTable, asked: OverviewAsked): Promise<Overview> {
  return table.kind === 'customers' ? tableOverview(session, table, asked) : ordersOverview(session, table, asked);
}

async function ordersOverview(session: Session, table: DataTable, asked: OverviewAsked): Promise<Overview> {
  const { from, to, countries } = asked.filters;
  const extent = await dataExtent(session, table, asked);
  const period = periodShown(extent, asked);
  const compared = period && comparePeriods(period, dayNumber(extent.first!.slice(0, 10)));

  const features = pointFeatures(table);
  const column = (id: string) => featureColumn(features.findIndex((feature) => feature.id === id));
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, asked, { asOf: extent.asOf, visits: true });
  const halves = compared?.kind === 'halves' ? compared : null;
  const parts = await readParts(
    session,
    ctes,
    {
      kpis: kpisPart(table, column),
      current: comparedPart(bindings, table, compared?.current),
      before: comparedPart(bindings, table, halves?.before),
      months: monthsPart(table),
      countries: countriesPart(table),
      top: topCustomersPart(asked.top, column('frequency')),
      segments: segmentsPart(column('frequency')),
      points: pointsPart(features, asked.points),
    },
    bindings.values,
  );
  if (numberOf(parts.kpis[0], 'lines') === 0) throw nothingKept(table, asked.filters);
  const kpis = shapeKpis(parts.kpis[0]);
  return {
    filters: { from, to, countries },
    asOf: extent.asOf,
    kpis,
    comparison: compared && {
      kind: compared.kind,
      current: { ...datesOf(compared.current), kpis: shapeKpis(parts.current[0]) },
      before: {
        ...datesOf(compared.before),
        kpis: shapeKpis(halves ? parts.before[0] : await kpisBefore(session, table, asked, compared.before)),
      },
    },
    months: period ? fillMonths(parts.months.map(shapeMonth), period) : [],
    topCustomers: parts.top.map((row) => ({
      id: String(row.customer),
      country: textOrNull(row, 'country'),
      orders: numberOf(row, 'orders'),
      revenue: numberOf(row, 'revenue'),
      segment: numberOrNull(row, 'segment'),
    })),
    countries: parts.countries.map((row) => ({ name: String(row.name), ...countsOf(row) })),
    points: shapePoints(parts.points, features, kpis.customers),
    segments: parts.segments.map((row) => ({ id: numberOf(row, 'segment'), ...countsOf(row) })),
    numbers: [],
    categories: [],
  };
}

/** The days shown: the date window as far as the data cover it. Null where no kept line in it has a time. */
function periodShown({ first, last, asOf }: DataExtent, { filters, asOf: given }: OverviewAsked): Period | null {
  if (first === null || last === null || asOf === null) return null;
  const lasts = [last.slice(0, 10), ...(filters.to ? [filters.to] : []), ...(given ? [asOf.slice(0, 10)] : [])];
  const period = {
    first: Math.max(dayNumber(first.slice(0, 10)), filters.from ? dayNumber(filters.from) : -Infinity),
    last: Math.min(...lasts.map(dayNumber)),
  };
  return period.first <= period.last ? period : null;
}

/** Key figures of a period, as of the first moment after it; without one a row that is left unread. */
function comparedPart(bindings: Bindings, table: DataTable, period: Period | undefined): Part {
  return period ? periodKpisPart(bindings, table, period, momentAfter(period)) : { sql: 'select 0 as unread' };
}

/** Key figures of a period that lies outside the date window. */
async function kpisBefore(
  session: Session,
  table: DataTable,
  asked: OverviewAsked,
  before: Period,
): Promise<Row | undefined> {
  const asOf = momentAfter(before);
  const scope = { filters: { ...asked.filters, ...datesOf(before) }, members: asked.members };
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, [], scope, { asOf, visits: true });
  const { kpis } = await readParts(
    session,
    ctes,
    { kpis: periodKpisPart(bindings, table, before, asOf) },
    bindings.values,
  );
  return kpis[0];
}

function momentAfter(period: Period): string {
  return `${dateOf(period.last + 1)}T00:00:00`;
}

function datesOf(period: Period): { from: string; to: string } {
  return { from: dateOf(period.first), to: dateOf(period.last) };
}

function countsOf(row: Row): { customers: number; orders: number; revenue: number } {
  return {
    customers: numberOf(row, 'customers'),
    orders: numberOf(row, 'orders'),
    revenue: numberOf(row, 'revenue'),
  };
}

function shapeMonth(row: Row): { month: string; customers: number; orders: number; revenue: number } {
  return { month: String(row.month), ...countsOf(row) };
}
