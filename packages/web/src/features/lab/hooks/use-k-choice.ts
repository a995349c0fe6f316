import { type KChoice, type Method, methodTable, type RecipeInput } from '@clientele/contracts';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { client } from '../../../lib/client.ts';
import { type JobRun, useJob } from '../../../lib/use-job.ts';

interface KeptChoice {
  /** Null where it was begun by itself and then cancelled: it does not begin by itself again. */
  choice: KChoice | null;
  /** The recipe it was computed for, without what does not matter to it. */
  made: string;
  method: Method;
  starts: number | null;
  /** True where the evidence was cancelled: it is not gathered by itself again. */
  isQuiet?: boolean;
}

/** How long the form must rest before a choice under way begins anew with it. */
const restMs = 300;

/** The measures depend on everything in the recipe but the k that is kept. */
const makingOf = ({ k: _k, ...rest }: RecipeInput): string => JSON.stringify(rest);

type ChoiceJob = Pick<JobRun<KChoice>, 'isRunning' | 'job' | 'error' | 'cancel'>;

/** The slow measures and the argument, which follow the choice in the background. */
export interface KEvidenceRun extends ChoiceJob {
  /** True where they are on their way or about to be. */
  isAwaited: boolean;
  start(): Promise<void>;
}

export interface KChoiceRun {
  choice: KChoice | null;
  /** What the choice was made with; starts are null for a method that has none. */
  method: Method;
  starts: number | null;
  /** True where the recipe has changed since. */
  isOutdated: boolean;
  job: ChoiceJob;
  evidence: KEvidenceRun;
  start(): Promise<void>;
}

/**
 * Quality over k of the recipe; the last answer stays while one looks at other screens. With `isEager` the first answer is
 * fetched on entering; later ones only when asked for. Each answer is followed by one with the evidence. A recipe that changes meanwhile stops
 * both: the choice begins anew with it where that `isPossible`, the evidence waits for the next choice.
 */
export function useKChoice(
  datasetId: string,
  recipe: RecipeInput,
  { isEager, isPossible }: { isEager: boolean; isPossible: boolean },
): KChoiceRun {
  const job = useJob<'choose-k'>();
  const slow = useJob<'choose-k'>();
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
  const fetchWith = async (run: typeof job.run, evidence: 'true' | 'false') => {
    const choice = await run((signal) =>
      client.call('chooseK', { params: { datasetId }, query: { evidence }, body: recipe, signal }),
    );
    if (choice !== null) keep(choice);
  };
  const start = () => fetchWith(job.run, 'false');
  const cancel = () => {
    job.cancel();
    if (data === undefined) keep(null);
  };
  const enter = useEffectEvent(() => {
    if (isEager && data === undefined) void start();
  });
  useEffect(() => enter(), []);

  const restart = useEffectEvent(() => {
    if (!job.isRunning) return;
    if (isPossible) void start();
    else cancel();
  });
  const former = useRef(made);
  useEffect(() => {
    if (former.current === made) return;
    former.current = made;
    const timer = setTimeout(() => restart(), restMs);
    return () => clearTimeout(timer);
  }, [made]);

  const isOutdated = data !== undefined && data.made !== made;
  const lacksEvidence = data?.choice != null && data.choice.argument === null && !isOutdated;
  const isAwaited = lacksEvidence && data.isQuiet !== true && !job.isRunning;
  const follow = useEffectEvent(() => void fetchWith(slow.run, 'true'));
  const stop = slow.cancel;
  useEffect(() => {
    if (!isAwaited) return;
    follow();
    return stop;
  }, [isAwaited, stop]);

  return {
    choice: data?.choice ?? null,
    method: data?.method ?? method,
    starts: data === undefined ? making.starts : data.starts,
    isOutdated,
    job: { ...job, cancel },
    evidence: {
      ...slow,
      isAwaited: isAwaited && slow.error === null,
      cancel: () => {
        slow.cancel();
        if (data !== undefined) cache.setQueryData<KeptChoice>(queryKey, { ...data, isQuiet: true });
      },
      start: async () => {
        if (data?.isQuiet) cache.setQueryData<KeptChoice>(queryKey, { ...data, isQuiet: false });
        else await fetchWith(slow.run, 'true');
      },
    },
    start,
  };
}
