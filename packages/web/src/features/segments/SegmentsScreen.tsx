import { segmentCards, unassignedUnder } from '@clientele/charts';
import { isClienteleError } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Gate } from '../../components/Gate.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { nameAndMethod } from '../../lib/method-label.ts';
import { useDataset } from '../../lib/use-dataset.ts';
import { useEvidence } from '../../lib/use-evidence.ts';
import { useFilters } from '../../lib/use-filters.ts';
import { useFormats } from '../../lib/use-formats.ts';
import { useSegmentation, useSegmentationDocument } from '../../lib/use-segmentation.ts';
import { useText } from '../../lib/use-text.ts';
import { useSegmentsView } from './api/use-segments-view.ts';
import { SegmentCards } from './components/SegmentCards.tsx';
import { SegmentsActions } from './components/SegmentsActions.tsx';
import { SegmentsFigures } from './components/SegmentsFigures.tsx';
import { SegmentsLoading } from './components/SegmentsLoading.tsx';

/** Who the segments are, what tells them apart, and what to do with each. */
export function SegmentsScreen() {
  const { dataset } = useDataset();
  const { segmentation } = useSegmentation();
  const document = useSegmentationDocument();
  const evidence = useEvidence(document.data);
  const { filters, isFiltered, reset } = useFilters();
  const view = useSegmentsView(segmentation?.id);
  const statistics = view.data?.views.segmentStatistics;
  const formats = useFormats();
  const text = useText();
  const made = document.data;
  const cards = useMemo(
    () =>
      made === undefined || statistics === undefined
        ? []
        : segmentCards(made.document, statistics, dataset?.features ?? [], filters.segments),
    [made, statistics, dataset, filters.segments],
  );
  const shown = useMemo(() => {
    const { segments } = filters;
    const views = view.data?.views;
    if (views === undefined || segments === undefined) return views;
    const isShown = (segment: number | null) => segment === null || segments.includes(segment);
    return {
      ...views,
      segmentStatistics: views.segmentStatistics.filter(({ segment }) => isShown(segment)),
      segmentBaskets: views.segmentBaskets.filter(({ segment }) => isShown(segment)),
      segmentProducts: views.segmentProducts.filter(({ segment }) => isShown(segment)),
    };
  }, [view.data, filters]);
  const none =
    made === undefined || statistics === undefined || filters.segments !== undefined
      ? null
      : unassignedUnder(made.document, statistics);
  const isNobodyLeft = isClienteleError(view.error) && view.error.code === 'nothing-kept';
  const named =
    segmentation === null
      ? undefined
      : [
          nameAndMethod(segmentation, text),
          text('filters.segmentation.segments', { n: segmentation.k, k: formats.count(segmentation.k) }),
          ...(segmentation.silhouette === null
            ? []
            : [text('filters.segmentation.silhouette', { value: formats.fixed(segmentation.silhouette, 3) })]),
        ].join(', ');
  const facts = named !== undefined && isFiltered ? text('segments.facts.filtered', { facts: named }) : named;

  return (
    <Screen>
      <PageHead
        title={text('shell.segments')}
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
            <EmptyState height={320} action={<Button onClick={reset}>{text('overview.resetFilters')}</Button>}>
              {view.error?.message}
            </EmptyState>
          ) : (
            shown !== undefined &&
            made !== undefined && (
              <>
                <SegmentCards cards={cards} isStale={view.isPlaceholderData} evidence={evidence} none={none} />
                <SegmentsFigures
                  views={shown}
                  features={open.features}
                  segmentation={made}
                  query={view}
                  evidence={evidence.evidence}
                />
              </>
            )
          )
        }
      </Gate>
    </Screen>
  );
}
