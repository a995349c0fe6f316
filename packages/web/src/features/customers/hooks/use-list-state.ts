import { useEffect, useState } from 'react';

export interface ListState {
  sort: string;
  isDescending: boolean;
  search: string;
  /** Ids of the features shown; null: those suggested. */
  columns: readonly string[] | null;
}

const key = (datasetId: string) => `clientele.customers.${datasetId}`;

function read(datasetId: string, start: ListState): ListState {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key(datasetId)) ?? 'null');
    if (typeof found !== 'object' || found === null) return start;
    const { sort, isDescending, search, columns } = found as Partial<Record<keyof ListState, unknown>>;
    return {
      sort: typeof sort === 'string' ? sort : start.sort,
      isDescending: typeof isDescending === 'boolean' ? isDescending : start.isDescending,
      search: typeof search === 'string' ? search : start.search,
      columns: Array.isArray(columns) && columns.every((id) => typeof id === 'string') ? columns : start.columns,
    };
  } catch {
    return start;
  }
}

/** Order, search and columns of the list, kept for as long as the tab is open, so that coming back from a customer finds them. */
export function useListState(datasetId: string, start: ListState): [ListState, (patch: Partial<ListState>) => void] {
  const [state, setState] = useState(() => read(datasetId, start));
  useEffect(() => {
    try {
      sessionStorage.setItem(key(datasetId), JSON.stringify(state));
    } catch {
      // Without storage the list starts anew each time.
    }
  }, [datasetId, state]);
  return [state, (patch) => setState((current) => ({ ...current, ...patch }))];
}
