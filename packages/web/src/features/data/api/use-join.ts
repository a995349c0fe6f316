import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** Joins a table of customers to order lines; null takes it off. Whatever was shown of the data is asked for anew. */
export function useJoin(datasetId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (join: string | null) => client.call('updateDataset', { params: { datasetId }, body: { join } }),
    onSuccess: () => cache.invalidateQueries(),
  });
}
