import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { segmentationsQuery } from '../../../lib/use-segmentation.ts';

export interface Renaming {
  segmentationId: string;
  name: string;
  /** Segment id to its name; only those that change. */
  segmentNames: Record<string, string>;
}

/** Names a segmentation and its segments. */
export function useRename() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ segmentationId, name, segmentNames }: Renaming) =>
      client.call('updateSegmentation', { params: { segmentationId }, body: { name, segmentNames } }),
    onSuccess: async (renamed) => {
      cache.setQueryData(['segmentation', renamed.id], renamed);
      // Their answers carry the names of the segments.
      for (const key of ['prediction', 'customer', 'comparison']) void cache.invalidateQueries({ queryKey: [key] });
      await cache.invalidateQueries({ queryKey: segmentationsQuery(renamed.datasetId).queryKey });
    },
  });
}
