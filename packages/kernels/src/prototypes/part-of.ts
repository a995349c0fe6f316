import type { Hooks } from '../hooks.ts';

/** The hooks of a part of the work: its 0 to 1 is `from` to `to` of the whole. */
export function partOf({ shouldStop, onProgress }: Hooks, from: number, to: number): Hooks {
  return {
    ...(shouldStop && { shouldStop }),
    ...(onProgress && { onProgress: (done: number) => onProgress(from + (to - from) * done) }),
  };
}
