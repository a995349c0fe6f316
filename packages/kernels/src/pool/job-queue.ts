import { Stopped } from '../hooks.ts';
import type { Batch } from '../plan/plan.ts';
import type { Task } from './messages.ts';
import { CannotStart, type TaskRunner } from './task-runner.ts';

/** One caller's tasks; jobs take turns, so that a long one does not keep a short one waiting. */
export interface Job {
  /** Runs a batch; answers in the order of its inputs. */
  run(batch: Batch, onProgress: (task: number, done: number) => void): Promise<unknown[]>;
  /** Drops what waits and stops what runs; every promise of the job is rejected with `error`. To be called at the end too. */
  end(error: Error): void;
}

interface Waiting {
  task: Task;
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
  onProgress: (done: number) => void;
}

/** What the queue knows of a job. */
interface State {
  waiting: Waiting[];
  running: Set<TaskRunner>;
  /** Time its tasks took, with the one of those there before it as its beginning. */
  usedMs: number;
  /** Since when none of its tasks runs. */
  restingSince: number;
}

/** How the queue gets its runners. */
export interface Runners {
  /** Workers at most, while no job waits long for a turn. */
  threads: number;
  start(): TaskRunner;
  /** What runs where no worker can be started. */
  instead(): TaskRunner;
}

/** A job that has waited so long for its turn, since others' tasks are long, gets a worker beyond `threads`; the system shares the cores. */
const MILLISECONDS_TO_WAIT = 50;
const MOST_BEYOND = 3;

/**
 * Hands tasks to workers, which are started as they are needed. The job that runs the fewest tasks, and of those the one that has used the
 * least time, comes next. The last task of a job goes first: plans put the heavy ones last, and a heavy one must not be what all others wait for.
 */
export class JobQueue {
  readonly #jobs = new Set<State>();
  readonly #idle: TaskRunner[] = [];
  readonly #all = new Set<TaskRunner>();
  readonly #runners: Runners;
  #hasWorkers = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(runners: Runners) {
    this.#runners = runners;
    this.#hasWorkers = runners.threads > 0;
  }

  /** False where all runs on the calling thread. */
  get hasWorkers(): boolean {
    return this.#hasWorkers;
  }

  /** A new job with no tasks yet. */
  open(): Job {
    const least = Math.min(...Array.from(this.#jobs, ({ usedMs }) => usedMs));
    const job: State = {
      waiting: [],
      running: new Set(),
      usedMs: Number.isFinite(least) ? least : 0,
      restingSince: performance.now(),
    };
    this.#jobs.add(job);
    return {
      run: ({ kind, inputs }, onProgress) => {
        if (job.running.size === 0) job.restingSince = performance.now();
        const outputs = inputs.map(
          (input, i) =>
            new Promise<unknown>((resolve, reject) => {
              const task = { kind, input: input as Task['input'] };
              job.waiting.push({ task, resolve, reject, onProgress: (done) => onProgress(i, done) });
            }),
        );
        this.#dispatch();
        return Promise.all(outputs);
      },
      end: (error) => {
        this.#jobs.delete(job);
        for (const { reject } of job.waiting.splice(0)) reject(error);
        for (const runner of job.running) runner.stop();
      },
    };
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await Promise.all(Array.from(this.#all, (runner) => runner.close()));
    this.#all.clear();
    this.#idle.length = 0;
  }

  #dispatch(): void {
    for (let job = this.#next(); job !== undefined; job = this.#next()) {
      const runner = this.#free();
      if (runner === null) {
        this.#timer ??= setTimeout(() => this.#goBeyond(), MILLISECONDS_TO_WAIT);
        return;
      }
      const waiting = job.waiting.pop();
      if (waiting !== undefined) void this.#run(runner, job, waiting);
    }
  }

  #next(): State | undefined {
    let next: State | undefined;
    for (const job of this.#jobs) {
      if (job.waiting.length === 0) continue;
      const fewer = next === undefined ? -1 : job.running.size - next.running.size;
      if (next === undefined || fewer < 0 || (fewer === 0 && job.usedMs < next.usedMs)) next = job;
    }
    return next;
  }

  /** A free runner, started where fewer run than may; null where all are busy. */
  #free(): TaskRunner | null {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.isAlive()) return idle;
      this.#all.delete(idle);
    }
    return this.#all.size < Math.max(1, this.#runners.threads) ? this.#start() : null;
  }

  #start(): TaskRunner {
    const runner = this.#startAny();
    this.#all.add(runner);
    return runner;
  }

  #startAny(): TaskRunner {
    try {
      if (this.#hasWorkers) return this.#runners.start();
    } catch {
      this.#hasWorkers = false;
    }
    return this.#runners.instead();
  }

  #goBeyond(): void {
    this.#timer = undefined;
    const longAgo = performance.now() - MILLISECONDS_TO_WAIT;
    const job = this.#next();
    const isStarved = job !== undefined && job.running.size === 0 && job.restingSince <= longAgo;
    if (isStarved && this.#hasWorkers && this.#all.size < this.#runners.threads + MOST_BEYOND) {
      this.#idle.push(this.#start());
    }
    this.#dispatch();
  }

  async #run(runner: TaskRunner, job: State, waiting: Waiting): Promise<void> {
    const { task, resolve, reject, onProgress } = waiting;
    const began = performance.now();
    job.running.add(runner);
    try {
      const output = await runner.run(task, onProgress);
      onProgress(1);
      resolve(output);
    } catch (error) {
      if (error instanceof CannotStart) {
        this.#hasWorkers = false;
        if (this.#jobs.has(job)) job.waiting.push(waiting);
        else reject(new Stopped());
      } else reject(error instanceof Error ? error : new Error(String(error)));
    }
    job.running.delete(runner);
    job.restingSince = performance.now();
    job.usedMs += job.restingSince - began;
    this.#release(runner);
    this.#dispatch();
  }

  #release(runner: TaskRunner): void {
    const isSpare = this.#all.size > Math.max(1, this.#runners.threads, this.#jobs.size);
    if (runner.isAlive() && !isSpare) this.#idle.push(runner);
    else {
      this.#all.delete(runner);
      if (runner.isAlive()) void runner.close();
    }
  }
}
