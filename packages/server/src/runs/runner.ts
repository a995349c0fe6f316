import { Worker } from 'node:worker_threads';
import { ClienteleError } from '@clientele/contracts';
import { createPool } from '@clientele/kernels';
import type { JobContext } from '../jobs/job-runner.ts';
import { type FromThread, fromSent, type ToThread } from './messages.ts';
import { type RunInputOf, type RunResultOf, type RunTask, runTask } from './run-tasks.ts';

/** Does the computing of jobs. The table is given away: its numbers are moved to the thread, not copied. */
export interface Runner {
  do<Task extends RunTask>(task: Task, input: RunInputOf<Task>, job: JobContext): Promise<RunResultOf<Task>>;
  close(): Promise<void>;
}

/** The runner that fits how the server was started: a thread cannot be started from TypeScript source. */
export function startRunner(): Runner {
  return import.meta.url.endsWith('.ts')
    ? startInlineRunner()
    : startThreadRunner(new URL('./run-worker.js', import.meta.url));
}

/** Computes on the calling thread, kernels apart. */
export function startInlineRunner(): Runner {
  const pool = createPool();
  return {
    do: (task, input, job) => runTask(task, input, { pool, ...job }),
    close: () => pool.close(),
  };
}

interface Waiting {
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
  job: JobContext;
}

/** Computes in a thread of its own, so that the event loop of the server stays free however many customers there are. */
export function startThreadRunner(script: URL): Runner {
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let worker: Worker | undefined;

  const fail = (error: Error) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = () => {
    if (worker !== undefined) return worker;
    const thread = new Worker(script, { execArgv: [] });
    thread.unref();
    thread.on('message', (message: FromThread) => {
      const task = waiting.get(message.id);
      if (task === undefined) return;
      if ('progress' in message) return task.job.onProgress(message.progress);
      waiting.delete(message.id);
      if ('error' in message) task.reject(fromSent(message.error));
      else task.resolve(message.output);
    });
    thread.on('error', fail);
    thread.on('exit', (code) => {
      if (worker === thread) fail(new Error(`the computing thread ended with code ${code}`));
    });
    worker = thread;
    return thread;
  };

  return {
    do(task, input, job) {
      if (job.signal.aborted)
        return Promise.reject(new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.'));
      const id = nextId++;
      const send = (message: ToThread, moved: ArrayBuffer[] = []) => started().postMessage(message, moved);
      const stop = () => worker?.postMessage({ id, stop: true } satisfies ToThread);
      const result = new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject, job });
        job.signal.addEventListener('abort', stop, { once: true });
        send({ id, task, input }, buffersOf(input));
      }).finally(() => job.signal.removeEventListener('abort', stop));
      return result as Promise<RunResultOf<typeof task>>;
    },
    async close() {
      const thread = worker;
      fail(new ClienteleError('cancelled', 'The server was stopped; nothing was changed.'));
      await thread?.terminate();
    },
  };
}

/** What of an input is moved: the numbers of a table. */
function buffersOf(input: RunInputOf<RunTask>): ArrayBuffer[] {
  if (!('table' in input)) return [];
  const { table } = input;
  const arrays = [...Object.values(table.numbers), ...(table.revenue === null ? [] : [table.revenue])];
  return [...new Set(arrays.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
