import { Button } from '@mantine/core';
import { useFilters } from '../lib/use-filters.ts';
import { CountriesFilter } from './CountriesFilter.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { DatasetPicker } from './DatasetPicker.tsx';
import { DatesFilter } from './DatesFilter.tsx';
import classes from './FilterBar.module.css';
import { SegmentsFilter } from './SegmentsFilter.tsx';

/** The one filter bar: every screen obeys it and the address remembers it. */
export function FilterBar() {
  const { isFiltered, reset } = useFilters();
  return (
    <search className={classes.bar} aria-label="Filters">
      <DatasetPicker />
      <DatesFilter />
      <CountriesFilter />
      <SegmentsFilter />
      <CustomerSearch />
      <Button variant="subtle" onClick={reset} disabled={!isFiltered}>
        Reset
      </Button>
    </search>
  );
}
