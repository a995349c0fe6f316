import type { Dataset, Filters } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { useFilters } from '../../../lib/use-filters.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useText } from '../../../lib/use-text.ts';
import { useFirstPage } from '../api/use-row-pages.ts';
import { namedColumns } from '../hooks/row-columns.ts';
import { useRowsState } from '../hooks/use-rows-state.ts';
import { ConditionChips } from './ConditionChips.tsx';
import { RowSearch } from './RowSearch.tsx';
import { RowsLoading } from './RowsLoading.tsx';
import classes from './RowsView.module.css';
import { RowTable } from './RowTable.tsx';

/** The rows of a dataset with their search, conditions and order. */
export function RowsView({ dataset, filters }: { dataset: Dataset; filters: Filters }) {
  const text = useText();
  const formats = useFormats();
  const { segmentation, isPending } = useSegmentation();
  const { isFiltered, reset } = useFilters();
  const { state, change } = useRowsState(dataset.id);
  const asked = { datasetId: dataset.id, segmentationId: segmentation?.id, filters, ...state };
  const query = useFirstPage(asked, !isPending);
  const page = query.data;
  const columns = useMemo(() => namedColumns(page?.columns ?? [], dataset.kind, text), [page, dataset.kind, text]);
  const isAsked = state.search !== '' || state.where.length > 0;
  const resetAll = () => change({ search: '', where: [] });
  const facts =
    page === undefined || query.isPlaceholderData || (!isAsked && !isFiltered)
      ? text('rows.facts.all', { n: dataset.kept })
      : text('rows.facts.some', { count: formats.count(page.total), n: dataset.kept });
  const withReset = (
    <Button onClick={() => change({ search: '', where: [], sort: null })}>{text('rows.resetConditions')}</Button>
  );
  return (
    <div className={classes.view}>
      <PageHead title={text('rows.table')} facts={<span aria-live="polite">{facts}</span>} />
      <div className={classes.tools}>
        <RowSearch
          value={state.search}
          className={classes.search}
          onChange={(search) => change({ search }, { replace: true })}
        />
        <ConditionChips
          conditions={state.where}
          columns={columns}
          onRemove={(gone) => change({ where: state.where.filter((condition) => condition !== gone) })}
          onReset={resetAll}
        />
      </div>
      {query.error !== null ? (
        <>
          <ErrorBlock error={query.error} onRetry={() => void query.refetch()} height={160} />
          {(isAsked || state.sort !== null) && withReset}
        </>
      ) : page === undefined ? (
        <RowsLoading />
      ) : page.total === 0 && !query.isPlaceholderData ? (
        <EmptyState
          height={240}
          action={isAsked ? withReset : isFiltered && <Button onClick={reset}>{text('rows.resetFilters')}</Button>}
        >
          {text(isAsked ? 'rows.none' : 'rows.noneFiltered')}
        </EmptyState>
      ) : (
        <RowTable
          asked={asked}
          columns={columns}
          firstPage={page}
          isStale={query.isPlaceholderData}
          onSort={(sort, isDescending) => change({ sort, isDescending })}
          onConditions={(id, conditions) =>
            change({ where: [...state.where.filter(({ column }) => column !== id), ...conditions] })
          }
        />
      )}
    </div>
  );
}
