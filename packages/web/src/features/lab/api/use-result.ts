import type { Projection, Segmentation } from '@clientele/contracts';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** The document of a segmentation; nothing is asked without an id. */
export function useResult(segmentationId: string | null): UseQueryResult<Segmentation> {
  return useQuery({
    queryKey: ['segmentation', segmentationId ?? ''],
    queryFn: ({ signal }) =>
      client.call('getSegmentation', { params: { segmentationId: segmentationId ?? '' }, signal }),
    enabled: segmentationId !== null,
    placeholderData: keepPreviousData,
  });
}

/** All customers of a segmentation on two principal components, their points with these features or, without, the recipe's. */
export function useProjection(segmentationId: string, features: readonly string[]): UseQueryResult<Projection> {
  return useQuery({
    queryKey: ['projection', segmentationId, features],
    queryFn: ({ signal }) =>
      client.call('projection', {
        params: { segmentationId },
        query: features.length === 0 ? {} : { features: [...features] },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
