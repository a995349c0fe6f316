import type { Overview } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { featuresOffered } from '../features/features-offered.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { customerPoints } from './customer-points.ts';
import { numberShapes } from './number-shapes.ts';
import type { OverviewAsked } from './overview-asked.ts';
import { numberOf, readParts } from './read-parts.ts';

const histogramBins = 20;
const mostValues = 100;
const mostCountries = 1000;

/** The Overview of a table of customers: no money and no months, but every column of numbers and of categories. */
export async function tableOverview(session: Session, table: DataTable, asked: OverviewAsked): Promise<Overview> {
  const offered = featuresOffered(table);
  const numeric = offered.filter((feature) => feature.unit !== 'category');
  const categorical = offered.filter((feature) => feature.unit === 'category');
  const ofNumbers = new Bindings();
  const numberCtes = customerCtes(ofNumbers, table, numeric, asked, { asOf: null });
  const columns = numeric.map((_, i) => featureColumn(i));
  const { customers, shapes } = await numberShapes(session, numberCtes, ofNumbers, columns, histogramBins);
  if (customers === 0) throw nothingKept(table, asked.filters);

  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, categorical, asked, { asOf: null });
  const values = await readParts(
    session,
    ctes,
    {
      categories: categoriesPart(categorical.length),
      segments: {
        sql: 'select segment, count(*) as customers from customers where segment is not null group by segment',
        order: 'r.segment',
      },
      countries: {
        sql: `select country, count(*) as customers from customers where country is not null group by country
          order by customers desc, country limit ${mostCountries}`,
        order: 'r.customers desc, r.country',
      },
    },
    bindings.values,
  );
  const noMoney = { orders: 0, revenue: 0 };
  return {
    filters: { countries: asked.filters.countries },
    asOf: null,
    kpis: {
      customers,
      ...noMoney,
      averageOrderValue: null,
      recency: null,
      frequency: null,
      monetary: null,
      oneTimeCustomers: 0,
    },
    comparison: null,
    months: [],
    topCustomers: [],
    countries: values.countries.map((row) => ({
      name: String(row.country),
      customers: numberOf(row, 'customers'),
      ...noMoney,
    })),
    points:
      asked.points > 0
        ? await customerPoints(session, table, { ...asked, most: asked.points, features: numeric.map(({ id }) => id) })
        : { ids: [], segments: [], features: {}, shown: 0, total: customers },
    segments: values.segments.map((row) => ({
      id: numberOf(row, 'segment'),
      customers: numberOf(row, 'customers'),
      ...noMoney,
    })),
    numbers: numeric.map(({ id, label }, i) => {
      const { count, mean, median, min, max, skewness, histogram } = shapes[i]!;
      return { feature: id, label, count, missing: customers - count, mean, median, min, max, skewness, histogram };
    }),
    categories: categorical.map(({ id }, f) => ({
      feature: id,
      values: values.categories
        .filter((row) => row.f === f)
        .slice(0, mostValues)
        .map((row) => ({ value: String(row.value), customers: numberOf(row, 'customers') })),
    })),
  };
}

/** Customers by value of the first so many features of `customers`, all categories; most customers first. */
function categoriesPart(features: number) {
  const indexes = Array.from({ length: features }, (_, i) => i);
  return {
    sql: `select f, value, count(*) as customers from (
        select unnest(cast([${indexes.join(', ')}] as integer[])) as f,
          unnest(cast([${indexes.map(featureColumn).join(', ')}] as varchar[])) as value from customers)
      where value is not null group by all`,
    order: 'r.f, r.customers desc, r.value',
  };
}
