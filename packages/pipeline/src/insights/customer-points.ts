import type { FeatureInfo, Points } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { resolveFeatures } from '../features/resolve-features.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, numberOrNull, type Part, readParts } from './read-parts.ts';

export interface PointsAsked extends Scope {
  /** At most so many customers. */
  most: number;
  /** Feature ids; none: those suggested. Categories are left out. */
  features?: readonly string[];
}

/** Of the customers shown, those of highest revenue that are always among them. */
const alwaysShown = 100;

/**
 * Customers as points, ordered by id. Where there are more than `most`, the hundred of highest revenue (at most half
 * of `most`) are shown and of all customers in order of id every n-th, so that the same data give the same points.
 * Throws `nothing-kept`.
 */
export async function customerPoints(session: Session, table: DataTable, asked: PointsAsked): Promise<Points> {
  const features = pointFeatures(table, asked.features);
  const { asOf } = await dataExtent(session, table, asked);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, asked, { asOf });
  const parts = await readParts(
    session,
    ctes,
    { all: { sql: 'select count(*) as n from customers' }, points: pointsPart(features, asked.most) },
    bindings.values,
  );
  const total = numberOf(parts.all[0], 'n');
  if (total === 0) throw nothingKept(table, asked.filters);
  return shapePoints(parts.points, features, total);
}

/** The features that points carry: numbers only. */
export function pointFeatures(table: DataTable, ids: readonly string[] = []): FeatureInfo[] {
  return resolveFeatures(table, ids).filter((feature) => feature.unit !== 'category');
}

/** Chosen customers of the expression `customers`. */
export function pointsPart(features: readonly FeatureInfo[], most: number): Part {
  const always = Math.min(alwaysShown, Math.floor(most / 2));
  const spread = most - always;
  const columns = features.map((_, i) => `, ${featureColumn(i)}`).join('');
  return {
    sql: `select * from (
        select customer, line, segment${columns}, count(*) over () as total,
          row_number() over (order by customer, line) - 1 as place,
          row_number() over (order by revenue desc nulls last, customer, line) as top
        from customers)
      where total <= ${most} or top <= ${always} or (place * ${spread}) % total < ${spread}`,
    order: 'r.place',
  };
}

/** Rows of `pointsPart` as points. */
export function shapePoints(rows: readonly Row[], features: readonly FeatureInfo[], total: number): Points {
  return {
    ids: rows.map((row) => String(row.customer)),
    segments: rows.map((row) => numberOrNull(row, 'segment') ?? -1),
    features: Object.fromEntries(
      features.map((feature, i) => [feature.id, rows.map((row) => numberOrNull(row, featureColumn(i)))]),
    ),
    shown: rows.length,
    total,
  };
}
