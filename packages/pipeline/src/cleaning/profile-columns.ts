import type { ColumnProfile } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { chooseDayOrder } from '../recognition/choose-day-order.ts';
import { type ColumnFacts, columnFacts, factsProfile } from '../recognition/column-facts.ts';
import type { Source } from '../sources/source.ts';
import { categorySql, idSql, numberSql, withTimeSql } from './cell-sql.ts';
import { quickTimes } from './reading-plan.ts';

const exactUpTo = 100_000;

/** The rows with a column `v<index>` for each column of numbers or times. */
function withValues(rows: string, columns: readonly ColumnFacts[]): string {
  const numbers = columns.map(({ type, index, mark }) =>
    type === 'number' ? `, ${numberSql(`c${index}`, mark, 'double')} AS v${index}` : '',
  );
  const numbered = `(SELECT *${numbers.join('')} FROM ${rows})`;
  return columns
    .filter(({ type }) => type === 'time')
    .reduce((sql, { index, counts }) => {
      const texts = [...counts.keys()];
      return withTimeSql(sql, `c${index}`, `v${index}`, chooseDayOrder(texts), quickTimes(texts));
    }, numbered);
}

/**
 * Profiles of all columns over the whole file: missing cells, different values (exact up to 100,000, estimated above),
 * smallest and largest number or time. Types and examples are those of the sample.
 */
export async function profileColumns(session: Session, source: Source): Promise<ColumnProfile[]> {
  const columns = source.columns.map((name, index) => columnFacts(name, index, source.sample));
  const { sql, values } = source.relation();
  const cells = columns.map(filledCell).join(', ');
  const range = ({ index, type }: ColumnFacts, end: 'min' | 'max') => {
    if (type === 'time') return `strftime(${end}(v${index}), '%Y-%m-%d %H:%M:%S')`;
    return type === 'number' ? `${end}(v${index})` : 'NULL';
  };
  const [row] = await session.rows(
    `SELECT count(*) AS n, ${columns
      .map((facts) => {
        const at = facts.index;
        return `count(t${at}) AS filled${at}, approx_count_distinct(t${at}) AS distinct${at}, ${range(facts, 'min')} AS min${at}, ${range(facts, 'max')} AS max${at}`;
      })
      .join(', ')}
     FROM (SELECT *, ${cells} FROM ${withValues(sql, columns)})`,
    values,
  );
  const rows = Number(row?.n ?? 0);
  const exact = await exactDistinct(
    session,
    source,
    columns.filter(({ index: at }) => Number(row?.[`distinct${at}`]) <= exactUpTo * 1.1),
    rows,
  );
  return columns.map((facts) => {
    const at = facts.index;
    const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
    return {
      ...factsProfile(facts),
      rows,
      missing: rows - Number(row?.[`filled${at}`] ?? 0),
      distinct: exact.get(at) ?? Number(row?.[`distinct${at}`] ?? 0),
      min: text(row?.[`min${at}`]),
      max: text(row?.[`max${at}`]),
    };
  });
}

/** A cell of a column, NULL where it is missing, as t<index>. */
function filledCell({ index, type }: ColumnFacts): string {
  return `${(type === 'text' ? categorySql : idSql)(`c${index}`)} AS t${index}`;
}

async function exactDistinct(
  session: Session,
  source: Source,
  columns: readonly ColumnFacts[],
  rows: number,
): Promise<Map<number, number>> {
  if (rows <= source.sample.length)
    return new Map(source.columns.map((name, at) => [at, columnFacts(name, at, source.sample).counts.size]));
  if (columns.length === 0) return new Map();
  const { sql, values } = source.relation(columns.map(({ index }) => index));
  const [row] = await session.rows(
    `SELECT ${columns.map(({ index }) => `count(DISTINCT t${index}) AS d${index}`).join(', ')}
     FROM (SELECT ${columns.map(filledCell).join(', ')} FROM ${sql})`,
    values,
  );
  return new Map(columns.map(({ index }) => [index, Number(row?.[`d${index}`])]));
}
