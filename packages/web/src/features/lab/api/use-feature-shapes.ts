import type { DataFilters, FeatureShape } from '@clientele/contracts';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** The shape of each numeric feature of the customers that the recipe would take. */
export function useFeatureShapes(datasetId: string, filters: DataFilters): UseQueryResult<FeatureShape[]> {
  return useQuery({
    queryKey: ['feature-shapes', datasetId, filters],
    queryFn: ({ signal }) => client.call('featureShapes', { params: { datasetId }, query: filters, signal }),
    placeholderData: keepPreviousData,
  });
}
