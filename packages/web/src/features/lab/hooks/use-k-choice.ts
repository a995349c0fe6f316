import type { KChoice, RecipeInput } from '@clientele/contracts';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { type JobRun, useJob } from '../../../lib/use-job.ts';

interface KeptChoice {
  choice: KChoice;
  /** The recipe it was computed for, without what does not matter to it. */
  made: string;
}

/** The measures depend on everything in the recipe but the k that is kept. */
const makingOf = ({ k: _k, ...rest }: RecipeInput): string => JSON.stringify(rest);

export interface KChoiceRun {
  choice: KChoice | null;
  /** True where the recipe has changed since. */
  isOutdated: boolean;
  job: Pick<JobRun<KChoice>, 'isRunning' | 'job' | 'error' | 'cancel'>;
  start(): Promise<void>;
}

/** Quality over k of the recipe; the last answer stays while one looks at other screens. */
export function useKChoice(datasetId: string, recipe: RecipeInput): KChoiceRun {
  const job = useJob<'choose-k'>();
  const cache = useQueryClient();
  const queryKey = ['k-choice', datasetId];
  const { data } = useQuery<KeptChoice>({
    queryKey,
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const made = makingOf(recipe);
  return {
    choice: data?.choice ?? null,
    isOutdated: data !== undefined && data.made !== made,
    job,
    start: async () => {
      const choice = await job.run((signal) => client.call('chooseK', { params: { datasetId }, body: recipe, signal }));
      if (choice !== null) cache.setQueryData<KeptChoice>(queryKey, { choice, made });
    },
  };
}
