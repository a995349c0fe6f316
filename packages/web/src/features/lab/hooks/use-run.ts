import type { RecipeInput, Segmentation } from '@clientele/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { type JobRun, useJob } from '../../../lib/use-job.ts';
import { useSearch } from '../../../lib/use-search.ts';
import { segmentationsQuery, useSegmentation } from '../../../lib/use-segmentation.ts';

export interface RecipeRun extends Pick<JobRun<Segmentation>, 'isRunning' | 'job' | 'error' | 'cancel'> {
  start(recipe: RecipeInput): Promise<void>;
}

/** Runs a recipe into the draft, which takes the place of the draft before it. */
export function useRun(datasetId: string, onResult: (id: string) => void): RecipeRun {
  const job = useJob<'segment'>();
  const cache = useQueryClient();
  const { change } = useSearch();
  const { segmentation } = useSegmentation();
  return {
    ...job,
    start: async (recipe) => {
      const made = await job.run((signal) =>
        client.call('segment', { params: { datasetId }, body: { recipe }, signal }),
      );
      if (made === null) return;
      cache.setQueryData(['segmentation', made.id], made);
      onResult(made.id);
      await cache.invalidateQueries({ queryKey: segmentationsQuery(datasetId).queryKey });
      // The draft that was shown is no more; its successor is shown in its place.
      if (segmentation?.draft) change({ segmentation: made.id, segments: undefined }, { replace: true });
    },
  };
}
