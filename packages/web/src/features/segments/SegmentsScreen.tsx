import { isClienteleError, methodLabels } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useFilters } from '../../lib/use-filters.ts';
import { useFormats } from '../../lib/use-formats.ts';
import { useSegmentation, useSegmentationDocument } from '../../lib/use-segmentation.ts';
import { useSegmentsView } from './api/use-segments-view.ts';
import { SegmentCards } from './components/SegmentCards.tsx';
import { SegmentsActions } from './components/SegmentsActions.tsx';
import { SegmentsFigures } from './components/SegmentsFigures.tsx';
import { SegmentsLoading } from './components/SegmentsLoading.tsx';
import { segmentCards } from './hooks/segment-cards.ts';

/** Who the segments are, what tells them apart, and what to do with each. */
export function SegmentsScreen() {
  const { dataset, isPending, error: datasetError, refetch } = useDataset();
  const { segmentation, isPending: isSegmentationPending, error: segmentationError } = useSegmentation();
  const document = useSegmentationDocument();
  const { filters, isFiltered, reset } = useFilters();
  const view = useSegmentsView(segmentation?.id ?? '', filters);
  const formats = useFormats();
  const navigate = useNavigate();
  const made = document.data;
  const cards = useMemo(
    () =>
      made === undefined || view.data === undefined
        ? []
        : segmentCards(made.document, view.data, dataset?.features ?? [], filters.segments),
    [made, view.data, dataset, filters.segments],
  );
  const shown = useMemo(() => {
    const { segments } = filters;
    if (view.data === undefined || segments === undefined) return view.data;
    const statistics = view.data.statistics.filter(({ segment }) => segment === null || segments.includes(segment));
    return { ...view.data, statistics };
  }, [view.data, filters]);
  const isNobodyLeft = isClienteleError(view.error) && view.error.code === 'nothing-kept';
  const error = datasetError ?? segmentationError ?? document.error ?? (isNobodyLeft ? null : view.error);
  const facts =
    segmentation === null
      ? undefined
      : [
          segmentation.name,
          methodLabels[segmentation.method],
          `${formats.count(segmentation.k)} segments`,
          ...(segmentation.silhouette === null ? [] : [`silhouette ${formats.fixed(segmentation.silhouette, 3)}`]),
        ].join(', ') + (isFiltered ? '. Numbers under the filters; names and advice from all its customers' : '');
  const goTo = (to: '/lab' | '/data') => void navigate({ to, search: true });

  return (
    <Screen>
      <PageHead
        title="Segments"
        facts={facts}
        actions={made === undefined ? undefined : <SegmentsActions segmentation={made} filters={filters} />}
      />
      {error !== null ? (
        <ErrorBlock
          error={error}
          onRetry={() => {
            refetch();
            void document.refetch();
            void view.refetch();
          }}
          height={240}
        />
      ) : dataset === null && !isPending ? (
        <EmptyState
          height={320}
          action={
            <Button variant="filled" onClick={() => goTo('/data')}>
              Add data
            </Button>
          }
        >
          There are no customers to segment yet: add an export of your shop, or try the sample shop.
        </EmptyState>
      ) : segmentation === null && !isSegmentationPending ? (
        <EmptyState
          height={320}
          action={
            <Button variant="filled" onClick={() => goTo('/lab')}>
              Open the Lab
            </Button>
          }
        >
          There is no segmentation yet: run a recipe in the Lab.
        </EmptyState>
      ) : isNobodyLeft ? (
        <EmptyState height={320} action={<Button onClick={reset}>Reset the filters</Button>}>
          {view.error?.message}
        </EmptyState>
      ) : made === undefined || shown === undefined ? (
        <SegmentsLoading />
      ) : (
        <>
          <SegmentCards cards={cards} isStale={view.isPlaceholderData} />
          <SegmentsFigures view={shown} features={dataset?.features ?? []} query={view} />
        </>
      )}
    </Screen>
  );
}
