import type { Segmentation } from '@clientele/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { segmentationsQuery } from '../../../lib/use-segmentation.ts';

/** Keeps a draft under a name. */
export function useSave() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      client.call('updateSegmentation', { params: { segmentationId: id }, body: { name, keep: true } }),
    onSuccess: async (saved: Segmentation) => {
      cache.setQueryData(['segmentation', saved.id], saved);
      await cache.invalidateQueries({ queryKey: segmentationsQuery(saved.datasetId).queryKey });
    },
  });
}
