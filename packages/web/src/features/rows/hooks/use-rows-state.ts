import { useCallback, useMemo } from 'react';
import { useSearch } from '../../../lib/use-search.ts';
import { type RowsState, readRowsState, writeRowsState } from './rows-state.ts';

export interface RowsStateHandle {
  state: RowsState;
  /** Typing leaves no steps for the back button. */
  change(patch: Partial<RowsState>, options?: { replace?: boolean }): void;
}

/** Search, order and conditions of the table, as the address remembers them. */
export function useRowsState(datasetId: string): RowsStateHandle {
  const { search, change } = useSearch();
  const text = search.rows;
  const state = useMemo(() => readRowsState(text, datasetId), [text, datasetId]);
  return {
    state,
    change: useCallback(
      (patch, options) => change({ rows: writeRowsState({ ...state, ...patch }, datasetId) }, options),
      [change, state, datasetId],
    ),
  };
}
