import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { WorkerPlatform } from './worker-platform.ts';

/** The built worker: the same file whether the pool runs from source, from dist or from a bundle. Undefined where it is not built. */
function workerPath(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@clientele/kernels/worker');
  } catch {
    return undefined;
  }
}

/** Worker threads of Node, each running the file that `find` names, if it names one. */
export function nodeWorkers(find: () => string | undefined): WorkerPlatform {
  return {
    threads: availableParallelism,
    canStart: () => find() !== undefined,
    canShareMemory: () => true,
    start({ onAnswer, onFailure }) {
      const path = find();
      if (path === undefined) throw new Error('the worker of @clientele/kernels is not built');
      const worker = new Worker(path, { execArgv: [] });
      worker.unref();
      worker.on('message', onAnswer);
      worker.on('error', onFailure);
      worker.on('exit', (code) => onFailure(new Error(`a worker thread ended with code ${code} while it had work`)));
      return {
        post: (message) => worker.postMessage(message),
        hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
        async end() {
          await worker.terminate();
        },
      };
    },
  };
}

/** Worker threads of Node. */
export const platform = nodeWorkers(workerPath);
