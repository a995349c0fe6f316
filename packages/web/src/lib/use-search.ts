import { useNavigate, useSearch as useRouterSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { readSearch, type Search } from './search-params.ts';

export interface SearchState {
  search: Search;
  /** Changes what is given; undefined removes it. `replace` leaves no step for the back button. */
  change(patch: Partial<Search>, options?: { replace?: boolean }): void;
}

/** What the address remembers, and a way to change it on the screen that is shown. */
export function useSearch(): SearchState {
  const search = readSearch(useRouterSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const change = useCallback(
    (patch: Partial<Search>, options: { replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: (previous: Search) => readSearch({ ...previous, ...patch }),
        replace: options.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { search, change };
}
