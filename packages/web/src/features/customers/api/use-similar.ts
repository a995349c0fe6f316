import type { SimilarCustomer } from '@clientele/contracts';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** The customers nearest to one in the features of a segmentation. */
export function useSimilar(segmentationId: string | undefined, customerId: string): UseQueryResult<SimilarCustomer[]> {
  return useQuery({
    queryKey: ['similar', segmentationId, customerId],
    queryFn: ({ signal }) =>
      client.call('similarCustomers', { params: { segmentationId: segmentationId ?? '', customerId }, signal }),
    enabled: segmentationId !== undefined,
    placeholderData: keepPreviousData,
  });
}
