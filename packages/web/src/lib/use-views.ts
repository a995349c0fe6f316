import type { Filters, ViewName, ViewOptions, Views } from '@clientele/contracts';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { useDataset } from './use-dataset.ts';
import { useFilters } from './use-filters.ts';
import { useSegmentation } from './use-segmentation.ts';

/** The views asked for, and what they were computed under. */
export interface ViewsShown<Name extends ViewName> {
  views: Pick<Views, Name>;
  filters: Filters;
  asOf: string | null;
}

export interface ViewsAsked extends Partial<ViewOptions> {
  /** In place of the filter bar's. */
  filters?: Filters;
  /** In place of the segmentation shown. */
  segmentation?: string;
  isEnabled?: boolean;
}

/**
 * Views in one batch, under the filter bar, of the dataset and the segmentation shown. While others are on their way the old ones stay, as
 * long as they are of the same dataset; `isPlaceholderData` says so.
 */
export function useViews<Name extends ViewName>(
  names: readonly Name[],
  { filters: ownFilters, segmentation: ownSegmentation, isEnabled = true, ...options }: ViewsAsked = {},
): UseQueryResult<ViewsShown<Name>> {
  const { dataset } = useDataset();
  const { segmentation, isPending } = useSegmentation();
  const bar = useFilters();
  const filters = ownFilters ?? bar.filters;
  const datasetId = dataset?.id ?? '';
  const segmentationId = ownSegmentation ?? segmentation?.id;
  const wanted = [...new Set(names)].sort();
  return useQuery({
    queryKey: ['views', datasetId, wanted, segmentationId, filters, options],
    queryFn: async ({ signal }) => {
      const answer = await client.call('views', {
        params: { datasetId },
        query: { ...filters, ...options, segmentation: segmentationId, names: wanted },
        signal,
      });
      return { views: answer.views as Pick<Views, Name>, filters, asOf: answer.asOf };
    },
    enabled: isEnabled && datasetId !== '' && !isPending && wanted.length > 0,
    placeholderData: (previous, query) =>
      query?.queryKey[1] === datasetId && String(query.queryKey[2]) === String(wanted) ? previous : undefined,
  });
}
