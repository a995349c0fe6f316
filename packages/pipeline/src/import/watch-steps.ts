import type { Watch } from '@clientele/engines';
import type { Effects, Progress } from '../effects.ts';

/** Steps told as they begin, and how far the statement of the last one is. */
export interface WatchedSteps {
  onProgress: (progress: Progress) => void;
  watch: Watch;
}

/** Tells steps and the progress of the engine within them as one; `watch` belongs to the transaction that does them. */
export function watchSteps({ signal, onProgress }: Pick<Effects, 'signal' | 'onProgress'>): WatchedSteps {
  let step = 'Reading rows';
  return {
    onProgress: (progress) => {
      step = progress.step;
      onProgress?.(progress);
    },
    watch: { signal, onProgress: (done, rows) => onProgress?.({ step, done, rows }) },
  };
}
