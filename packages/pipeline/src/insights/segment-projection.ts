import type { Density, FeatureInfo, Projection } from '@clientele/contracts';
import { quoteIdentifier, type Row, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { customerConditions } from '../features/kept-rows.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import { resolveFeatures } from '../features/resolve-features.ts';
import type { Scope } from '../features/scope.ts';
import { numberOf, numberOrNull, readParts } from './read-parts.ts';
import { densityParts } from './segment-density.ts';
import { membersOf } from './segment-scope.ts';

/** A map of a segmentation's customers. */
export interface ProjectionMap {
  kind: Projection['kind'];
  /** Of principal components; none for UMAP. */
  axes?: Pick<Projection, 'ratio' | 'loadings'>;
  /** Table with the columns customer, segment, x and y, and z in three dimensions; absent: the segmentation's members. */
  places?: string;
  dimensions?: 2 | 3;
}

export interface ProjectionOptions extends Partial<ProjectionMap> {
  /** At most so many customers are points. */
  points: number;
  /** Feature ids that points carry; none: those suggested. Categories are left out. */
  features?: readonly string[];
}

/** Of the customers on the map, those of highest revenue that are always points. */
const alwaysShown = 100;

/**
 * The customers of a segmentation on a map, under the filters: all of them as points where there are at most `points`, else the hundred
 * of highest revenue (at most half) and an even choice of the others, by a hash of the id, with the density of all. Points stand in order
 * of id. Throws `nothing-kept` where
 * nobody has a place.
 */
export async function segmentProjection(
  session: Session,
  table: DataTable,
  scope: Scope,
  {
    points: most,
    features: ids,
    axes = { ratio: [], loadings: [] },
    kind = 'pca',
    places,
    dimensions = 2,
  }: ProjectionOptions,
): Promise<Projection> {
  const features = resolveFeatures(table, ids).filter(({ unit }) => unit !== 'category');
  const valued = valuesScope(scope);
  const { asOf } = await dataExtent(session, table, valued);
  const bindings = new Bindings();
  const customers = customerCtes(bindings, table, features, valued, { asOf });
  const placed = placedCte(bindings, scope, places ?? membersOf(scope).table, dimensions);
  const density = densityParts(most);
  const parts = await readParts(
    session,
    `${customers},\n${placed},\n${chosenCtes(most)}${dimensions === 2 ? `,\n${density.ctes}` : ''}`,
    {
      placed: { sql: 'select n from placed_total' },
      points: {
        sql: `select p.*${features.map((_, i) => `, c.${featureColumn(i)}`).join('')}
          from (select * from placed where customer in (select customer from chosen)) p
          left join (select * from customers where customer in (select customer from chosen)) c using (customer)`,
        order: 'r.customer',
      },
      ...(dimensions === 2 ? { density: density.part } : { density: { sql: 'select 0 as nothing' } }),
    },
    bindings.values,
  );
  const total = numberOf(parts.placed[0], 'n');
  if (total === 0) throw nothingKept(table, scope.filters);
  const axis = (name: string) => parts.points.map((row) => numberOf(row, name));
  return {
    kind,
    ratio: axes.ratio,
    loadings: axes.loadings,
    x: axis('x'),
    y: axis('y'),
    z: dimensions === 3 ? axis('z') : [],
    points: pointsOf(parts.points, features, total),
    density: dimensions === 2 ? densityOf(parts.density[0]) : null,
  };
}

const isNarrowed = ({ filters }: Scope): boolean => Boolean(filters.from || filters.to || filters.countries?.length);

/** The scope that values of the points are of: places know their segments, and choose by them where nothing else narrows. */
function valuesScope(scope: Scope): Scope {
  const { members, ...bare } = scope;
  if (!isNarrowed(scope)) return { ...bare, filters: {} };
  return scope.filters.segments?.length ? scope : bare;
}

/** The customers with a place under the filters: no line need be read where only segments or a customer are filtered. */
function placedCte(bindings: Bindings, scope: Scope, places: string, dimensions: 2 | 3): string {
  const conditions = isNarrowed(scope)
    ? ['customer in (select customer from customers)']
    : customerConditions(bindings, scope.filters, scope.members);
  return `placed as ${isNarrowed(scope) ? 'materialized' : 'not materialized'} (
      select customer, segment, x, y${dimensions === 3 ? ', z' : ''} from ${quoteIdentifier(places)}
      where ${['x is not null', ...conditions].join(' and ')}),
    placed_total as materialized (select count(*) as n from placed)`;
}

function chosenCtes(most: number): string {
  const always = Math.min(alwaysShown, Math.floor(most / 2));
  return `highest as materialized (
      select customer from customers where revenue is not null and customer in (select customer from placed)
      order by revenue desc, customer limit ${always}),
    drawn as materialized (
      select customer, row_number() over (order by mark, customer) as turn
      from (select customer, hash(customer) as mark from placed where customer not in (select customer from highest)
        order by mark, customer limit ${most})),
    chosen as materialized (
      select customer from drawn where turn <= ${most} - (select count(*) from highest)
      union all select customer from highest)`;
}

function pointsOf(rows: readonly Row[], features: readonly FeatureInfo[], total: number): Projection['points'] {
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

function densityOf(row: Row | undefined): Density | null {
  const list = (name: string) => (Array.isArray(row?.[name]) ? (row[name] as number[]) : []);
  if (list('cells').length === 0) return null;
  const number = (name: string) => numberOf(row, name);
  return {
    left: number('low_x'),
    right: number('high_x'),
    bottom: number('low_y'),
    top: number('high_y'),
    columns: number('grid_columns'),
    rows: number('grid_rows'),
    cells: list('cells'),
    counts: list('counts'),
    segments: list('segments'),
  };
}
