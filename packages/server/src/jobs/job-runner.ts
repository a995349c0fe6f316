import { randomUUID } from 'node:crypto';
import { ClienteleError, type Job } from '@clientele/contracts';
import type { Progress } from '@clientele/pipeline';
import { problemDocument, toClienteleError } from '../http/problem.ts';

const heavyAtOnce = 2;
const keptMs = 10 * 60_000;
const keptMost = 200;

/** What a job's work is given: its signal, and where to say how far it is. */
export interface JobContext {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

interface Entry {
  job: Job;
  controller: AbortController;
  work: (context: JobContext) => Promise<unknown>;
  listeners: Set<() => void>;
  finished: Promise<void>;
  finish: () => void;
}

/** Runs long work beside the requests: at most two at once, the others wait in order; finished ones are kept a while. */
export class JobRunner {
  readonly #entries = new Map<string, Entry>();
  readonly #waiting: Entry[] = [];
  #running = 0;
  #isClosed = false;

  start(kind: Job['kind'], work: (context: JobContext) => Promise<unknown>): Job {
    const id = randomUUID();
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const job: Job = {
      id,
      kind,
      state: 'waiting',
      progress: null,
      step: 'Waiting',
      rows: null,
      error: null,
      result: null,
    };
    const entry: Entry = { job, controller: new AbortController(), work, listeners: new Set(), finished, finish };
    this.#entries.set(id, entry);
    this.#waiting.push(entry);
    this.#next();
    return entry.job;
  }

  /** @throws ClienteleError `not-found` */
  get(id: string): Job {
    return this.#entry(id).job;
  }

  /** Asks a job to stop; a finished one stays as it is. */
  cancel(id: string): Job {
    const entry = this.#entry(id);
    entry.controller.abort();
    const at = this.#waiting.indexOf(entry);
    if (at >= 0) {
      this.#waiting.splice(at, 1);
      this.#end(entry, { state: 'cancelled', step: 'Cancelled' });
    }
    return entry.job;
  }

  /** Calls the listener at each change, until the answered function is called. */
  watch(id: string, listener: () => void): () => void {
    const { listeners } = this.#entry(id);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Resolves with the job once it is finished, however it went. */
  async finished(id: string): Promise<Job> {
    const entry = this.#entry(id);
    await entry.finished;
    return entry.job;
  }

  /** Cancels everything and waits until nothing runs. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const entries = [...this.#entries.values()];
    for (const { job } of entries) this.cancel(job.id);
    await Promise.all(entries.map((entry) => entry.finished));
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry !== undefined) return entry;
    throw new ClienteleError('not-found', 'There is no such job; finished jobs are kept for ten minutes.', { job: id });
  }

  #next(): void {
    while (this.#running < heavyAtOnce && !this.#isClosed) {
      const entry = this.#waiting.shift();
      if (entry === undefined) return;
      this.#running++;
      void this.#run(entry).finally(() => {
        this.#running--;
        this.#next();
      });
    }
  }

  async #run(entry: Entry): Promise<void> {
    const { controller, job } = entry;
    this.#change(entry, { state: 'running', step: 'Starting' });
    try {
      const result = await entry.work({
        signal: controller.signal,
        onProgress: ({ step, done, rows }) =>
          this.#change(entry, { step, progress: done, rows: rows && Math.round(rows) }),
      });
      this.#end(entry, { state: 'done', progress: 1, step: 'Done', result });
    } catch (cause) {
      const error = controller.signal.aborted
        ? new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.', {}, cause)
        : toClienteleError(cause, `doing the job "${job.kind}"`);
      const isCancelled = error.code === 'cancelled';
      this.#end(entry, {
        state: isCancelled ? 'cancelled' : 'failed',
        step: isCancelled ? 'Cancelled' : 'Failed',
        error: problemDocument(error),
      });
    }
  }

  #change(entry: Entry, change: Partial<Job>): void {
    if (entry.job.state === 'done' || entry.job.state === 'failed' || entry.job.state === 'cancelled') return;
    entry.job = { ...entry.job, ...change };
    for (const listener of entry.listeners) listener();
  }

  #end(entry: Entry, change: Partial<Job>): void {
    this.#change(entry, change);
    entry.finish();
    const { id } = entry.job;
    setTimeout(() => this.#entries.delete(id), keptMs).unref();
    if (this.#entries.size <= keptMost) return;
    for (const [key, { job }] of this.#entries)
      if (this.#entries.size > keptMost && job.state !== 'waiting' && job.state !== 'running')
        this.#entries.delete(key);
  }
}
