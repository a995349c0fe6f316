import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Stopped } from '../hooks.ts';
import type { AnswerMessage, TaskMessage } from './messages.ts';

/** One worker, running at most one task at a time. It keeps the process alive only while it runs one. */
export interface WorkerThread {
  run(task: Omit<TaskMessage, 'id'>): Promise<unknown>;
  close(): Promise<void>;
  /** False once the thread has ended. */
  isAlive(): boolean;
}

/** The built worker: the same file whether the pool runs from source, from dist or from a bundle. Error where it is not built. */
export function workerPath(): string {
  try {
    return createRequire(import.meta.url).resolve('@clientele/kernels/worker');
  } catch (error) {
    throw new Error('the worker of @clientele/kernels is not built; run `npm run build` first', { cause: error });
  }
}

/** Starts a worker thread. */
export function startWorker(path: string): WorkerThread {
  const worker = new Worker(path, { execArgv: [] });
  worker.unref();
  let alive = true;
  let nextId = 0;
  let current: { id: number; resolve: (output: unknown) => void; reject: (error: Error) => void } | null = null;

  const settle = (finish: (task: NonNullable<typeof current>) => void): void => {
    const task = current;
    current = null;
    worker.unref();
    if (task !== null) finish(task);
  };
  const fail = (error: Error): void => {
    alive = false;
    settle((task) => task.reject(error));
  };
  worker.on('message', (answer: AnswerMessage) => {
    if (answer.id !== current?.id) return;
    settle((task) => {
      if ('error' in answer) task.reject(toError(answer.error));
      else task.resolve(answer.output);
    });
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a worker thread ended with code ${code} while it had work`)));

  return {
    run(task) {
      return new Promise((resolve, reject) => {
        current = { id: nextId++, resolve, reject };
        worker.ref();
        try {
          worker.postMessage({ id: current.id, ...task });
        } catch (error) {
          settle(() => reject(error));
        }
      });
    },
    async close() {
      await worker.terminate();
    },
    isAlive: () => alive,
  };
}

function toError({ name, message }: { name: string; message: string }): Error {
  if (name === 'Stopped') return new Stopped(message);
  if (name === 'RangeError') return new RangeError(message);
  const error = new Error(message);
  error.name = name;
  return error;
}
