import type { Overview } from '@clientele/contracts';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { useDataset } from '../../../lib/use-dataset.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';

/** Everything the Overview shows, under the filters; the old answer stays until the new one is there. */
export function useOverview(): UseQueryResult<Overview> {
  const { dataset } = useDataset();
  const { segmentation, isPending } = useSegmentation();
  const { filters } = useFilters();
  const datasetId = dataset?.id ?? '';
  return useQuery({
    queryKey: ['overview', datasetId, segmentation?.id, filters],
    queryFn: ({ signal }) =>
      client.call('overview', {
        params: { datasetId },
        query: { ...filters, segmentation: segmentation?.id },
        signal,
      }),
    enabled: datasetId !== '' && !isPending,
    placeholderData: (previous, query) => (query?.queryKey[1] === datasetId ? previous : undefined),
  });
}
