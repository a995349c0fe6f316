import type { FeatureInfo, Filters, SegmentStatistics, SegmentsView } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable, Members } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { resolveFeatures } from '../features/resolve-features.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, numberOrNull, readParts } from './read-parts.ts';

export interface SegmentsViewOptions extends Pick<Scope, 'asOf' | 'materialised'> {
  /** Feature ids; none: those suggested. */
  features?: readonly string[];
}

const mostCountries = 12;
const mostValues = 100;

/**
 * Statistics of the k segments under the filters and, last, of all customers under them, also those in no segment.
 * Standard deviations are of the population, quartiles interpolated (type 7). Throws `nothing-kept`.
 */
export async function segmentsView(
  session: Session,
  table: DataTable,
  members: Members,
  k: number,
  filters: Filters,
  options: SegmentsViewOptions = {},
): Promise<SegmentsView> {
  const scope: Scope = { ...options, filters, members };
  const features = resolveFeatures(table, options.features);
  const numeric = features.filter((feature) => feature.unit !== 'category');
  const categorical = features.filter((feature) => feature.unit === 'category');
  const { asOf } = await dataExtent(session, table, scope);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, [...numeric, ...categorical], scope, { asOf });
  const columnsFrom = (start: number, count: number) =>
    Array.from({ length: count }, (_, i) => featureColumn(start + i));
  // Values are scaled by the largest before they are squared, so that no number overflows.
  const numbers = `numbers as materialized (
      select * from (${long('double', columnsFrom(0, numeric.length))}) where isfinite(x)),
    sizes as (select f, coalesce(nullif(max(abs(x)), 0), 1) as size from numbers group by f)`;
  const parts = await readParts(
    session,
    `${ctes},\n${numbers}`,
    {
      sizes: {
        sql: `select segment, grouping(segment) as of_all, count(*) as customers, sum(revenue) as revenue
          from customers group by grouping sets ((segment), ())`,
      },
      statistics: {
        sql: `select segment, grouping(segment) as of_all, f, count(*) as n, avg(x / size) * any_value(size) as mean,
            sqrt(var_pop(x / size)) * any_value(size) as deviation, min(x) as lo,
            quantile_cont(x, [0.25, 0.5, 0.75]) as quartiles, max(x) as hi
          from numbers join sizes using (f)
          group by grouping sets ((f, segment), (f))`,
      },
      countries: {
        sql: 'select country, segment, count(*) as n from customers where country is not null group by all',
      },
      values: {
        sql: `select f, x, segment, count(*) as n
          from (${long('varchar', columnsFrom(numeric.length, categorical.length))}) where x is not null group by all`,
      },
    },
    bindings.values,
  );
  const all = parts.sizes.find((row) => row.of_all === 1);
  if (numberOf(all, 'customers') === 0) throw nothingKept(table, filters);
  const statistics = [...Array.from({ length: k }, (_, segment) => segment), null].map((segment) =>
    segmentStatistics(segment, numeric, parts.sizes, parts.statistics),
  );
  return {
    statistics,
    countries: bySegment(parts.countries, 'country', k)
      .slice(0, mostCountries)
      .map(({ value, ...counts }) => ({ country: value, ...counts })),
    categories: categorical.map(({ id }, f) => ({
      feature: id,
      values: bySegment(
        parts.values.filter((row) => row.f === f),
        'x',
        k,
      ).slice(0, mostValues),
    })),
  };
}

/** One row a customer and column: f (which column), x (its value), segment. */
function long(type: 'double' | 'varchar', columns: readonly string[]): string {
  return `select segment, unnest(cast([${columns.map((_, i) => i).join(', ')}] as integer[])) as f,
    unnest(cast([${columns.join(', ')}] as ${type}[])) as x from customers`;
}

function segmentStatistics(
  segment: number | null,
  features: readonly FeatureInfo[],
  sizes: readonly Row[],
  statistics: readonly Row[],
): SegmentStatistics {
  const isOurs = (row: Row) => (segment === null ? row.of_all === 1 : row.of_all === 0 && row.segment === segment);
  const size = sizes.find(isOurs);
  const ours = statistics.filter(isOurs);
  return {
    segment,
    customers: numberOf(size, 'customers'),
    revenue: numberOrNull(size, 'revenue'),
    features: features.map(({ id, label }, f) => {
      const row = ours.find((found) => found.f === f);
      const [q25, median, q75] = Array.isArray(row?.quartiles) ? (row.quartiles as number[]) : [];
      return {
        feature: id,
        label,
        count: numberOf(row, 'n'),
        mean: numberOrNull(row, 'mean'),
        standardDeviation: numberOrNull(row, 'deviation'),
        min: numberOrNull(row, 'lo'),
        q25: q25 ?? null,
        median: median ?? null,
        q75: q75 ?? null,
        max: numberOrNull(row, 'hi'),
      };
    }),
  };
}

interface CountBySegment {
  value: string;
  customers: number;
  bySegment: number[];
}

/** Counts per value and segment, most customers first, ties by value. */
function bySegment(rows: readonly Row[], name: string, k: number): CountBySegment[] {
  const counts = new Map<string, CountBySegment>();
  for (const row of rows) {
    const value = String(row[name]);
    const count = counts.get(value) ?? { value, customers: 0, bySegment: new Array<number>(k).fill(0) };
    counts.set(value, count);
    count.customers += numberOf(row, 'n');
    const segment = numberOrNull(row, 'segment');
    if (segment !== null && segment >= 0 && segment < k) count.bySegment[segment] = numberOf(row, 'n');
  }
  return [...counts.values()].sort((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1));
}
