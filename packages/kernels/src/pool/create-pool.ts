import { availableParallelism } from 'node:os';
import { checkCount } from '../checks/check-points.ts';
import { type ChooseClustersOptions, type ClusterChoice, planChooseClusters } from '../choose/choose-clusters.ts';
import { Stopped } from '../hooks.ts';
import { type KmeansFit, type KmeansOptions, planKmeans } from '../kmeans/kmeans.ts';
import type { Plan } from '../plan/plan.ts';
import { planSilhouette, type SilhouetteOptions } from '../quality/silhouette.ts';
import type { SilhouetteResult } from '../quality/summarise-silhouettes.ts';
import { type Job, JobQueue } from './job-queue.ts';
import { startWorker, workerPath } from './worker-thread.ts';

/** How large a pool is. */
export interface PoolOptions {
  /** Worker threads at most; as many as the machine runs at once unless given. */
  threads?: number;
}

/** What a call over the pool tells its caller, and how it is stopped. */
export interface PoolCallOptions {
  /** The part of the work that is done, 0 to 1, never going back, about ten times a second. */
  onProgress?: (done: number) => void;
  /** Once aborted the call rejects with {@link Stopped}. */
  signal?: AbortSignal;
}

/** The long kernels on worker threads. Results equal those of the synchronous calls to the last bit, whatever the number of threads. */
export interface Pool {
  kmeans(points: Float64Array, options: KmeansOptions, call?: PoolCallOptions): Promise<KmeansFit>;
  chooseClusters(points: Float64Array, options: ChooseClustersOptions, call?: PoolCallOptions): Promise<ClusterChoice>;
  silhouette(points: Float64Array, options: SilhouetteOptions, call?: PoolCallOptions): Promise<SilhouetteResult>;
  /** Ends all workers; calls under way, and any made later, reject with {@link Stopped}. */
  close(): Promise<void>;
}

const MILLISECONDS_BETWEEN_REPORTS = 100;

/**
 * A pool of worker threads, started when there is work and no hindrance to the process ending when there is none.
 * Points are copied once into shared memory. Jobs take turns task by task. RangeError for fewer than 1 thread; calls reject with what
 * the synchronous call would throw.
 */
export function createPool({ threads = availableParallelism() }: PoolOptions = {}): Pool {
  checkCount('threads', threads, 1);
  const queue = new JobQueue(threads, () => startWorker(workerPath()));
  const stops = new Set<(error: Stopped) => void>();
  let closed = false;

  const run = async <Result>(plan: Plan<Result>, { onProgress, signal }: PoolCallOptions): Promise<Result> => {
    if (closed) throw new Stopped('the pool is closed');
    if (signal?.aborted) throw new Stopped();
    const job = queue.open();
    let stop: (error: Stopped) => void = () => {};
    const stopped = new Promise<never>((_, reject) => {
      stop = (error) => {
        job.stop(error);
        reject(error);
      };
    });
    const abort = (): void => stop(new Stopped());
    signal?.addEventListener('abort', abort, { once: true });
    stops.add(stop);
    try {
      return await Promise.race([stopped, drive(plan, job, reporter(onProgress))]);
    } catch (error) {
      job.stop(new Stopped());
      throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
      stops.delete(stop);
    }
  };

  return {
    kmeans: (points, options, call = {}) => run(planKmeans(points, options, true), call),
    chooseClusters: (points, options, call = {}) => run(planChooseClusters(points, options, true), call),
    silhouette: (points, options, call = {}) => run(planSilhouette(points, options, true), call),
    async close() {
      closed = true;
      for (const stop of stops) stop(new Stopped('the pool was closed'));
      await queue.close();
    },
  };
}

async function drive<Result>(plan: Plan<Result>, job: Job, report: (done: number) => void): Promise<Result> {
  let done = 0;
  let step = plan.next();
  while (!step.done) {
    const { inputs, share } = step.value;
    const outputs = await job.run(step.value, () => {
      done += share / inputs.length;
      report(done);
    });
    step = plan.next(outputs);
  }
  report(1);
  return step.value;
}

/** Passes on the end and otherwise at most ten reports a second. */
function reporter(onProgress: ((done: number) => void) | undefined): (done: number) => void {
  let last = -Infinity;
  let ended = false;
  return (done) => {
    const now = performance.now();
    const isEnd = done >= 1 - 1e-9;
    if (ended || (!isEnd && now - last < MILLISECONDS_BETWEEN_REPORTS)) return;
    last = now;
    ended = isEnd;
    onProgress?.(Math.min(1, done));
  };
}
