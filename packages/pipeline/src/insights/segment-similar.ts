import { ClienteleError, type FeatureInfo, type Recipe, type SimilarCustomer } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable, Members } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { computeFeatures } from '../features/compute-features.ts';
import { customerCtes } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { resolveFeatures } from '../features/resolve-features.ts';
import type { Scope } from '../features/scope.ts';
import { prepare } from '../preparation/prepare.ts';
import { customerRow } from './list-customers.ts';
import { readParts } from './read-parts.ts';
import { membersOf } from './segment-scope.ts';

export interface SimilarAsked {
  id: string;
  /** At most so many. */
  limit: number;
  /** Of the segmentation. */
  recipe: Recipe;
}

/** A customer near another one. */
interface Near {
  id: string;
  segment: number;
  distance: number;
}

/**
 * The customers nearest to one by Euclidean distance in the prepared features of a segmentation, ties by id, the customer left out. Exact:
 * from the columns p0, p1, ... of the members table, or where an older store has none, from the features prepared anew. `scope` is that
 * of the run. Throws `not-found` for a customer that the segmentation has no prepared features of.
 */
export async function similarCustomers(
  session: Session,
  table: DataTable,
  scope: Scope,
  { id, limit, recipe }: SimilarAsked,
): Promise<SimilarCustomer[]> {
  const members = membersOf(scope);
  const features = resolveFeatures(table, recipe.features);
  const columns = await preparedColumns(session, members);
  const near =
    columns.length > 0
      ? await nearStored(session, members, columns, { id, limit })
      : await nearPrepared(session, table, scope, { id, limit, recipe });
  if (near === null)
    throw new ClienteleError(
      'not-found',
      `Customer "${id}" is not among those that the segmentation was made from, so none can be compared; choose one who is.`,
      { id },
    );
  const values = await featureValues(session, table, scope, features, near);
  return near.map((one) => ({ ...one, features: values.get(one.id) ?? {} }));
}

async function preparedColumns(session: Session, { table }: Members): Promise<string[]> {
  const rows = await session.rows(
    `select column_name as name from information_schema.columns
     where table_catalog = current_database() and table_name = $1 and regexp_full_match(column_name, 'p[0-9]+')`,
    [table],
  );
  return rows.map(({ name }) => quoteIdentifier(String(name)));
}

async function nearStored(
  session: Session,
  { table }: Members,
  columns: readonly string[],
  { id, limit }: Pick<SimilarAsked, 'id' | 'limit'>,
): Promise<Near[] | null> {
  const members = quoteIdentifier(table);
  const [own] = await session.rows(
    `select ${columns.join(', ')} from ${members} where customer = $1 and ${columns[0]} is not null limit 1`,
    [id],
  );
  if (own === undefined) return null;
  const bindings = new Bindings();
  const terms = Object.values(own).map((value, i) => {
    const difference = `(${columns[i]} - cast(${bindings.bind(Number(value))} as double))`;
    return `${difference} * ${difference}`;
  });
  const rows = await session.rows(
    `select customer, coalesce(segment, -1) as segment, sqrt(square) as distance
     from (select customer, segment, ${terms.join(' + ')} as square from ${members}
       where customer <> ${bindings.bind(id)} and ${columns[0]} is not null order by square, customer limit ${limit})
     order by square, customer`,
    bindings.values,
  );
  return rows.map(({ customer, segment, distance }) => ({
    id: String(customer),
    segment: Number(segment),
    distance: Number(distance),
  }));
}

async function nearPrepared(
  session: Session,
  table: DataTable,
  scope: Scope,
  { id, limit, recipe }: SimilarAsked,
): Promise<Near[] | null> {
  const features = await computeFeatures(session, table, { ...scope, ids: recipe.features });
  const { matrix, rows, columns, kept } = prepare(features, recipe);
  const idOf = (row: number) => features.ids[kept[row] ?? 0] ?? '';
  const own = kept.findIndex((row) => features.ids[row] === id);
  if (own < 0) return null;
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++) squares[row]! += (matrix[row * columns + c]! - matrix[own * columns + c]!) ** 2;
  }
  const nearest = Array.from(squares.keys())
    .filter((row) => idOf(row) !== id)
    .sort((a, b) => squares[a]! - squares[b]! || a - b)
    .slice(0, limit);
  const found = await session.rows(
    `select customer, segment from ${quoteIdentifier(membersOf(scope).table)}
     where customer in (select unnest(from_json($1::json, '["VARCHAR"]')))`,
    [JSON.stringify(nearest.map(idOf))],
  );
  const segments = new Map(found.map((row) => [row.customer, row.segment]));
  return nearest.map((row) => ({
    id: idOf(row),
    segment: Number(segments.get(idOf(row)) ?? -1),
    distance: Math.sqrt(squares[row]!),
  }));
}

async function featureValues(
  session: Session,
  table: DataTable,
  scope: Scope,
  features: readonly FeatureInfo[],
  near: readonly Near[],
): Promise<Map<string, SimilarCustomer['features']>> {
  // Without the segments, which are known, the engine looks at these customers only where it can.
  const { members: _, ...bare } = scope;
  const { asOf } = await dataExtent(session, table, bare);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, bare, { asOf });
  const ids = bindings.bind(JSON.stringify(near.map(({ id }) => id)));
  const { rows } = await readParts(
    session,
    ctes,
    {
      rows: {
        sql: `select * from customers where customer in (select unnest(from_json(${ids}::json, '["VARCHAR"]')))`,
      },
    },
    bindings.values,
  );
  return new Map(rows.map((row) => [String(row.customer), customerRow(row, features).features]));
}
