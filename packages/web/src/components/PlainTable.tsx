import type { FigureTable } from '@clientele/charts';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useText } from '../lib/use-text.ts';
import classes from './StatTable.module.css';

export interface StatTableProps {
  table: FigureTable;
  /** Names the table for those who do not see it. */
  label: string;
  /** Draws a cell otherwise than as its text; undefined leaves the text. */
  cell?: (key: string, row: number, text: string) => ReactNode | undefined;
  /** Row height: 22 (dense), 26 or 32 pixels. */
  density?: 22 | 26 | 32;
  /** Row drawn strong on subtle ground. */
  strongRow?: number;
  /** More rows than this scroll inside the block. */
  maxHeight?: number;
  /** Columns that are not drawn. */
  hiddenColumns?: readonly string[];
}

/** The rows that are drawn, and the room of those before and after them. */
export interface RowsInSight {
  rows: readonly number[];
  before: number;
  after: number;
}

/** Whether an element holds more than it shows, and so must be reachable with the keyboard. */
function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const observer = new ResizeObserver(() =>
      setOver(box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight),
    );
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return isOver;
}

/** A table of the rows in sight, in a block of its own that scrolls where it has to. */
export function PlainTable({
  table,
  label,
  cell,
  density = 26,
  strongRow,
  maxHeight,
  hiddenColumns = [],
  inSight,
  scroll,
}: StatTableProps & { inSight: RowsInSight; scroll: RefObject<HTMLDivElement | null> }) {
  const text = useText();
  const { rows, before, after } = inSight;
  const scrolls = useOverflow(scroll) || maxHeight !== undefined;
  const columns = table.columns.filter(({ key }) => !hiddenColumns.includes(key));
  const gap = (height: number) =>
    height > 0 && (
      <tr>
        <td colSpan={columns.length} style={{ height, border: 0 }} />
      </tr>
    );

  return (
    <section
      ref={scroll}
      className={classes.scroll}
      style={{ maxHeight }}
      {...(scrolls && { 'aria-label': text('parts.table', { name: label }), tabIndex: 0 })}
    >
      <table
        className={classes.table}
        data-dense={density === 22 || undefined}
        style={{ '--row-height': `${density}px` } as React.CSSProperties}
        aria-label={label}
        aria-rowcount={rows.length < table.rows.length ? table.rows.length + 1 : undefined}
      >
        <thead>
          <tr>
            {columns.map(({ key, label: head, align }) => (
              <th key={key} scope="col" data-align={align}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gap(before)}
          {rows.map((index) => (
            <tr key={index} data-strong={index === strongRow || undefined}>
              {columns.map(({ key, align }) => {
                const written = table.rows[index]?.[key]?.text ?? '';
                return (
                  <td key={key} data-align={align} title={density === 22 ? written : undefined}>
                    {cell?.(key, index, written) ?? written}
                  </td>
                );
              })}
            </tr>
          ))}
          {gap(after)}
        </tbody>
      </table>
    </section>
  );
}
