import type { Dataset } from '@clientele/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { useSearch } from './use-search.ts';

export const datasetsQuery = queryOptions({
  queryKey: ['datasets'],
  queryFn: ({ signal }) => client.call('listDatasets', { signal }),
});

export interface DatasetState {
  /** The dataset shown: the one in the address, else the newest; null where there is none or it is not known yet. */
  dataset: Dataset | null;
  datasets: readonly Dataset[];
  isPending: boolean;
  error: Error | null;
  refetch(): void;
  /** Shows another dataset; filters and segmentation belong to the old one and go. */
  show(id: string): void;
}

/** The dataset that the screens show, and all there are. */
export function useDataset(): DatasetState {
  const { search, change } = useSearch();
  const { data: datasets = [], isPending, error, refetch } = useQuery(datasetsQuery);
  const dataset = datasets.find(({ id }) => id === search.dataset) ?? datasets[0] ?? null;
  return {
    dataset,
    datasets,
    isPending,
    error,
    refetch: () => void refetch(),
    show: (id) =>
      change({
        dataset: id,
        segmentation: undefined,
        from: undefined,
        to: undefined,
        countries: undefined,
        segments: undefined,
        customer: undefined,
      }),
  };
}
