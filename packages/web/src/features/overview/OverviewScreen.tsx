import { comparisonText } from '@clientele/charts';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useFilters } from '../../lib/use-filters.ts';
import { useFigureContext } from '../../lib/use-formats.ts';
import { useSegmentation } from '../../lib/use-segmentation.ts';
import { useOverview } from './api/use-overview.ts';
import { ExportMenu } from './components/ExportMenu.tsx';
import { OrdersOverview } from './components/OrdersOverview.tsx';
import { OverviewLoading } from './components/OverviewLoading.tsx';

const CustomersOverview = lazy(async () => ({
  default: (await import('./components/CustomersOverview.tsx')).CustomersOverview,
}));

/** The whole at a glance, under the filters. */
export function OverviewScreen() {
  const { dataset, isPending: isDatasetPending, error: datasetError, refetch } = useDataset();
  const { error: segmentationError } = useSegmentation();
  const [top, setTop] = useState(10);
  const query = useOverview(top);
  const { reset } = useFilters();
  const context = useFigureContext();
  const { formats, text } = context;
  const navigate = useNavigate();
  const error = datasetError ?? segmentationError ?? query.error;
  const overview = query.data;
  const isOrders = dataset?.kind !== 'customers';
  const change = overview === undefined ? null : comparisonText(overview.views.kpiComparison ?? null, context);

  return (
    <Screen>
      <PageHead
        title={text('overview.title')}
        facts={
          dataset === null
            ? undefined
            : text('overview.kept', {
                kept: formats.count(dataset.kept),
                all: formats.count(dataset.rows),
                kind: dataset.kind,
              })
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
              {text('overview.addData')}
            </Button>
          }
        >
          {text('overview.empty')}
        </EmptyState>
      ) : overview === undefined ? (
        <OverviewLoading isOrders={isOrders} />
      ) : overview.views.kpis.customers === 0 ? (
        <EmptyState height={320} action={<Button onClick={reset}>{text('overview.resetFilters')}</Button>}>
          {text('overview.nobody')}
        </EmptyState>
      ) : isOrders ? (
        <OrdersOverview overview={overview} query={query} top={top} onTop={setTop} />
      ) : (
        dataset !== null && (
          <Suspense fallback={<OverviewLoading isOrders={false} />}>
            <CustomersOverview overview={overview} dataset={dataset} query={query} />
          </Suspense>
        )
      )}
    </Screen>
  );
}
