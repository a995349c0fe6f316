import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** Renames a dataset. */
export function useRenameDataset() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ datasetId, name }: { datasetId: string; name: string }) =>
      client.call('updateDataset', { params: { datasetId }, body: { name } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['datasets'] }),
  });
}

/** Removes a dataset with its segmentations. */
export function useDeleteDataset() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (datasetId: string) => client.call('deleteDataset', { params: { datasetId } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['datasets'] }),
  });
}
