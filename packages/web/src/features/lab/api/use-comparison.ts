import type { Comparison } from '@clientele/contracts';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** Two segmentations of one dataset side by side; nothing is asked without a second one. */
export function useComparison(segmentationId: string, other: string | null): UseQueryResult<Comparison> {
  return useQuery({
    queryKey: ['comparison', segmentationId, other],
    queryFn: ({ signal }) =>
      client.call('compareSegmentations', { params: { segmentationId }, query: { with: other ?? '' }, signal }),
    enabled: other !== null,
  });
}
