import { isClienteleError, methodTable } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Gate } from '../../components/Gate.tsx';
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
import { segmentCards, unassignedUnder } from './hooks/segment-cards.ts';

/** Who the segments are, what tells them apart, and what to do with each. */
export function SegmentsScreen() {
  const { dataset } = useDataset();
  const { segmentation } = useSegmentation();
  const document = useSegmentationDocument();
  const { filters, isFiltered, reset } = useFilters();
  const view = useSegmentsView(segmentation?.id ?? '', filters);
  const formats = useFormats();
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
  const none =
    made === undefined || view.data === undefined || filters.segments !== undefined
      ? null
      : unassignedUnder(made.document, view.data);
  const isNobodyLeft = isClienteleError(view.error) && view.error.code === 'nothing-kept';
  const facts =
    segmentation === null
      ? undefined
      : [
          segmentation.name,
          methodTable[segmentation.method].label,
          `${formats.count(segmentation.k)} segments`,
          ...(segmentation.silhouette === null ? [] : [`silhouette ${formats.fixed(segmentation.silhouette, 3)}`]),
        ].join(', ') + (isFiltered ? '. Numbers under the filters; names and advice from all its customers' : '');

  return (
    <Screen>
      <PageHead
        title="Segments"
        facts={facts}
        actions={made === undefined ? undefined : <SegmentsActions segmentation={made} filters={filters} />}
      />
      <Gate
        needs="segmentation"
        loading={<SegmentsLoading />}
        isWaiting={!isNobodyLeft && (made === undefined || shown === undefined)}
        error={document.error ?? (isNobodyLeft ? null : view.error)}
        onRetry={() => {
          void document.refetch();
          void view.refetch();
        }}
      >
        {(open) =>
          isNobodyLeft ? (
            <EmptyState height={320} action={<Button onClick={reset}>Reset the filters</Button>}>
              {view.error?.message}
            </EmptyState>
          ) : (
            shown !== undefined && (
              <>
                <SegmentCards cards={cards} isStale={view.isPlaceholderData} none={none} />
                <SegmentsFigures view={shown} features={open.features} query={view} />
              </>
            )
          )
        }
      </Gate>
    </Screen>
  );
}
