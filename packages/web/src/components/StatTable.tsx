import type { FigureTable } from '@clientele/charts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
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

const virtualFrom = 200;

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

/** A table parted by hairlines; the first column names the row. Of a long one only the rows in sight are drawn. */
export function StatTable(props: StatTableProps) {
  const { table, label, cell, density = 26, strongRow, hiddenColumns = [] } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const isLong = table.rows.length > virtualFrom;
  const maxHeight = props.maxHeight ?? (isLong ? 480 : undefined);
  const scrolls = useOverflow(scroll) || maxHeight !== undefined;
  const virtual = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => density,
    overscan: 12,
    enabled: isLong,
  });
  const columns = table.columns.filter(({ key }) => !hiddenColumns.includes(key));
  const inSight = virtual.getVirtualItems();
  const shown = isLong ? inSight.map(({ index }) => index) : table.rows.map((_, index) => index);
  const before = isLong ? (inSight[0]?.start ?? 0) : 0;
  const after = isLong ? virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0;
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
      {...(scrolls && { 'aria-label': `${label}, table`, tabIndex: 0 })}
    >
      <table
        className={classes.table}
        data-dense={density === 22 || undefined}
        style={{ '--row-height': `${density}px` } as React.CSSProperties}
        aria-label={label}
        aria-rowcount={isLong ? table.rows.length + 1 : undefined}
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
          {shown.map((index) => (
            <tr key={index} data-strong={index === strongRow || undefined}>
              {columns.map(({ key, align }) => {
                const text = table.rows[index]?.[key]?.text ?? '';
                return (
                  <td key={key} data-align={align} title={density === 22 ? text : undefined}>
                    {cell?.(key, index, text) ?? text}
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
