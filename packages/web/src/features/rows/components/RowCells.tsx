import type { Formats } from '@clientele/charts';
import type { RowColumn, RowPage } from '@clientele/contracts';
import { Link } from '@tanstack/react-router';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { cellText, isNumeric } from '../hooks/row-columns.ts';
import classes from './RowTable.module.css';

export interface RowCellsProps {
  columns: readonly RowColumn[];
  /** Undefined while it is on its way. */
  row: RowPage['rows'][number] | undefined;
  segmentNames: readonly string[];
  formats: Formats;
}

/** The cells of one row. */
export function RowCells({ columns, row, segmentNames, formats }: RowCellsProps) {
  return columns.map((column, i) => {
    const numeric = isNumeric(column);
    if (row === undefined)
      return (
        <td key={column.id} data-numeric={numeric || undefined}>
          <span className={classes.waiting} />
        </td>
      );
    const cell = row[i] ?? null;
    const shown = cellText(cell, column, formats);
    return (
      <td key={column.id} data-numeric={numeric || undefined} title={numeric || cell === null ? undefined : shown}>
        {column.id === 'customer' && typeof cell === 'string' ? (
          <Link to="/customers/$customerId" params={{ customerId: cell }} search className={classes.link}>
            {shown}
          </Link>
        ) : column.id === 'segment' ? (
          <span className={classes.segment}>
            <SegmentDot segment={typeof cell === 'string' ? segmentNames.indexOf(cell) : -1} size={9} />
            {shown}
          </span>
        ) : (
          shown
        )}
      </td>
    );
  });
}
