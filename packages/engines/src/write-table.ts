import type { Session } from './engine.ts';

const rowsAtOnce = 10_000;

/** A column of a new table: NaN and null are missing. */
export interface TableColumn {
  name: string;
  type: 'VARCHAR' | 'INTEGER' | 'DOUBLE';
  values: readonly (string | null)[] | Int32Array | Float64Array;
  /** SQL over the columns of what is stored in place of the values. */
  stored?: string;
}

/**
 * Makes a table and writes columns of equal length into it, in slices, so that the event loop stays free; rows that do not meet the
 * condition, SQL over the columns, are left out.
 */
export async function writeTable(
  session: Session,
  table: string,
  columns: readonly TableColumn[],
  condition = 'true',
): Promise<void> {
  const name = session.quoteIdentifier(table);
  const quoted = columns.map((column) => session.quoteIdentifier(column.name));
  await session.run(`create table ${name} (${columns.map(({ type }, i) => `${quoted[i]} ${type}`).join(', ')})`);
  const lists = columns.map(({ type }, i) => `unnest(from_json($${i + 1}::json, '["${type}"]')) as ${quoted[i]}`);
  const stored = columns.map((column, i) => column.stored ?? quoted[i]);
  const insert = `insert into ${name} select ${stored.join(', ')} from (select ${lists.join(', ')}) where ${condition}`;
  const rows = columns[0]?.values.length ?? 0;
  for (let at = 0; at < rows; at += rowsAtOnce) {
    const slices = columns.map(({ values }) => JSON.stringify([...values.slice(at, at + rowsAtOnce)]));
    await session.run(insert, slices);
  }
}
