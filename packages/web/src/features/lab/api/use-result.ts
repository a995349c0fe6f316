import type { Segmentation } from '@clientele/contracts';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { useViews } from '../../../lib/use-views.ts';

const projectionOnly = ['segmentProjection'] as const;

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
export function useProjection(segmentation: string, features: readonly string[]) {
  const query = useViews(projectionOnly, {
    segmentation,
    filters: {},
    ...(features.length > 0 && { features: [...features] }),
  });
  return { ...query, data: query.data?.views.segmentProjection };
}
