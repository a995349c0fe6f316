import { useParams } from '@tanstack/react-router';
import { Block } from '../../components/Block.tsx';
import { Gate } from '../../components/Gate.tsx';
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
  const { dataset } = useDataset();
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
  return (
    <Screen>
      <CustomerHead id={customerId} customer={customer ?? null} />
      {isMissing(query.error) ? (
        <CustomerMissing error={query.error} />
      ) : (
        <Gate
          needs="data"
          loading={
            <div style={{ display: 'grid', gap: 16, paddingTop: 16 }}>
              <Block height={64} />
              <Block height={72} />
              <Block height={240} />
            </div>
          }
          isWaiting={customer === undefined}
          error={query.error}
          onRetry={() => void query.refetch()}
        >
          {(open) => customer !== undefined && <CustomerPageView customer={customer} dataset={open} query={query} />}
        </Gate>
      )}
    </Screen>
  );
}
