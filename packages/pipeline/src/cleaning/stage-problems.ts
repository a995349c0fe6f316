import { ClienteleError, type Mapping, type Problem, type Role } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import type { Source } from '../sources/source.ts';
import { idSql } from './cell-sql.ts';
import { noteBits } from './orders-sql.ts';
import { roleIndex } from './reading-plan.ts';
import { refuseNoRows } from './refuse-no-rows.ts';
import type { StageCounts } from './stage-counts.ts';

const timeForms = '2010-12-01 08:26, 12/1/2010 8:26, 1.12.2010, 20101201 or 1 Dec 2010';
/** Examples of numbers that are read, for messages. */
export const numberForms = '1234.5, 1,234.50 or 1.234,50';
const number = (value: number) => value.toLocaleString('en-GB');

async function firstCell(
  session: Session,
  source: Source,
  at: number,
): Promise<{ line: number; cell: string } | undefined> {
  const { sql, values } = source.relation([at]);
  const [row] = await session.rows(
    `SELECT line, c FROM (SELECT row_number() OVER () AS line, ${idSql(`c${at}`)} AS c FROM ${sql}) WHERE c IS NOT NULL LIMIT 1`,
    values,
  );
  return row === undefined ? undefined : { line: Number(row.line), cell: String(row.c).slice(0, 60) };
}

async function refuseColumn(session: Session, source: Source, mapping: Mapping, role: Role): Promise<never> {
  const at = roleIndex(source, mapping, role);
  const column = source.columns[at] as string;
  const first = await firstCell(session, source, at);
  const expected = role === 'time' ? timeForms : numberForms;
  const found = first === undefined ? 'all its cells are empty' : `the first, in row ${first.line}, is "${first.cell}"`;
  throw new ClienteleError(
    'values-unreadable',
    `No cell of ${column} in ${source.info.name} could be read as a ${role === 'time' ? 'time' : 'number'}: ${found}; expected ${expected}, or choose another column.`,
    { file: source.info.name, column, role, line: first?.line ?? null, found: first?.cell ?? null, expected },
  );
}

async function unread(
  session: Session,
  source: Source,
  table: string,
  bits: number,
  columns: readonly string[],
  count: number,
): Promise<Problem> {
  const [row] = await session.rows(
    `SELECT min(rowid) FILTER (WHERE flags & ${bits} <> 0) - min(rowid) + 1 AS line FROM ${quoteIdentifier(table)}`,
  );
  const line = Number(row?.line);
  const cells = source.sample[line - 1];
  const shown = columns.map((column) => cells?.[source.columns.indexOf(column)]).filter((cell) => cell !== undefined);
  const isTime = bits === noteBits.strangeTime;
  return {
    severity: 'warning',
    code: isTime ? 'unreadable-times' : 'unreadable-numbers',
    message: `${number(count)} ${count === 1 ? 'row has' : 'rows have'} a ${isTime ? 'time' : 'number'} in ${columns.join(' or ')} that could not be read; the first is row ${number(line)}${shown.length > 0 ? ` ("${shown.join('", "')}")` : ''}.`,
    ...(columns.length === 1 ? { column: columns[0] as string } : {}),
    line,
    count,
  };
}

/** What staging has to say of a table: throws where nothing could be read, warns where some cells could not. */
export async function stageProblems(
  session: Session,
  source: Source,
  mapping: Mapping,
  table: string,
  counts: StageCounts,
): Promise<Problem[]> {
  refuseNoRows(counts.rows, source.info.name);
  if (counts.times === 0) await refuseColumn(session, source, mapping, 'time');
  if (mapping.roles.quantity !== undefined && counts.quantities === 0)
    await refuseColumn(session, source, mapping, 'quantity');
  if (counts.amounts === 0)
    await refuseColumn(session, source, mapping, mapping.roles.amount === undefined ? 'unitPrice' : 'amount');
  const problems: Problem[] = [];
  if (counts.strangeTimes > 0)
    problems.push(
      await unread(session, source, table, noteBits.strangeTime, [mapping.roles.time as string], counts.strangeTimes),
    );
  if (counts.strangeNumbers > 0) {
    const money = mapping.roles.amount ?? mapping.roles.unitPrice;
    const columns = [mapping.roles.quantity, money].filter((column) => column !== undefined);
    problems.push(await unread(session, source, table, noteBits.strangeNumber, columns, counts.strangeNumbers));
  }
  if (counts.otherCurrency > 0)
    problems.push({
      severity: 'warning',
      code: 'several-currencies',
      message: `${number(counts.otherCurrency)} of ${number(counts.rows)} rows are in another currency than ${mapping.currency}; their amounts are added as they stand, not converted.`,
      count: counts.otherCurrency,
    });
  return problems;
}
