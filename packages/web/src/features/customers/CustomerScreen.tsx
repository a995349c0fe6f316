import { Link, useParams } from '@tanstack/react-router';
import { Block } from '../../components/Block.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useFilters } from '../../lib/use-filters.ts';
import { useSegmentation } from '../../lib/use-segmentation.ts';
import { useCustomer } from './api/use-customers.ts';
import { CustomerHead } from './components/CustomerHead.tsx';
import { CustomerMissing, isMissing } from './components/CustomerMissing.tsx';
import { CustomerPageView } from './components/CustomerPageView.tsx';

/** One customer's page. */
export function CustomerScreen() {
  const { customerId } = useParams({ from: '/customers/$customerId' });
  const { dataset, isPending, error: datasetError } = useDataset();
  const { segmentation, isPending: isSegmentationPending } = useSegmentation();
  const { filters } = useFilters();
  // The customer's own page is not narrowed to the customer's segment: its place is told among all.
  const { segments: _segments, customer: _customer, ...dataFilters } = filters;
  const query = useCustomer(
    customerId,
    { datasetId: dataset?.id ?? '', segmentationId: segmentation?.id, filters: dataFilters },
    !isSegmentationPending,
  );
  const customer = query.data;
  const error = datasetError ?? query.error;
  return (
    <Screen>
      <CustomerHead id={customerId} customer={customer ?? null} />
      {isMissing(error) ? (
        <CustomerMissing error={error} />
      ) : error !== null ? (
        <ErrorBlock error={error} onRetry={() => void query.refetch()} height={240} />
      ) : dataset === null && !isPending ? (
        <EmptyState
          height={320}
          action={
            <Link to="/data" search className="text-link">
              Add data
            </Link>
          }
        >
          There are no customers yet.
        </EmptyState>
      ) : customer === undefined || dataset === null ? (
        <div style={{ display: 'grid', gap: 16, paddingTop: 16 }}>
          <Block height={64} />
          <Block height={72} />
          <Block height={240} />
        </div>
      ) : (
        <CustomerPageView customer={customer} dataset={dataset} query={query} />
      )}
    </Screen>
  );
}
