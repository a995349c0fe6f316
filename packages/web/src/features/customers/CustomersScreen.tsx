import { Navigate } from '@tanstack/react-router';
import { Gate } from '../../components/Gate.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useFilters } from '../../lib/use-filters.ts';
import { useText } from '../../lib/use-text.ts';
import { CustomerList } from './components/CustomerList.tsx';
import { ListLoading } from './components/ListLoading.tsx';

/** The list of customers; with one in the filter bar, that one's page. */
export function CustomersScreen() {
  const { filters } = useFilters();
  const text = useText();
  if (filters.customer !== undefined)
    return <Navigate to="/customers/$customerId" params={{ customerId: filters.customer }} search replace />;
  return (
    <Screen>
      <Gate needs="data" head={<PageHead title={text('common.customers')} />} loading={<ListLoading />}>
        {(dataset) => <CustomerList key={dataset.id} dataset={dataset} filters={filters} />}
      </Gate>
    </Screen>
  );
}
