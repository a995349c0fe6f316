import { type ColumnCondition, conditionTests } from '@clientele/contracts';

/** What the table of rows is asked for beside the filter bar. */
export interface RowsState {
  search: string;
  /** Id of a column; null: the order of the file. */
  sort: string | null;
  isDescending: boolean;
  where: readonly ColumnCondition[];
}

function isCondition(value: unknown): value is ColumnCondition {
  if (typeof value !== 'object' || value === null) return false;
  const { column, test, value: cell } = value as Partial<Record<keyof ColumnCondition, unknown>>;
  return (
    typeof column === 'string' &&
    conditionTests.some((each) => each === test) &&
    typeof cell === 'string' &&
    cell.length <= 500
  );
}

const nothing: RowsState = { search: '', sort: null, isDescending: false, where: [] };

/** Reads the state from its text in the address; that of another dataset, whose columns are others, is as if it were not there. */
export function readRowsState(text: string | undefined, datasetId: string): RowsState {
  try {
    const found = JSON.parse(text ?? '') as Record<string, unknown>;
    if (found.of !== datasetId) return nothing;
    return {
      search: typeof found.search === 'string' ? found.search.slice(0, 500) : '',
      sort: typeof found.sort === 'string' ? found.sort : null,
      isDescending: found.descending === true,
      where: Array.isArray(found.where) && found.where.every(isCondition) ? found.where : [],
    };
  } catch {
    return nothing;
  }
}

/** The state as text for the address; undefined where nothing is asked. */
export function writeRowsState(
  { search, sort, isDescending, where }: RowsState,
  datasetId: string,
): string | undefined {
  if (search === '' && sort === null && where.length === 0) return undefined;
  return JSON.stringify({
    of: datasetId,
    ...(search !== '' && { search }),
    ...(sort !== null && { sort }),
    ...(sort !== null && isDescending && { descending: true }),
    ...(where.length > 0 && { where }),
  });
}
