import type { Plan } from '../plan/plan.ts';
import type { plans } from '../plan/plans.ts';

/** How large a pool is, and what it does without. */
export interface PoolOptions {
  /** Worker threads; as many as the machine runs at once unless given. With 0 all runs on the calling thread, in slices. */
  threads?: number;
  /** False copies the points to each worker even where memory could be shared. */
  sharedMemory?: boolean;
  /** False takes the plain loops even where the compiled ones would run. */
  simd?: boolean;
}

/** What a pool has where it runs. */
export interface PoolCapabilities {
  /** Worker threads; 0 where none can be started and all runs on the calling thread, between its other work. */
  threads: number;
  /** False where the points are copied to the workers. */
  sharedMemory: boolean;
  /** False where the plain loops run. */
  simd: boolean;
}

/** What a call over the pool tells its caller, and how it is stopped. */
export interface PoolCallOptions {
  /** The part of the work that is done, 0 to 1, never going back, about ten times a second. */
  onProgress?: (done: number) => void;
  /** Once aborted the call rejects with `Stopped`. */
  signal?: AbortSignal;
}

type Plans = typeof plans;
type PoolCall<P extends (...args: never[]) => Plan<unknown>> =
  Parameters<P> extends [...infer Args, boolean]
    ? (...args: [...Args, call?: PoolCallOptions]) => Promise<P extends (...args: never[]) => Plan<infer R> ? R : never>
    : never;

/** The long kernels, with what their synchronous calls take, then {@link PoolCallOptions}. */
export type PoolKernels = { [Name in keyof Plans]: PoolCall<Plans[Name]> };

/** The long kernels on worker threads. Results equal those of the synchronous calls to the last bit, whatever the number of threads. */
export interface Pool extends PoolKernels {
  readonly capabilities: PoolCapabilities;
  /** Ends all workers; calls under way, and any made later, reject with `Stopped`. */
  close(): Promise<void>;
}
