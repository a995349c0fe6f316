import { checkCount } from '../checks/check-points.ts';
import { Stopped } from '../hooks.ts';
import type { Plan } from '../plan/plan.ts';
import { planProgress } from '../plan/plan-progress.ts';
import { supportsSimd } from '../simd/supports-simd.ts';
import { type Job, JobQueue } from './job-queue.ts';
import type { Pool, PoolCallOptions, PoolOptions } from './pool.ts';
import { runHere } from './run-here.ts';
import type { WorkerPlatform } from './worker-platform.ts';
import { startWorker } from './worker-thread.ts';

type AnyPlan = (...args: unknown[]) => Plan<unknown>;

/** A pool whose kernels are told by name only. */
export interface PoolOver extends Pick<Pool, 'capabilities' | 'close'> {
  call(name: string, args: unknown[]): Promise<unknown>;
}

const MILLISECONDS_BETWEEN_REPORTS = 90;

/** A pool of the given plans over the workers of the given platform: what {@link Pool} is without the names of its kernels. */
export function poolOver(
  platform: WorkerPlatform,
  plans: Record<string, (...args: never[]) => Plan<unknown>>,
  options: PoolOptions,
): PoolOver {
  if (options.threads !== undefined) checkCount('threads', options.threads, 0);
  const threads = platform.canStart() ? (options.threads ?? platform.threads()) : 0;
  const sharedMemory = threads > 0 && options.sharedMemory !== false && platform.canShareMemory();
  const simd = options.simd !== false && supportsSimd();
  const queue = new JobQueue({
    threads,
    start: () => startWorker(platform, { sharedMemory, simd }),
    instead: () => runHere(simd),
  });
  const stops = new Set<(error: Error) => void>();
  let closed = false;

  const run = async (plan: Plan<unknown>, { onProgress, signal }: PoolCallOptions = {}): Promise<unknown> => {
    if (closed) throw new Stopped('the pool is closed');
    if (signal?.aborted) throw new Stopped();
    const job = queue.open();
    let stop: (error: Error) => void = () => {};
    const stopped = new Promise<never>((_, reject) => {
      stop = (error) => {
        job.end(error);
        reject(error);
      };
    });
    const abort = (): void => stop(new Stopped());
    signal?.addEventListener('abort', abort, { once: true });
    stops.add(stop);
    try {
      return await Promise.race([stopped, drive(plan, job, reporter(onProgress, stop))]);
    } finally {
      job.end(new Stopped());
      signal?.removeEventListener('abort', abort);
      stops.delete(stop);
    }
  };

  return {
    call(name, args) {
      const plan = plans[name] as unknown as AnyPlan;
      const taken = plan.length - 1;
      return run(plan(...args.slice(0, taken), sharedMemory), args[taken] as PoolCallOptions | undefined);
    },
    get capabilities() {
      return { threads: queue.hasWorkers ? threads : 0, sharedMemory: sharedMemory && queue.hasWorkers, simd };
    },
    async close() {
      closed = true;
      for (const stop of stops) stop(new Stopped('the pool was closed'));
      await queue.close();
    },
  };
}

async function drive(plan: Plan<unknown>, job: Job, report: (done: number) => void): Promise<unknown> {
  const progress = planProgress(report);
  let step = plan.next();
  while (!step.done) {
    const { inputs, share } = step.value;
    step = plan.next(await job.run(step.value, progress.next(inputs.length, share)));
  }
  progress.end();
  return step.value;
}

/** Passes on the end and otherwise about ten reports a second; what the caller's function throws stops the job. */
function reporter(
  onProgress: ((done: number) => void) | undefined,
  stop: (error: Error) => void,
): (done: number) => void {
  let last = -Infinity;
  let ended = false;
  return (done) => {
    const now = performance.now();
    const isEnd = done >= 1 - 1e-9;
    if (ended || (!isEnd && now - last < MILLISECONDS_BETWEEN_REPORTS)) return;
    last = now;
    ended = isEnd;
    try {
      onProgress?.(isEnd ? 1 : done);
    } catch (error) {
      stop(error instanceof Error ? error : new Error(String(error)));
    }
  };
}
