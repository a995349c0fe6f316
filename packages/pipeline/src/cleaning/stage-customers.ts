import type { FeatureColumn, Mapping, Problem } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import { columnFacts } from '../recognition/column-facts.ts';
import { featureColumns } from '../recognition/feature-columns.ts';
import type { Mark } from '../recognition/number-text.ts';
import type { Source } from '../sources/source.ts';
import { categorySql, idSql, numberSql, tidySql } from './cell-sql.ts';
import { ruleBit } from './kept-condition.ts';
import { noteBits } from './orders-sql.ts';
import { roleIndex } from './reading-plan.ts';
import { refuseNoRows } from './refuse-no-rows.ts';
import type { Staged } from './staged.ts';
import { unreadNumbers } from './unread-numbers.ts';

const mostCategories = 200;

interface Planned {
  column: FeatureColumn;
  at: number;
  mark: Mark;
}

function createSql(source: Source, mapping: Mapping, planned: readonly Planned[], table: string, floatIds: boolean) {
  const id = roleIndex(source, mapping, 'customer');
  const country = roleIndex(source, mapping, 'country');
  const needed = [...new Set([...planned.map(({ at }) => at), id, country])]
    .filter((at) => at >= 0)
    .sort((a, b) => a - b);
  const { sql, values } = source.relation(needed.length === 0 ? [0] : needed);
  const features = planned.map(({ column, at, mark }, i) =>
    column.type === 'number' ? `${numberSql(`c${at}`, mark, 'double')} AS f${i}` : `${categorySql(`c${at}`)} AS f${i}`,
  );
  const own = floatIds ? `regexp_replace(${idSql(`c${id}`)}, '[.]0+$', '')` : idSql(`c${id}`);
  const customer = id < 0 ? 'CAST(row_number() OVER () AS VARCHAR)' : own;
  const place = country < 0 ? 'NULL::VARCHAR' : tidySql(`c${country}`);
  const flags = `CASE WHEN customer IS NULL THEN ${ruleBit('no-customer')} ELSE 0 END + ${noteBits.costlyUnknown}`;
  return {
    sql: `CREATE OR REPLACE TABLE ${quoteIdentifier(table)} AS
      SELECT customer, country, CAST(${flags} AS USMALLINT) AS flags${planned.map((_, i) => `, f${i}`).join('')}
      FROM (SELECT ${[`${customer} AS customer`, `${place} AS country`, ...features].join(', ')} FROM ${sql})`,
    values,
  };
}

async function wholeColumn(
  session: Session,
  table: string,
  column: FeatureColumn,
  i: number,
  rows: number,
): Promise<FeatureColumn> {
  const name = quoteIdentifier(table);
  const [row] = await session.rows(`SELECT count(f${i}) AS filled, count(DISTINCT f${i}) AS different FROM ${name}`);
  const whole = { ...column, missing: rows - Number(row?.filled), distinct: Number(row?.different) };
  if (column.type === 'number' || whole.distinct > mostCategories) return whole;
  const found = await session.rows(
    `SELECT f${i} AS value FROM ${name} WHERE f${i} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, value`,
  );
  return { ...whole, values: found.map(({ value }) => String(value)) };
}

/** Ids such as 17850.0 stand for 17850, as in order lines, where all are so. */
async function areFloatIds(session: Session, table: string): Promise<boolean> {
  const [row] = await session.rows(
    `SELECT coalesce(bool_and(regexp_full_match(customer, '[0-9]+[.]0+')), false) AS all_float FROM ${quoteIdentifier(table)}`,
  );
  return row?.all_float === true;
}

async function repeatedIds(session: Session, source: Source, mapping: Mapping, table: string): Promise<Problem[]> {
  if (mapping.roles.customer === undefined) return [];
  const [row] = await session.rows(
    `SELECT count(customer) - count(DISTINCT customer) AS n FROM ${quoteIdentifier(table)}`,
  );
  const n = Number(row?.n);
  if (n === 0) return [];
  return [
    {
      severity: 'warning',
      code: 'repeated-customers',
      message: `${n.toLocaleString('en-GB')} rows of ${source.info.name} repeat a customer of an earlier row in ${mapping.roles.customer}; in a table of customers each should stand once.`,
      column: mapping.roles.customer,
      count: n,
    },
  ];
}

/** Reads a table of customers: one row each, a column for each feature on offer. */
export async function stageCustomers(
  session: Session,
  source: Source,
  mapping: Mapping,
  table: string,
): Promise<Staged> {
  const facts = source.columns.map((name, index) => columnFacts(name, index, source.sample));
  let planned: Planned[] = featureColumns(facts, [mapping.roles.customer]).map((column) => {
    const at = source.columns.indexOf(column.name);
    return { column, at, mark: mapping.decimal === 'auto' ? (facts[at]?.mark ?? 'point') : mapping.decimal };
  });
  let floatIds = false;
  const read = async () => {
    const { sql, values } = createSql(source, mapping, planned, table, floatIds);
    await session.run(sql, values);
    const [row] = await session.rows(`SELECT count(*) AS rows FROM ${quoteIdentifier(table)}`);
    return Number(row?.rows);
  };
  const rows = await read();
  refuseNoRows(rows, source.info.name);
  floatIds = mapping.roles.customer !== undefined && (await areFloatIds(session, table));
  if (floatIds) await read();
  let columns = await Promise.all(planned.map(({ column }, i) => wholeColumn(session, table, column, i, rows)));
  const isUsable = (column: FeatureColumn | undefined) =>
    column?.type === 'number' || (column?.distinct ?? 0) <= mostCategories;
  if (!columns.every(isUsable)) {
    planned = planned.filter((_, i) => isUsable(columns[i]));
    columns = columns.filter(isUsable);
    await read();
  }
  const numbersWithGaps = planned.filter((_, i) => columns[i]?.type === 'number' && columns[i].missing > 0);
  const decimal =
    mapping.decimal === 'auto' ? (planned.some(({ mark }) => mark === 'comma') ? 'comma' : 'point') : mapping.decimal;
  return {
    kind: 'customers',
    table,
    rows,
    mapping: { ...mapping, dateOrder: mapping.dateOrder === 'auto' ? 'ymd' : mapping.dateOrder, decimal },
    columns,
    problems: [
      ...(await repeatedIds(session, source, mapping, table)),
      ...(await unreadNumbers(session, source, numbersWithGaps)),
      ...(await source.rejected(session)),
    ],
  };
}
