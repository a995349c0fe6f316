import type { Projection } from '@clientele/contracts';
import { type Session, type TableColumn, writeTable } from '@clientele/engines';
import type { Members } from '@clientele/pipeline';
import { inSlices } from './in-slices.ts';

/** More prepared columns than these are not stored, but prepared anew where they are asked for. */
const mostPrepared = 50;

/** Customers on two axes: one place a customer, NaN where a customer has none. */
export interface Plane {
  x: Float64Array;
  y: Float64Array;
  axes: Axes;
  /** The customers as they were prepared, one array a column. */
  prepared: Float64Array[];
}

/** What the two axes are made of. */
export interface Axes extends Pick<Projection, 'ratio' | 'loadings'> {
  /** Where the mean of the customers falls before it is made the middle; absent in stores of older versions. */
  origin?: { x: number; y: number };
}

/** The customers of a run, each with its segment (-1: none), its place on the plane and its prepared values. */
export interface MembersInput {
  ids: readonly string[];
  labels: Int32Array;
  plane: Pick<Plane, 'x' | 'y'> & Partial<Pick<Plane, 'prepared'>>;
}

/**
 * Writes a segmentation's customers into a new table: customer, segment, x, y, and p0, p1, ... as they were prepared. Whom the run saw and
 * put into no segment has a place and a segment of null; whom it left out for a missing feature has neither, and no row.
 */
export async function writeMembers(session: Session, number: number, input: MembersInput): Promise<Members> {
  const { ids, labels, plane } = input;
  const table = `members_${number}`;
  const prepared = plane.prepared ?? [];
  const columns: TableColumn[] = [
    { name: 'customer', type: 'VARCHAR', values: ids },
    { name: 'segment', type: 'INTEGER', values: labels, stored: 'nullif(segment, -1)' },
    { name: 'x', type: 'DOUBLE', values: plane.x },
    { name: 'y', type: 'DOUBLE', values: plane.y },
    ...(prepared.length > mostPrepared ? [] : prepared).map(
      (values, i): TableColumn => ({ name: `p${i}`, type: 'DOUBLE', values }),
    ),
  ];
  await writeTable(session, table, columns, 'segment >= 0 or x is not null');
  return { table };
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
