import { type KChoice, type Method, methodTable, type RecipeInput } from '@clientele/contracts';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { client } from '../../../lib/client.ts';
import { type JobRun, useJob } from '../../../lib/use-job.ts';

interface KeptChoice {
  /** Null where it was begun by itself and then cancelled: it does not begin by itself again. */
  choice: KChoice | null;
  /** The recipe it was computed for, without what does not matter to it. */
  made: string;
  method: Method;
  starts: number | null;
}

/** The measures depend on everything in the recipe but the k that is kept. */
const makingOf = ({ k: _k, ...rest }: RecipeInput): string => JSON.stringify(rest);

export interface KChoiceRun {
  choice: KChoice | null;
  /** What the choice was made with; starts are null for a method that has none. */
  method: Method;
  starts: number | null;
  /** True where the recipe has changed since. */
  isOutdated: boolean;
  job: Pick<JobRun<KChoice>, 'isRunning' | 'job' | 'error' | 'cancel'>;
  start(): Promise<void>;
}

/**
 * Quality over k of the recipe; the last answer stays while one looks at other screens. With `isEager` the first answer is
 * fetched on entering; later ones only when asked for.
 */
export function useKChoice(datasetId: string, recipe: RecipeInput, isEager: boolean): KChoiceRun {
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
  const { method } = recipe;
  const making = { method, starts: methodTable[method].parameters.includes('starts') ? recipe.starts : null };
  const keep = (choice: KChoice | null) => cache.setQueryData<KeptChoice>(queryKey, { choice, made, ...making });
  const start = async () => {
    const choice = await job.run((signal) => client.call('chooseK', { params: { datasetId }, body: recipe, signal }));
    if (choice !== null) keep(choice);
  };
  const enter = useEffectEvent(() => {
    if (isEager && data === undefined) void start();
  });
  useEffect(() => enter(), []);
  return {
    choice: data?.choice ?? null,
    method: data?.method ?? method,
    starts: data === undefined ? making.starts : data.starts,
    isOutdated: data !== undefined && data.made !== made,
    job: {
      ...job,
      cancel: () => {
        job.cancel();
        if (data === undefined) keep(null);
      },
    },
    start,
  };
}
