import type { RunEffects } from '../clustering/kernel-calls.ts';

/** Enough that the workers of a pool are never idle. */
const atOnce = 4;

/** Does `count` pieces of work, a few at once, with progress by pieces under one step in place of each one's own. Results in order. */
export async function severalAtOnce<T>(
  count: number,
  { step, ...effects }: RunEffects & { step: string },
  work: (index: number, quiet: RunEffects) => Promise<T>,
): Promise<T[]> {
  const quiet = { ...effects, onProgress: undefined };
  const results: T[] = [];
  let next = 0;
  let done = 0;
  const goOn = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      results[index] = await work(index, quiet);
      effects.onProgress?.({ step, done: ++done / count, rows: null });
    }
  };
  effects.onProgress?.({ step, done: 0, rows: null });
  await Promise.all(Array.from({ length: atOnce }, goOn));
  return results;
}
