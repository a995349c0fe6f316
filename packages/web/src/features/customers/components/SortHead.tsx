import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

export interface SortHeadProps {
  column: string;
  label: string;
  isNumeric: boolean;
  sort: string;
  isDescending: boolean;
  onSort: (column: string, isDescending: boolean) => void;
}

/** The head of a column; sorts by it, and on the second press the other way. Numbers start with the largest. */
export function SortHead({ column, label, isNumeric, sort, isDescending, onSort }: SortHeadProps) {
  const isSorted = sort === column;
  const Arrow = isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}
      data-numeric={isNumeric || undefined}
    >
      <button type="button" onClick={() => onSort(column, isSorted ? !isDescending : isNumeric)}>
        {label}
        <Arrow size={12} stroke={2} aria-hidden="true" data-hidden={!isSorted || undefined} />
      </button>
    </th>
  );
}
