import { useDataset } from '../lib/use-dataset.ts';
import { useFilters } from '../lib/use-filters.ts';
import { useFormats } from '../lib/use-formats.ts';
import { useText } from '../lib/use-text.ts';
import { ChecklistFilter } from './ChecklistFilter.tsx';
import { useBarReason } from './use-bar-reason.ts';

/** Which countries are shown. */
export function CountriesFilter() {
  const { dataset } = useDataset();
  const { filters, set } = useFilters();
  const formats = useFormats();
  const barReason = useBarReason();
  const text = useText();
  const countries = dataset?.countries ?? [];
  const reason = barReason ?? (countries.length === 0 ? text('filters.countries.none') : null);
  return (
    <ChecklistFilter
      label={text('filters.countries')}
      findLabel={text('filters.countries.find')}
      items={countries.map(({ name, customers }) => ({ value: name, label: name, detail: formats.count(customers) }))}
      chosen={filters.countries}
      onChange={(chosen) => set({ countries: chosen })}
      reason={reason}
    />
  );
}
