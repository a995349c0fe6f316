import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { segmentationsQuery } from '../../../lib/use-segmentation.ts';

export interface Renaming {
  segmentationId: string;
  name: string;
  /** Segment id to its name; only those that change. */
  segmentNames: Record<string, string>;
  /** Segment id to what is noted of it; only those that change, empty to remove it. */
  segmentNotes: Record<string, string>;
}

/** Names a segmentation and its segments, and notes what there is to know of them. */
export function useRename() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ segmentationId, ...body }: Renaming) =>
      client.call('updateSegmentation', { params: { segmentationId }, body }),
    onSuccess: async (renamed) => {
      cache.setQueryData(['segmentation', renamed.id], renamed);
      // Their answers carry the names of the segments.
      for (const key of ['customer', 'comparison']) void cache.invalidateQueries({ queryKey: [key] });
      await cache.invalidateQueries({ queryKey: segmentationsQuery(renamed.datasetId).queryKey });
    },
  });
}
