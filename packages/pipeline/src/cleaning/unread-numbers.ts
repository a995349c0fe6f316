import type { Problem } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { Mark } from '../recognition/number-text.ts';
import type { Source } from '../sources/source.ts';
import { idSql, numberSql } from './cell-sql.ts';
import { numberForms } from './stage-problems.ts';

/** Warns of each of these columns of a table of customers with cells that are not empty, yet no numbers. */
export async function unreadNumbers(
  session: Session,
  source: Source,
  columns: readonly { at: number; mark: Mark }[],
): Promise<Problem[]> {
  if (columns.length === 0) return [];
  const { sql, values } = source.relation(columns.map(({ at }) => at));
  const strange = columns.map(
    ({ at, mark }) =>
      `CASE WHEN c${at} IS NULL OR ${numberSql(`c${at}`, mark, 'double')} IS NOT NULL THEN NULL ELSE ${idSql(`c${at}`)} END AS u${at}`,
  );
  const found = columns.map(
    ({ at }) =>
      `count(u${at}) AS n${at}, min(line) FILTER (WHERE u${at} IS NOT NULL) AS line${at}, arg_min(u${at}, line) AS cell${at}`,
  );
  const [row] = await session.rows(
    `SELECT ${found.join(', ')} FROM (SELECT row_number() OVER () AS line, ${strange.join(', ')} FROM ${sql})`,
    values,
  );
  return columns.flatMap(({ at }): Problem[] => {
    const [count, line] = [Number(row?.[`n${at}`] ?? 0), Number(row?.[`line${at}`])];
    if (count === 0) return [];
    const column = source.columns[at] as string;
    const cells = count === 1 ? '1 cell' : `${count.toLocaleString('en-GB')} cells`;
    const example = String(row?.[`cell${at}`]).slice(0, 60);
    return [
      {
        severity: 'warning',
        code: 'unreadable-numbers',
        message: `${cells} of ${column} could not be read as ${count === 1 ? 'a number and counts' : 'numbers and count'} as missing; the first, in row ${line.toLocaleString('en-GB')}, is "${example}"; expected ${numberForms}.`,
        column,
        line,
        count,
      },
    ];
  });
}
