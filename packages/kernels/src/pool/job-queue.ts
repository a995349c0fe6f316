import type { Batch } from '../plan/plan.ts';
import type { TaskMessage } from './messages.ts';
import type { WorkerThread } from './worker-thread.ts';

/** One waiting task. */
interface Waiting {
  task: Omit<TaskMessage, 'id'>;
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
}

/** One caller's tasks; jobs take turns, so that a long one does not keep a short one waiting. */
export interface Job {
  /** Runs a batch; answers in the order of its inputs. */
  run(batch: Batch, onTaskDone: () => void): Promise<unknown[]>;
  /** Drops what waits and tells what runs to stop; every promise of the job is rejected with `error`. */
  stop(error: Error): void;
}

/**
 * Hands tasks to workers, which are started as they are needed, up to `threads`. The last task of a job goes first: plans put the heavy
 * ones last, and a heavy one must not be what all others wait for.
 */
export class JobQueue {
  readonly #jobs: Waiting[][] = [];
  readonly #idle: WorkerThread[] = [];
  readonly #all = new Set<WorkerThread>();
  readonly #threads: number;
  readonly #start: () => WorkerThread;

  constructor(threads: number, start: () => WorkerThread) {
    this.#threads = threads;
    this.#start = start;
  }

  /** A new job with no tasks yet. */
  open(): Job {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const waiting: Waiting[] = [];
    return {
      run: ({ kind, inputs }, onTaskDone) => {
        const outputs = inputs.map(
          (input) =>
            new Promise<unknown>((resolve, reject) => {
              const done = (output: unknown): void => {
                onTaskDone();
                resolve(output);
              };
              waiting.push({ task: { kind, input: input as TaskMessage['input'], stop }, resolve: done, reject });
            }),
        );
        if (!this.#jobs.includes(waiting)) this.#jobs.push(waiting);
        this.#dispatch();
        return Promise.all(outputs);
      },
      stop: (error) => {
        Atomics.store(stop, 0, 1);
        for (const { reject } of waiting.splice(0)) reject(error);
      },
    };
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#all, (worker) => worker.close()));
    this.#all.clear();
    this.#idle.length = 0;
  }

  #dispatch(): void {
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      if (job.length === 0) continue;
      const worker = this.#worker(job);
      if (worker === null) {
        this.#jobs.unshift(job);
        return;
      }
      const waiting = job.pop();
      if (waiting === undefined) continue;
      this.#jobs.push(job);
      this.#run(worker, waiting);
    }
  }

  /** A free worker; null where all are busy, or where a new one cannot be started, which then rejects the job's tasks. */
  #worker(job: Waiting[]): WorkerThread | null {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.isAlive()) return idle;
      this.#all.delete(idle);
    }
    if (this.#all.size >= this.#threads) return null;
    try {
      const worker = this.#start();
      this.#all.add(worker);
      return worker;
    } catch (error) {
      for (const { reject } of job.splice(0)) reject(error instanceof Error ? error : new Error(String(error)));
      return null;
    }
  }

  async #run(worker: WorkerThread, { task, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await worker.run(task));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
    if (worker.isAlive()) this.#idle.push(worker);
    else this.#all.delete(worker);
    this.#dispatch();
  }
}
