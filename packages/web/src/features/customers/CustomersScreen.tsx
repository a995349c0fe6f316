import { Button } from '@mantine/core';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useFilters } from '../../lib/use-filters.ts';
import { CustomerList } from './components/CustomerList.tsx';
import { ListLoading } from './components/ListLoading.tsx';

/** The list of customers; with one in the filter bar, that one's page. */
export function CustomersScreen() {
  const { dataset, isPending, error, refetch } = useDataset();
  const { filters } = useFilters();
  const navigate = useNavigate();
  if (filters.customer !== undefined)
    return <Navigate to="/customers/$customerId" params={{ customerId: filters.customer }} search replace />;
  return (
    <Screen>
      {error !== null ? (
        <>
          <PageHead title="Customers" />
          <ErrorBlock error={error} onRetry={refetch} height={240} />
        </>
      ) : dataset !== null ? (
        <CustomerList key={dataset.id} dataset={dataset} filters={filters} />
      ) : isPending ? (
        <>
          <PageHead title="Customers" />
          <ListLoading />
        </>
      ) : (
        <>
          <PageHead title="Customers" />
          <EmptyState
            height={320}
            action={
              <Button variant="filled" onClick={() => void navigate({ to: '/data', search: true })}>
                Add data
              </Button>
            }
          >
            There are no customers yet: add an export of your shop, or try the sample shop.
          </EmptyState>
        </>
      )}
    </Screen>
  );
}
