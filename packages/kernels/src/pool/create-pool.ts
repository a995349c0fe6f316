import { platform } from '#worker';
import { plans } from '../plan/plans.ts';
import type { Pool, PoolKernels, PoolOptions } from './pool.ts';
import { poolOver } from './pool-over.ts';

/**
 * A pool of worker threads, started when there is work and no hindrance to the process ending when there is none. In Node and in the browser.
 * Points are copied once into shared memory, or to each worker where memory is not shared; where there are no workers the calling thread
 * runs all, task by task (`capabilities` tells). Jobs take turns, and one that waits long for its turn gets a worker of its own.
 * A stopped call rejects at once; its workers are free within 150 ms. RangeError for fewer than 0 threads; calls reject with what the
 * synchronous call would throw.
 */
export function createPool(options: PoolOptions = {}): Pool {
  const pool = poolOver(platform, plans, options);
  const kernels = Object.keys(plans).map((name) => [name, (...args: unknown[]) => pool.call(name, args)]);
  return {
    ...(Object.fromEntries(kernels) as PoolKernels),
    get capabilities() {
      return pool.capabilities;
    },
    close: () => pool.close(),
  };
}
