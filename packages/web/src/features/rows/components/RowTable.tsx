import type { ColumnCondition, RowColumn, RowPage } from '@clientele/contracts';
import { useDebouncedValue, useDidUpdate, useMediaQuery } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { narrow } from '../../../lib/narrow.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useStale } from '../../../lib/use-stale.ts';
import { useText } from '../../../lib/use-text.ts';
import { pageRows, type RowsAsked, usePages } from '../api/use-row-pages.ts';
import { columnWidth } from '../hooks/row-columns.ts';
import { rowHeight, useRowWindow } from '../hooks/use-row-window.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { RowCells } from './RowCells.tsx';
import classes from './RowTable.module.css';

export interface RowTableProps {
  asked: RowsAsked;
  columns: readonly RowColumn[];
  firstPage: RowPage;
  /** The first page is of what was asked before. */
  isStale: boolean;
  onSort: (sort: string | null, isDescending: boolean) => void;
  onConditions: (column: string, conditions: ColumnCondition[]) => void;
}

const passingMs = 80;

/** The table; only rows in sight are drawn, and only their pages are fetched. */
export function RowTable({ asked, columns, firstPage, isStale, onSort, onConditions }: RowTableProps) {
  const text = useText();
  const formats = useFormats();
  const { names } = useSegmentation();
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const scroll = useRef<HTMLDivElement>(null);
  const { total } = firstPage;
  const { window, onScroll, onKeyDown, toTop } = useRowWindow(scroll, total);
  useDidUpdate(toTop, [JSON.stringify(asked)]);
  const from = Math.floor(window.first / pageRows);
  const to = Math.floor(Math.max(window.first, window.last - 1) / pageRows);
  const inSight = useMemo(() => [from, to] as const, [from, to]);
  const [settled] = useDebouncedValue(inSight, passingMs);
  const { byPage, error, retry } = usePages(asked, inSight, isStale ? [0, -1] : settled);
  const rowAt = (index: number) => {
    const page = Math.floor(index / pageRows);
    return (page === 0 ? firstPage : byPage.get(page))?.rows[index % pageRows];
  };
  const widths = columns.map((column) => columnWidth(column, isNarrow));
  const drawn = Array.from({ length: Math.max(0, window.last - window.first) }, (_, i) => window.first + i);
  const after = window.height - window.before - drawn.length * rowHeight;
  const gap = (height: number) =>
    height > 0 && (
      <tr className={classes.gap}>
        <td colSpan={columns.length} style={{ height }} />
      </tr>
    );
  const stale = useStale(isStale);
  if (error !== null) return <ErrorBlock error={error} onRetry={retry} height={240} />;
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      aria-label={text('rows.scroll')}
      {...stale}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      {...{ tabIndex: 0 }}
    >
      <table
        className={classes.table}
        style={{ width: widths.reduce((sum, width) => sum + width, 0) }}
        aria-label={text('rows.table')}
        aria-rowcount={total + 1}
      >
        <colgroup>
          {columns.map(({ id }, i) => (
            <col key={id} style={{ width: widths[i] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHead
                key={column.id}
                column={column}
                isSorted={asked.sort === column.id}
                isDescending={asked.isDescending}
                conditions={asked.where.filter((condition) => condition.column === column.id)}
                onSort={onSort}
                onConditions={(conditions) => onConditions(column.id, conditions)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {gap(window.before)}
          {drawn.map((index) => (
            <tr key={index} aria-rowindex={index + 2}>
              <RowCells columns={columns} row={rowAt(index)} segmentNames={names} formats={formats} />
            </tr>
          ))}
          {gap(after)}
        </tbody>
      </table>
    </section>
  );
}
