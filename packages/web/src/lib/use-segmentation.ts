import type { Segmentation, SegmentationSummary } from '@clientele/contracts';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { useDataset } from './use-dataset.ts';
import { useSearch } from './use-search.ts';

export const segmentationsQuery = (datasetId: string | undefined) =>
  queryOptions({
    queryKey: ['segmentations', datasetId],
    queryFn: ({ signal }) => client.call('listSegmentations', { params: { datasetId: datasetId ?? '' }, signal }),
    enabled: datasetId !== undefined,
  });

/** The whole document of a segmentation; nothing is asked without an id. */
export const segmentationQuery = (segmentationId: string | undefined) =>
  queryOptions({
    queryKey: ['segmentation', segmentationId ?? ''],
    queryFn: ({ signal }) =>
      client.call('getSegmentation', { params: { segmentationId: segmentationId ?? '' }, signal }),
    enabled: segmentationId !== undefined && segmentationId !== '',
  });

export interface SegmentationState {
  /** The segmentation shown: the one in the address, else the newest kept one, else the draft; null where there is none. */
  segmentation: SegmentationSummary | null;
  segmentations: readonly SegmentationSummary[];
  isPending: boolean;
  error: Error | null;
  /** Names by segment id. */
  names: readonly string[];
  show(id: string): void;
}

/** The segmentation that colours the screens. */
export function useSegmentation(): SegmentationState {
  const { search, change } = useSearch();
  const { dataset, isPending: isDatasetPending } = useDataset();
  const { data: segmentations = [], isPending, error } = useQuery(segmentationsQuery(dataset?.id));
  const segmentation =
    segmentations.find(({ id }) => id === search.segmentation) ??
    segmentations.find(({ draft }) => !draft) ??
    segmentations[0] ??
    null;
  return {
    segmentation,
    segmentations,
    isPending: isDatasetPending || (dataset !== null && isPending),
    error,
    names: segmentation?.segments.map(({ name }) => name) ?? [],
    show: (id) => change({ segmentation: id, segments: undefined }),
  };
}

/** The whole document of the segmentation shown: model, profile, rules, advice. */
export function useSegmentationDocument(): UseQueryResult<Segmentation> {
  const { segmentation } = useSegmentation();
  return useQuery(segmentationQuery(segmentation?.id));
}
