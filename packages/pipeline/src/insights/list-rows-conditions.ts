import { ClienteleError, type ColumnCondition } from '@clientele/contracts';
import { quoteIdentifier } from '@clientele/engines';
import type { Members } from '../data-table.ts';
import type { Bindings } from '../features/bindings.ts';
import { isoMoment } from '../features/calendar.ts';
import { type RowSource, segmentColumn } from './list-rows-columns.ts';

/** What texts are looked for in. */
export interface RowTexts {
  columns: readonly RowSource[];
  members: Members | undefined;
  /** By segment id. */
  segmentNames: readonly string[];
}

/** The column of this id. Throws `column-missing`. */
export function rowColumn(columns: readonly RowSource[], id: string): RowSource {
  const found = columns.find((column) => column.id === id);
  if (found !== undefined) return found;
  throw new ClienteleError(
    'column-missing',
    `There is no column "${id}" in the rows; there are ${columns.map((column) => column.id).join(', ')}.`,
    { column: id, columns: columns.map((column) => column.id) },
  );
}

/** SQL that is true where a text stands in any text column, in any letter case. */
export function searchSql(bindings: Bindings, texts: RowTexts, search: string): string {
  const tests = texts.columns
    .filter(({ type }) => type === 'text')
    .map((column) => containsSql(bindings, texts, column, search));
  return `(${tests.join(' or ') || 'false'})`;
}

/** SQL of a condition on one column. Throws `column-missing`, and `usage` for a value that the column cannot be compared with. */
export function conditionSql(bindings: Bindings, texts: RowTexts, condition: ColumnCondition): string {
  const column = rowColumn(texts.columns, condition.column);
  const { test, value } = condition;
  if (column.type === 'text') {
    if (test === 'contains') return containsSql(bindings, texts, column, value);
    if (test === 'equals') return equalsSql(bindings, texts, column, value);
    throw new ClienteleError(
      'usage',
      `"${column.label}" holds text, which "${test}" does not compare; use contains or equals.`,
      { column: column.id, test },
    );
  }
  if (test === 'contains')
    throw new ClienteleError(
      'usage',
      `"${column.label}" holds ${column.type === 'time' ? 'times' : 'numbers'}, which "contains" does not search; use equals, least or most.`,
      { column: column.id, test },
    );
  return column.type === 'time' ? timeSql(bindings, column, test, value) : numberSql(bindings, column, test, value);
}

function numberSql(bindings: Bindings, column: RowSource, test: 'equals' | 'least' | 'most', value: string): string {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number))
    throw new ClienteleError(
      'usage',
      `"${value}" is no number to compare "${column.label}" with; give one like 12.50.`,
      {
        column: column.id,
        value,
      },
    );
  const compare = { equals: '=', least: '>=', most: '<=' }[test];
  return `${column.sql} ${compare} cast(${bindings.bind(number)} as double)`;
}

/** A date is its whole day: from its first moment, up to its last. */
function timeSql(bindings: Bindings, column: RowSource, test: 'equals' | 'least' | 'most', value: string): string {
  const text = value.trim();
  const moment = isoMoment(text);
  const bound = () => `cast(${bindings.bind(moment)} as timestamp)`;
  const least = () => `${column.sql} >= ${bound()}`;
  const most = () => (text.length > 10 ? `${column.sql} <= ${bound()}` : `${column.sql} < ${bound()} + interval 1 day`);
  return { least, most, equals: () => `(${least()} and ${most()})` }[test]();
}

function equalsSql(bindings: Bindings, texts: RowTexts, column: RowSource, value: string): string {
  if (column.id === segmentColumn) return inSegments(bindings, texts, (name) => name === value);
  return `${column.sql} = ${bindings.bind(value)}`;
}

/** Letters are folded only where there are any. */
function containsSql(bindings: Bindings, texts: RowTexts, column: RowSource, value: string): string {
  const wanted = value.toLowerCase();
  if (column.id === segmentColumn) return inSegments(bindings, texts, (name) => name.toLowerCase().includes(wanted));
  return wanted === value.toUpperCase()
    ? `contains(${column.sql}, ${bindings.bind(value)})`
    : `contains(lower(${column.sql}), lower(${bindings.bind(value)}))`;
}

/** The customers of the segments whose name passes. */
function inSegments(bindings: Bindings, texts: RowTexts, passes: (name: string) => boolean): string {
  const ids = texts.segmentNames.flatMap((name, id) => (passes(name) ? [id] : []));
  if (texts.members === undefined || ids.length === 0) return 'false';
  return `customer in (select customer from ${quoteIdentifier(texts.members.table)} where segment in (${bindings.bindAll(ids)}))`;
}
