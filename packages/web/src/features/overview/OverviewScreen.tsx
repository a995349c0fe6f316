import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useFilters } from '../../lib/use-filters.ts';
import { useFormats } from '../../lib/use-formats.ts';
import { useSegmentation } from '../../lib/use-segmentation.ts';
import { useOverview } from './api/use-overview.ts';
import { CustomersOverview } from './components/CustomersOverview.tsx';
import { ExportMenu } from './components/ExportMenu.tsx';
import { OrdersOverview } from './components/OrdersOverview.tsx';
import { OverviewLoading } from './components/OverviewLoading.tsx';
import { comparisonText } from './hooks/kpi-tiles.ts';

/** The whole at a glance, under the filters. */
export function OverviewScreen() {
  const { dataset, isPending: isDatasetPending, error: datasetError, refetch } = useDataset();
  const { error: segmentationError } = useSegmentation();
  const query = useOverview();
  const { reset } = useFilters();
  const formats = useFormats();
  const navigate = useNavigate();
  const error = datasetError ?? segmentationError ?? query.error;
  const overview = query.data;
  const isOrders = dataset?.kind !== 'customers';
  const what = isOrders ? 'order lines' : 'rows';
  const change = overview === undefined ? null : comparisonText(overview.comparison, formats);

  return (
    <Screen>
      <PageHead
        title="Overview"
        facts={
          dataset === null ? undefined : `${formats.count(dataset.kept)} ${what} kept of ${formats.count(dataset.rows)}`
        }
        actions={
          <>
            {change !== null && <p>{change}</p>}
            <ExportMenu />
          </>
        }
      />
      {error !== null ? (
        <ErrorBlock
          error={error}
          onRetry={() => {
            refetch();
            void query.refetch();
          }}
          height={240}
        />
      ) : dataset === null && !isDatasetPending ? (
        <EmptyState
          height={320}
          action={
            <Button variant="filled" onClick={() => void navigate({ to: '/data', search: true })}>
              Add data
            </Button>
          }
        >
          There is nothing to show yet: add an export of your shop, or try the sample shop.
        </EmptyState>
      ) : overview === undefined ? (
        <OverviewLoading isOrders={isOrders} />
      ) : overview.kpis.customers === 0 ? (
        <EmptyState height={320} action={<Button onClick={reset}>Reset the filters</Button>}>
          No customer is left under these filters.
        </EmptyState>
      ) : isOrders ? (
        <OrdersOverview overview={overview} query={query} />
      ) : (
        dataset !== null && <CustomersOverview overview={overview} dataset={dataset} query={query} />
      )}
    </Screen>
  );
}
