import type { Filters } from '@clientele/contracts';
import type { Search } from './search-params.ts';
import { useSearch } from './use-search.ts';

export interface FilterState {
  /** Only what is filtered; goes as it is into the query of a call and into a query key. */
  filters: Filters;
  isFiltered: boolean;
  /** Changes what is given; undefined removes it. */
  set(patch: Filters): void;
  /** Removes all filters. */
  reset(): void;
}

const filtersOf = ({ from, to, countries, segments, customer }: Search): Filters => {
  const all = { from, to, countries, segments, customer };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

const none: Partial<Search> = {
  from: undefined,
  to: undefined,
  countries: undefined,
  segments: undefined,
  customer: undefined,
};

/** The filter bar: what is filtered, and how to change it. */
export function useFilters(): FilterState {
  const { search, change } = useSearch();
  const filters = filtersOf(search);
  return {
    filters,
    isFiltered: Object.keys(filters).length > 0,
    set: change,
    reset: () => change(none),
  };
}
