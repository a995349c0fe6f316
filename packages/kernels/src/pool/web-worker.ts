import type { AnswerMessage } from './messages.ts';
import type { WorkerPlatform } from './worker-platform.ts';

/** Module workers of the browser. Memory is shared on pages that are isolated from other origins (COOP and COEP) only. */
export const platform: WorkerPlatform = {
  threads: () => navigator.hardwareConcurrency || 2,
  canStart: () => typeof Worker === 'function',
  canShareMemory: () => typeof SharedArrayBuffer === 'function' && globalThis.crossOriginIsolated === true,
  start({ onAnswer, onFailure }) {
    // Bundlers look for exactly this expression.
    const worker = new Worker(new URL('./web-worker-entry.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<AnswerMessage>) => onAnswer(data));
    worker.addEventListener('error', ({ message }) => onFailure(new Error(message || 'a worker could not be started')));
    worker.addEventListener('messageerror', () => onFailure(new Error('an answer of a worker could not be read')));
    return {
      post: (message) => worker.postMessage(message),
      hold: () => {},
      async end() {
        worker.terminate();
      },
    };
  },
};
