import type { Projection } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { Members } from '@clientele/pipeline';
import { inSlices } from './in-slices.ts';

const rowsAtOnce = 10_000;

/** Customers on two axes: one place a customer, NaN where a customer has none. */
export interface Plane {
  x: Float64Array;
  y: Float64Array;
  axes: Axes;
}

/** What the two axes are made of. */
export type Axes = Pick<Projection, 'ratio' | 'loadings'>;

/** The place of a customer on the plane, and its segment (-1: none). */
export interface Place {
  x: number;
  y: number;
  segment: number;
}

/** The customers of a run, each with its segment (-1: none) and its place on the plane. */
export interface MembersInput {
  ids: readonly string[];
  labels: Int32Array;
  plane: Pick<Plane, 'x' | 'y'>;
}

/**
 * Writes a segmentation's customers into a new table, in slices, so that the event loop stays free. Whom the run saw and put into no
 * segment has a place and a segment of null; whom it left out for a missing feature has neither, and no row.
 */
export async function writeMembers(session: Session, number: number, input: MembersInput): Promise<Members> {
  const { ids, labels, plane } = input;
  const table = `members_${number}`;
  const name = session.quoteIdentifier(table);
  await session.run(`create table ${name} (customer varchar not null, segment integer, x double, y double)`);
  const lists = ['VARCHAR', 'INTEGER', 'DOUBLE', 'DOUBLE'].map(
    (type, i) => `unnest(from_json($${i + 1}::json, '["${type}"]'))`,
  );
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const to = at + rowsAtOnce;
    const slice = (values: Int32Array | Float64Array) => JSON.stringify(Array.from(values.subarray(at, to)));
    await session.run(
      `insert into ${name} select customer, case when segment >= 0 then segment end, x, y
       from (select ${lists[0]} as customer, ${lists[1]} as segment, ${lists[2]} as x, ${lists[3]} as y)
       where segment >= 0 or x is not null`,
      [JSON.stringify(ids.slice(at, to)), slice(labels), slice(plane.x), slice(plane.y)],
    );
  }
  return { table };
}

/** The places and segments of some customers, by id. */
export async function readPlaces(
  session: Session,
  { table }: Members,
  ids: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await session.rows(
    `select customer, x, y, coalesce(segment, -1) as segment from ${session.quoteIdentifier(table)}
     where x is not null and customer in (select unnest(from_json($1::json, '["VARCHAR"]')))`,
    [JSON.stringify(ids)],
  );
  return new Map(
    rows.map(({ customer, x, y, segment }) => [
      String(customer),
      { x: Number(x), y: Number(y), segment: Number(segment) },
    ]),
  );
}

/** The segment of each of these customers, -1 where one has none. */
export async function readLabels(session: Session, { table }: Members, ids: readonly string[]): Promise<Int32Array> {
  const { rows, texts, numbers } = await session.columns(
    `select customer, segment from ${session.quoteIdentifier(table)} where segment is not null`,
  );
  const segments = new Map<string | null | undefined, number | undefined>();
  await inSlices(rows, (row) => segments.set(texts.customer?.[row], numbers.segment?.[row]));
  const labels = new Int32Array(ids.length);
  await inSlices(ids.length, (i) => {
    labels[i] = segments.get(ids[i]) ?? -1;
  });
  return labels;
}
