import type { Dataset, Filters } from '@clientele/contracts';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { client } from '../../../lib/client.ts';
import { downloadFrom } from '../../../lib/download.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useText } from '../../../lib/use-text.ts';
import { useCustomers } from '../api/use-customers.ts';
import { useListState } from '../hooks/use-list-state.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import classes from './CustomerList.module.css';
import { CustomerTable } from './CustomerTable.tsx';
import { ListLoading } from './ListLoading.tsx';

/** The customers under the filters, found by the start of the id, in any order. */
export function CustomerList({ dataset, filters }: { dataset: Dataset; filters: Filters }) {
  const { segmentation, isPending } = useSegmentation();
  const { isFiltered, reset } = useFilters();
  const formats = useFormats();
  const text = useText();
  const all = formats.count(dataset.customers);
  const suggested = dataset.features.filter((feature) => feature.suggested);
  const hasMoney = suggested.some(({ id }) => id === 'monetary');
  const [state, change] = useListState(dataset.id, {
    sort: hasMoney ? 'monetary' : 'id',
    isDescending: hasMoney,
    search: '',
    columns: null,
  });
  const offered = new Set(dataset.features.map(({ id }) => id));
  const chosen = state.columns?.filter((id) => offered.has(id)) ?? null;
  const shown = chosen ?? suggested.map(({ id }) => id);
  const [search] = useDebouncedValue(state.search.trim(), 150);
  const query = useCustomers(
    { datasetId: dataset.id, segmentationId: segmentation?.id, filters, ...state, search, columns: chosen },
    !isPending,
  );
  const total = query.data?.pages[0]?.total ?? null;
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHead
        title={text('common.customers')}
        facts={
          total === null
            ? text('customers.all', { n: dataset.customers, count: all })
            : search !== ''
              ? text('customers.found', { shown: formats.count(total), count: all, sought: search })
              : text('customers.shown', { shown: formats.count(total), n: dataset.customers, count: all })
        }
        actions={
          segmentation !== null && (
            <Button
              leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
              onClick={() =>
                downloadFrom(
                  client.address('downloadCustomers', { params: { segmentationId: segmentation.id }, query: filters }),
                )
              }
            >
              {text('customers.csv')}
            </Button>
          )
        }
      />
      <div className={classes.tools}>
        <TextInput
          type="search"
          aria-label={text('customers.search')}
          placeholder={text('customers.search.placeholder')}
          value={state.search}
          className={classes.search}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => change({ search: currentTarget.value })}
        />
        <ColumnsMenu
          features={dataset.features}
          shown={shown}
          isUsual={chosen === null}
          onChange={(columns) =>
            // A list is not sorted by what is not in it.
            change(
              columns === null || columns.includes(state.sort) || !shown.includes(state.sort)
                ? { columns }
                : { columns, sort: 'id', isDescending: false },
            )
          }
        />
      </div>
      {query.error !== null ? (
        <ErrorBlock error={query.error} onRetry={() => void query.refetch()} height={240} />
      ) : total === null ? (
        <ListLoading />
      ) : total === 0 ? (
        <EmptyState
          height={240}
          action={
            search !== '' ? (
              <Button onClick={() => change({ search: '' })}>{text('customers.search.clear')}</Button>
            ) : (
              isFiltered && <Button onClick={reset}>{text('overview.resetFilters')}</Button>
            )
          }
        >
          {search === ''
            ? text('overview.nobody')
            : text(isFiltered ? 'customers.search.noneFiltered' : 'customers.search.none', { sought: search })}
        </EmptyState>
      ) : (
        <CustomerTable
          dataset={dataset}
          rows={rows}
          total={total}
          state={state}
          shown={shown}
          isStale={query.isPlaceholderData}
          onSort={(sort, isDescending) => change({ sort, isDescending })}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
          }}
        />
      )}
    </>
  );
}
