import type { CustomerDetail, CustomerPage, Filters } from '@clientele/contracts';
import type { InfiniteData } from '@tanstack/react-query';
import {
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

export interface CustomersAsked {
  datasetId: string;
  segmentationId: string | undefined;
  filters: Filters;
  search: string;
  sort: string;
  isDescending: boolean;
  /** Features of the rows; null: those suggested. */
  columns: readonly string[] | null;
}

const pageSize = 100;

/** The customers under the filters, page after page. */
export function useCustomers(
  { datasetId, segmentationId, filters, search, sort, isDescending, columns }: CustomersAsked,
  isReady: boolean,
): UseInfiniteQueryResult<InfiniteData<CustomerPage>> {
  return useInfiniteQuery({
    queryKey: ['customers', datasetId, segmentationId, filters, search, sort, isDescending, columns],
    queryFn: ({ pageParam, signal }) =>
      client.call('listCustomers', {
        params: { datasetId },
        query: {
          ...filters,
          segmentation: segmentationId,
          ...(search !== '' && { search }),
          sort,
          descending: isDescending ? 'true' : 'false',
          ...(columns !== null && { features: [...columns] }),
          offset: pageParam,
          limit: pageSize,
        },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const had = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return last.rows.length > 0 && had < last.total ? had : undefined;
    },
    enabled: isReady && datasetId !== '',
    placeholderData: keepPreviousData,
  });
}

/** One customer; where it stands is told among the customers under the filters. */
export function useCustomer(
  customerId: string,
  { datasetId, segmentationId, filters }: Pick<CustomersAsked, 'datasetId' | 'segmentationId' | 'filters'>,
  isReady: boolean,
): UseQueryResult<CustomerDetail> {
  return useQuery({
    queryKey: ['customer', datasetId, customerId, segmentationId, filters],
    queryFn: ({ signal }) =>
      client.call('getCustomer', {
        params: { datasetId, customerId },
        query: { ...filters, segmentation: segmentationId },
        signal,
      }),
    enabled: isReady && datasetId !== '',
    placeholderData: (previous, query) => (query?.queryKey[2] === customerId ? previous : undefined),
  });
}
