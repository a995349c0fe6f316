import type { FeatureInfo, SegmentStatistics } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { resolveFeatures } from '../features/resolve-features.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, numberOrNull, readParts } from './read-parts.ts';
import { groupOf, groupsOf, membersOf, type SegmentViewOptions } from './segment-scope.ts';

/**
 * Statistics of the numeric features for each of the k segments under the filters, then, where the segmentation left customers in none,
 * of these (-1), and last of all customers, also those whom it never saw. Standard deviations are of the population, quartiles
 * interpolated (type 7). Throws `nothing-kept`.
 */
export async function segmentStatistics(
  session: Session,
  table: DataTable,
  scope: Scope,
  options: SegmentViewOptions,
): Promise<SegmentStatistics[]> {
  const members = membersOf(scope);
  const features = resolveFeatures(table, options.features).filter(({ unit }) => unit !== 'category');
  const { asOf } = await dataExtent(session, table, scope);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, scope, { asOf });
  const list = (items: string[], type: string) => `unnest(cast([${items.join(', ')}] as ${type}[]))`;
  const places = features.map((_, i) => String(i));
  const columns = features.map((_, i) => featureColumn(i));
  // Values are scaled by the largest before they are squared, so that no number overflows.
  const parts = await readParts(
    session,
    `${ctes},
    grouped as not materialized (select *, ${groupOf(members)} as grp from customers),
    numbers as materialized (select * from (
      select grp, ${list(places, 'integer')} as f, ${list(columns, 'double')} as x from grouped) where isfinite(x)),
    sizes as (select f, coalesce(nullif(max(abs(x)), 0), 1) as size from numbers group by f)`,
    {
      sizes: {
        sql: `select grp, grouping(grp) as of_all, count(*) as customers, sum(revenue) as revenue
          from grouped group by grouping sets ((grp), ())`,
      },
      statistics: {
        sql: `select grp, grouping(grp) as of_all, f, count(*) as n, avg(x / size) * any_value(size) as mean,
            sqrt(var_pop(x / size)) * any_value(size) as deviation, min(x) as lo,
            quantile_cont(x, [0.25, 0.5, 0.75]) as quartiles, max(x) as hi
          from numbers join sizes using (f)
          group by grouping sets ((f, grp), (f))`,
      },
    },
    bindings.values,
  );
  const all = parts.sizes.find((row) => row.of_all === 1);
  if (numberOf(all, 'customers') === 0) throw nothingKept(table, scope.filters);
  const hasNone = parts.sizes.some((row) => row.of_all === 0 && row.grp === -1);
  return groupsOf(options.k, hasNone).map((group) => statisticsOf(group, features, parts.sizes, parts.statistics));
}

function statisticsOf(
  segment: number | null,
  features: readonly FeatureInfo[],
  sizes: readonly Row[],
  statistics: readonly Row[],
): SegmentStatistics {
  const isOurs = (row: Row) => (segment === null ? row.of_all === 1 : row.of_all === 0 && row.grp === segment);
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
