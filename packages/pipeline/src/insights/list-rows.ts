import type { ColumnCondition, RowPage } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { keptWhere } from '../features/kept-rows.ts';
import type { Scope } from '../features/scope.ts';
import { rowColumns, segmentColumn } from './list-rows-columns.ts';
import { conditionSql, type RowTexts, rowColumn, searchSql } from './list-rows-conditions.ts';
import { type OrderedRows, pageOfRows, readRows } from './list-rows-page.ts';
import { RowTotals } from './list-rows-totals.ts';
import { numberOf } from './read-parts.ts';

export interface RowsAsked extends Pick<Scope, 'filters' | 'members'> {
  /** By segment id; what the segment's column holds, in order of the ids. */
  segmentNames?: readonly string[];
  /** In any text column, in any letter case. */
  search?: string;
  where?: readonly ColumnCondition[];
  offset: number;
  limit: number;
  /** Id of a column; absent: the order of the file. */
  sort?: string;
  descending?: boolean;
  /** Remembers totals from page to page, for tables whose rows do not change. */
  totals?: RowTotals;
}

/**
 * A page of the rows that the rules keep, under all filters and conditions. Missing values come last in either direction; ties are
 * in the order of the file, so that pages neither repeat nor lose a row. Segments are ordered by their ids. Throws
 * `column-missing` for an unknown column, and `usage` for a value or a test that a column cannot be compared with.
 */
export async function listRows(session: Session, table: DataTable, asked: RowsAsked): Promise<RowPage> {
  const { filters, members, segmentNames = [], offset, limit, totals = new RowTotals() } = asked;
  const columns = rowColumns(table, members);
  const texts: RowTexts = { columns, members, segmentNames };
  const where = (bindings: Bindings) =>
    [
      keptWhere(bindings, table, filters, members),
      ...(asked.search ? [searchSql(bindings, texts, asked.search)] : []),
      ...(asked.where ?? []).map((condition) => conditionSql(bindings, texts, condition)),
    ].join(' and ');
  const sort = asked.sort === undefined ? null : rowColumn(columns, asked.sort);
  const ordered: OrderedRows = { table, members, where, sort, descending: asked.descending === true };

  const bindings = new Bindings();
  const counting = `select count(*) as total from ${quoteIdentifier(table.table)} where ${where(bindings)}`;
  const total = await totals.get(JSON.stringify([counting, bindings.values]), async () =>
    numberOf((await session.rows(counting, bindings.values))[0], 'total'),
  );
  const numbers = offset >= total ? [] : await pageOfRows(session, ordered, { offset, limit });
  const rows = await readRows(session, ordered, columns, numbers);
  return {
    columns: columns.map(({ id, label, type }) => ({ id, label, type })),
    total,
    rows: rows.map((row) =>
      columns.map(({ id }, i) => {
        const cell = row[`c${i}`];
        if (id === segmentColumn && members !== undefined) return segmentNames[Number(cell ?? -1)] ?? null;
        return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
      }),
    ),
  };
}
