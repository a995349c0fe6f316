import type { ColumnCondition, RowColumn } from '@clientele/contracts';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { isNumeric } from '../hooks/row-columns.ts';
import { ColumnFilter } from './ColumnFilter.tsx';
import classes from './RowTable.module.css';

export interface ColumnHeadProps {
  column: RowColumn;
  isSorted: boolean;
  isDescending: boolean;
  conditions: readonly ColumnCondition[];
  /** Null: the order of the file. */
  onSort: (column: string | null, isDescending: boolean) => void;
  onConditions: (conditions: ColumnCondition[]) => void;
}

/** The head of a column: sorts by it, on the second press the other way, on the third no more; and filters by it. */
export function ColumnHead({ column, isSorted, isDescending, conditions, onSort, onConditions }: ColumnHeadProps) {
  const numeric = isNumeric(column);
  const startsDescending = numeric || column.type === 'time';
  const Arrow = isDescending ? IconArrowDown : IconArrowUp;
  const press = () => {
    if (!isSorted) onSort(column.id, startsDescending);
    else if (isDescending === startsDescending) onSort(column.id, !isDescending);
    else onSort(null, false);
  };
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}
      data-numeric={numeric || undefined}
    >
      <div className={classes.head}>
        <button type="button" className={classes.sort} title={column.label} onClick={press}>
          <span>{column.label}</span>
          <Arrow size={12} stroke={2} aria-hidden="true" data-hidden={!isSorted || undefined} />
        </button>
        <ColumnFilter column={column} conditions={conditions} onChange={onConditions} />
      </div>
    </th>
  );
}
