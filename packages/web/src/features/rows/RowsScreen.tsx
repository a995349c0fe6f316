import { Gate } from '../../components/Gate.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useFilters } from '../../lib/use-filters.ts';
import { useText } from '../../lib/use-text.ts';
import { RowsLoading } from './components/RowsLoading.tsx';
import { RowsView } from './components/RowsView.tsx';

/** The rows that the cleaning rules kept, under the filters. */
export function RowsScreen() {
  const text = useText();
  const { filters } = useFilters();
  return (
    <Screen>
      <Gate needs="data" head={<PageHead title={text('rows.table')} />} loading={<RowsLoading />}>
        {(dataset) => <RowsView key={dataset.id} dataset={dataset} filters={filters} />}
      </Gate>
    </Screen>
  );
}
