import type { Filters, SegmentsView } from '@clientele/contracts';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** Statistics of the segments under the filters; the old answer stays until the new one is there. */
export function useSegmentsView(segmentationId: string, filters: Filters): UseQueryResult<SegmentsView> {
  return useQuery({
    queryKey: ['segments-view', segmentationId, filters],
    queryFn: ({ signal }) => client.call('segmentsView', { params: { segmentationId }, query: filters, signal }),
    enabled: segmentationId !== '',
    placeholderData: (previous, query) => (query?.queryKey[1] === segmentationId ? previous : undefined),
  });
}
