import { type CSSProperties, memo } from 'react';
import classes from './GridMap.module.css';

export interface GridCellProps {
  cell: number;
  column: number;
  label: string;
  letter: string;
  /** Written where the region of the group begins, if it fits. */
  name: string | null;
  /** Customers and share of revenue; null where they do not fit. */
  count: string | null;
  share: string | null;
  /** Puts the share under the customers where they do not fit beside each other. */
  isStacked: boolean;
  fill: CSSProperties;
  isNone: boolean;
  isMarked: boolean;
  isActive: boolean;
  /** Sides on which another group begins: t, r, b, l. */
  edges: string;
}

/** One code on the map: its group's ground and letter, its customers and their share of revenue. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { cell, column, label, letter, name, count, share, isStacked, fill, isNone, isMarked, isActive, edges } = props;
  return (
    <td
      aria-colindex={column}
      tabIndex={isActive ? 0 : -1}
      data-cell={cell}
      data-none={isNone || undefined}
      data-marked={isMarked || undefined}
      data-edges={edges}
      className={classes.cell}
      style={fill}
    >
      <span className="hidden-visually">{label}</span>
      <span aria-hidden="true" className={classes.name}>
        <b>{letter}</b>
        {name !== null && ` ${name}`}
      </span>
      {count !== null && (
        <span aria-hidden="true" className={classes.sums} data-stacked={isStacked || undefined}>
          <span>{count}</span>
          {share !== null && <small>{share}</small>}
        </span>
      )}
    </td>
  );
});
