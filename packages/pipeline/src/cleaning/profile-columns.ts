import type { ColumnProfile } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { chooseDayOrder } from '../recognition/choose-day-order.ts';
import { type ColumnFacts, columnFacts, factsProfile } from '../recognition/column-facts.ts';
import type { Source } from '../sources/source.ts';
import { idSql, numberSql, quickTimeSql, timeSql } from './cell-sql.ts';
import { quickTimes } from './reading-plan.ts';

const exactUpTo = 100_000;

function valueSql(facts: ColumnFacts): { quick: string; value: string } {
  const cell = `c${facts.index}`;
  const none = { quick: 'NULL', value: 'NULL' };
  if (facts.type === 'number') return { ...none, value: numberSql(cell, facts.mark, 'double') };
  if (facts.type !== 'time') return none;
  const texts = [...facts.counts.keys()];
  const order = chooseDayOrder(texts);
  return {
    quick: quickTimeSql(cell, quickTimes(texts, order)),
    value: timeSql(cell, order, `q${facts.index}`),
  };
}

/**
 * Profiles of all columns over the whole file: missing cells, different values (exact up to 100,000, estimated above),
 * smallest and largest number or time. Types and examples are those of the sample.
 */
export async function profileColumns(session: Session, source: Source): Promise<ColumnProfile[]> {
  const columns = source.columns.map((name, index) => columnFacts(name, index, source.sample));
  const { sql, values } = source.relation();
  const sqls = columns.map(valueSql);
  const quick = columns.map(({ index }, i) => `${sqls[i]?.quick} AS q${index}`).join(', ');
  const cells = columns
    .map(({ index }, i) => `${idSql(`c${index}`)} AS t${index}, ${sqls[i]?.value} AS v${index}`)
    .join(', ');
  const range = ({ index, type }: ColumnFacts, end: 'min' | 'max') =>
    type === 'time' ? `strftime(${end}(v${index}), '%Y-%m-%d %H:%M:%S')` : `${end}(v${index})`;
  const [row] = await session.rows(
    `SELECT count(*) AS n, ${columns
      .map((facts) => {
        const at = facts.index;
        return `count(t${at}) AS filled${at}, approx_count_distinct(t${at}) AS distinct${at}, ${range(facts, 'min')} AS min${at}, ${range(facts, 'max')} AS max${at}`;
      })
      .join(', ')}
     FROM (SELECT ${cells} FROM (SELECT *, ${quick} FROM ${sql}))`,
    values,
  );
  const rows = Number(row?.n ?? 0);
  const exact = await exactDistinct(
    session,
    source,
    columns.map(({ index }) => index).filter((at) => Number(row?.[`distinct${at}`]) <= exactUpTo * 1.1),
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

async function exactDistinct(
  session: Session,
  source: Source,
  indexes: readonly number[],
  rows: number,
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  if (indexes.length === 0 || rows <= source.sample.length) {
    if (rows <= source.sample.length)
      source.columns.forEach((name, at) => {
        found.set(at, columnFacts(name, at, source.sample).counts.size);
      });
    return found;
  }
  const { sql, values } = source.relation(indexes);
  const [row] = await session.rows(
    `SELECT ${indexes.map((at) => `count(DISTINCT t${at}) AS d${at}`).join(', ')}
     FROM (SELECT ${indexes.map((at) => `${idSql(`c${at}`)} AS t${at}`).join(', ')} FROM ${sql})`,
    values,
  );
  for (const at of indexes) found.set(at, Number(row?.[`d${at}`]));
  return found;
}
