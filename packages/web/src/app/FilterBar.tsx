import { Button } from '@mantine/core';
import { useFilters } from '../lib/use-filters.ts';
import { useText } from '../lib/use-text.ts';
import { CountriesFilter } from './CountriesFilter.tsx';
import { CustomerField } from './CustomerField.tsx';
import { DatasetPicker } from './DatasetPicker.tsx';
import { DatesFilter } from './DatesFilter.tsx';
import classes from './FilterBar.module.css';
import { SegmentsFilter } from './SegmentsFilter.tsx';

/** The one filter bar: every screen obeys it and the address remembers it. */
export function FilterBar() {
  const { isFiltered, reset } = useFilters();
  const text = useText();
  return (
    <search className={classes.bar} aria-label={text('filters.name')}>
      <DatasetPicker />
      <DatesFilter />
      <CountriesFilter />
      <SegmentsFilter />
      <CustomerField />
      <Button variant="subtle" onClick={reset} disabled={!isFiltered}>
        {text('filters.reset')}
      </Button>
    </search>
  );
}
