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

/** All customers of a segmentation on two principal components. */
export function useProjection(segmentationId: string): UseQueryResult<Projection> {
  return useQuery({
    queryKey: ['projection', segmentationId],
    queryFn: ({ signal }) => client.call('projection', { params: { segmentationId }, query: {}, signal }),
  });
}
