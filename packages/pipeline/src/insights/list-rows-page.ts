import { quoteIdentifier, type Row, type Session } from '@clientele/engines';
import type { DataTable, Members } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { type RowSource, segmentColumn } from './list-rows-columns.ts';

/** Rows of a table under a condition, in an order. */
export interface OrderedRows {
  table: DataTable;
  members: Members | undefined;
  /** SQL of the condition, its values put into the bindings given. */
  where: (bindings: Bindings) => string;
  /** Null: the order of the file. */
  sort: RowSource | null;
  descending: boolean;
}

interface Window {
  offset: number;
  limit: number;
}

/** Beyond this many rows the engine sorts them all. */
const mostSkipped = 5000;
/** Rows this close together are read in one go, with those between them. */
const widestRead = 20_000;

/**
 * The row numbers of a page: missing values last in either direction, ties in the order of the file. Only the column sorted by is
 * read; a page deep in a column whose values repeat is found by counting each value, and only rows of its own values are sorted.
 */
export async function pageOfRows(session: Session, rows: OrderedRows, window: Window): Promise<number[]> {
  if (window.limit === 0) return [];
  if (rows.sort === null) return inOrder(session, rows, window, 'row');
  if (rows.sort.repeats && window.offset >= mostSkipped) return deepInValues(session, rows, window);
  return inOrder(session, rows, window, keyOrder(rows));
}

const keyOrder = ({ descending }: OrderedRows) => `key ${descending ? 'desc' : 'asc'} nulls last, row`;

/** `row` and `key`, what is sorted by, of the rows under the condition. */
function keysSql({ table, members, where, sort }: OrderedRows, bindings: Bindings): string {
  const from = `${quoteIdentifier(table.table)} as t`;
  if (sort?.id === segmentColumn && members !== undefined)
    return `(select t.rowid as row, case when m.segment >= 0 then m.segment end as key
      from ${from} left join ${quoteIdentifier(members.table)} as m using (customer) where ${where(bindings)})`;
  return `(select rowid as row, ${sort?.sql ?? 'rowid'} as key from ${from} where ${where(bindings)})`;
}

async function inOrder(
  session: Session,
  rows: OrderedRows,
  { offset, limit }: Window,
  order: string,
  only: (bindings: Bindings) => string = () => 'true',
): Promise<number[]> {
  const bindings = new Bindings();
  const found = await session.rows(
    `select row from ${keysSql(rows, bindings)} where ${only(bindings)}
     order by ${order} limit ${bindings.bind(limit)} offset ${bindings.bind(offset)}`,
    bindings.values,
  );
  return found.map(({ row }) => Number(row));
}

async function deepInValues(session: Session, rows: OrderedRows, { offset, limit }: Window): Promise<number[]> {
  const bindings = new Bindings();
  const keys = await session.rows(
    `select key, before from (
       select key, n, sum(n) over (order by key ${rows.descending ? 'desc' : 'asc'} nulls last) - n as before
       from (select key, count(*) as n from ${keysSql(rows, bindings)} group by key))
     where before < ${bindings.bind(offset + limit)} and before + n > ${bindings.bind(offset)} order by before`,
    bindings.values,
  );
  if (keys.length === 0) return [];
  const values = keys.flatMap(({ key }) => (key === null ? [] : [key as string | number]));
  const only = (inner: Bindings) =>
    [
      ...(values.length > 0 ? [`key in (${inner.bindAll(values)})`] : []),
      ...(values.length < keys.length ? ['key is null'] : []),
    ].join(' or ');
  // The rows of one value stand in the order of the file already.
  const order = keys.length === 1 ? 'row' : keyOrder(rows);
  return inOrder(session, rows, { offset: offset - Number(keys[0]?.before), limit }, order, only);
}

/** The cells of rows by their numbers, in the order given; cells in order of the columns. */
export async function readRows(
  session: Session,
  { table, members }: Pick<OrderedRows, 'table' | 'members'>,
  columns: readonly RowSource[],
  rows: readonly number[],
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const bindings = new Bindings();
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const chosen =
    last - first < widestRead
      ? `rowid between ${bindings.bind(first)} and ${bindings.bind(last)}`
      : `rowid in (${bindings.bindAll(rows)})`;
  const selected = columns.map(({ sql }, i) => `, ${sql} as c${i}`).join('');
  const own = `(select rowid as row, * from ${quoteIdentifier(table.table)} where ${chosen})`;
  const joined =
    members === undefined ? '' : ` left join ${quoteIdentifier(members.table)} as m on m.customer = t.customer`;
  const inner = members === undefined ? 't.*' : 't.*, m.segment';
  const found = await session.rows(
    `select row${selected} from (select ${inner} from ${own} as t${joined})`,
    bindings.values,
  );
  const byNumber = new Map(found.map((row) => [row.row, row]));
  return rows.flatMap((row) => {
    const cells = byNumber.get(row);
    return cells === undefined ? [] : [cells];
  });
}
