import type { Selection } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { resolveFeatures } from '../features/resolve-features.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, numberOrNull, readParts } from './read-parts.ts';
import { insideCte, type Polygon } from './segment-lasso.ts';
import { membersOf } from './segment-scope.ts';

/** A lasso on a map. */
export interface LassoAsked {
  polygon: Polygon;
  /** Table with the columns customer, segment, x and y; absent: the segmentation's members. */
  places?: string;
}

export interface SelectionOptions extends LassoAsked {
  /** Feature ids of the recipe; none: those suggested. */
  features?: readonly string[];
}

const mostFirst = 100;

/**
 * Who of the customers under the filters stands inside a lasso: counts, revenue, medians beside those of all customers under the filters.
 * `bySegment` has the segments that are met, in order, those in none (-1) last. Throws `nothing-kept`.
 */
export async function selectCustomers(
  session: Session,
  table: DataTable,
  scope: Scope,
  { polygon, places, features: ids }: SelectionOptions,
): Promise<Selection> {
  const features = resolveFeatures(table, ids).filter(({ unit }) => unit !== 'category');
  // Places know their segments.
  const { members: _, ...bare } = scope;
  const valued = scope.filters.segments?.length ? scope : bare;
  const { asOf } = await dataExtent(session, table, valued);
  const bindings = new Bindings();
  const customers = customerCtes(bindings, table, features, valued, { asOf });
  const inside = insideCte(bindings, places ?? membersOf(scope).table, polygon);
  const medians = features.map((_, i) => {
    const column = featureColumn(i);
    return `, quantile_cont(${column}, 0.5) filter (where is_own) as own${i}, quantile_cont(${column}, 0.5) as all${i}`;
  });
  const parts = await readParts(
    session,
    `${customers},\n${inside},
    marked as materialized (
      select c.customer, c.revenue${features.map((_, i) => `, c.${featureColumn(i)}`).join('')},
        coalesce(i.segment, -1) as segment, i.customer is not null as is_own
      from customers c left join inside i on c.customer = i.customer)`,
    {
      totals: {
        sql: `select count(*) as n, count(*) filter (where is_own) as customers, sum(revenue) filter (where is_own) as revenue
          ${medians.join('')} from marked`,
      },
      segments: {
        sql: 'select segment as id, count(*) as n from marked where is_own group by all',
        order: 'r.id = -1, r.id',
      },
      first: {
        sql: `select customer, segment, revenue,
            row_number() over (order by revenue desc nulls last, customer) as place
          from marked where is_own order by revenue desc nulls last, customer limit ${mostFirst}`,
        order: 'r.place',
      },
    },
    bindings.values,
  );
  const totals = parts.totals[0];
  if (numberOf(totals, 'n') === 0) throw nothingKept(table, scope.filters);
  return {
    customers: numberOf(totals, 'customers'),
    revenue: numberOrNull(totals, 'revenue'),
    bySegment: parts.segments.map((row) => ({ id: numberOf(row, 'id'), customers: numberOf(row, 'n') })),
    medians: features.map(({ id, label }, i) => ({
      feature: id,
      label,
      own: numberOrNull(totals, `own${i}`),
      all: numberOrNull(totals, `all${i}`),
    })),
    first: parts.first.map((row) => ({
      id: String(row.customer),
      segment: numberOf(row, 'segment'),
      revenue: numberOrNull(row, 'revenue'),
    })),
  };
}

/** The ids of all customers of a segmentation inside a lasso, whatever the filters. */
export async function customersInside(
  session: Session,
  scope: Scope,
  { polygon, places }: LassoAsked,
): Promise<ReadonlySet<string>> {
  const bindings = new Bindings();
  const ctes = insideCte(bindings, places ?? membersOf(scope).table, polygon);
  const { texts } = await session.columns(`with ${ctes} select customer from inside`, bindings.values);
  return new Set((texts.customer ?? []).filter((id) => id !== null));
}
