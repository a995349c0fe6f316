import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Block } from '../../components/Block.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useFilters } from '../../lib/use-filters.ts';
import { useSegmentation } from '../../lib/use-segmentation.ts';
import { useResult } from './api/use-result.ts';
import { Lab } from './components/Lab.tsx';

/** Where a recipe is built, argued and run. */
export function LabScreen() {
  const { dataset, isPending, error, refetch } = useDataset();
  const { segmentation, isPending: isSegmentationPending, error: segmentationError } = useSegmentation();
  const { filters } = useFilters();
  const shown = useResult(segmentation?.id ?? null);
  const navigate = useNavigate();
  const failure = error ?? segmentationError ?? shown.error;
  const isWaiting =
    isPending || isSegmentationPending || (segmentation !== null && shown.data?.datasetId !== dataset?.id);
  const head = <PageHead title="Lab" />;

  if (failure !== null)
    return (
      <Screen>
        {head}
        <ErrorBlock error={failure} onRetry={refetch} height={240} />
      </Screen>
    );
  if (dataset === null && !isPending)
    return (
      <Screen>
        {head}
        <EmptyState
          height={320}
          action={
            <Button variant="filled" onClick={() => void navigate({ to: '/data', search: true })}>
              Add data
            </Button>
          }
        >
          There are no customers to segment yet: add an export of your shop, or try the sample shop.
        </EmptyState>
      </Screen>
    );
  if (dataset === null || isWaiting)
    return (
      <Screen>
        {head}
        <div style={{ paddingTop: 16 }}>
          <Block height={480} />
        </div>
      </Screen>
    );
  return (
    <Screen>
      <Lab key={dataset.id} dataset={dataset} filters={filters} shown={shown.data ?? null} />
    </Screen>
  );
}
