import type { ColumnCondition, Filters, RowPage } from '@clientele/contracts';
import { keepPreviousData, queryOptions, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

export interface RowsAsked {
  datasetId: string;
  segmentationId: string | undefined;
  filters: Filters;
  search: string;
  where: readonly ColumnCondition[];
  sort: string | null;
  isDescending: boolean;
}

/** Rows fetched at a time. */
export const pageRows = 100;

const pageQuery = (asked: RowsAsked, page: number) =>
  queryOptions({
    queryKey: ['rows', asked, page],
    queryFn: ({ signal }) =>
      client.call('listRows', {
        params: { datasetId: asked.datasetId },
        query: {
          ...asked.filters,
          segmentation: asked.segmentationId,
          ...(asked.search !== '' && { search: asked.search }),
          ...(asked.where.length > 0 && { where: [...asked.where] }),
          ...(asked.sort !== null && { sort: asked.sort, descending: asked.isDescending ? 'true' : 'false' }),
          offset: page * pageRows,
          limit: pageRows,
        },
        signal,
      }),
    gcTime: 60_000,
  });

/** The first page: columns, total, and the first rows; of what was asked before until it is there. */
export function useFirstPage(asked: RowsAsked, isReady: boolean): UseQueryResult<RowPage> {
  return useQuery({ ...pageQuery(asked, 0), enabled: isReady, placeholderData: keepPreviousData });
}

export interface PagesInSight {
  byPage: ReadonlyMap<number, RowPage>;
  /** Of the first page that failed. */
  error: Error | null;
  retry(): void;
}

/** The pages `from` to `to`, of which those up to `settled` are fetched: a table on its way past asks for nothing. */
export function usePages(
  asked: RowsAsked,
  [from, to]: readonly [number, number],
  settled: readonly [number, number],
): PagesInSight {
  const pages = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  const results = useQueries({
    queries: pages.map((page) => ({
      ...pageQuery(asked, page),
      enabled: page >= settled[0] && page <= settled[1],
    })),
  });
  const failed = results.find(({ error }) => error !== null);
  return {
    byPage: new Map(results.flatMap(({ data }, i) => (data === undefined ? [] : [[from + i, data]]))),
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
