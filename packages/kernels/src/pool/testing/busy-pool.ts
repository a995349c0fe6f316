import { join } from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import { nodeWorkers } from '../node-worker.ts';
import type { PoolCallOptions, PoolOptions } from '../pool.ts';
import { poolOver } from '../pool-over.ts';

/** One task that keeps a thread busy, in milliseconds. */
export interface BusyTask {
  lasts: number;
  /** Neither ends nor looks whether to stop. */
  deaf?: boolean;
  fails?: boolean;
  /** Ends the worker instead. */
  ends?: boolean;
}

/** A pool whose only kernel is busy: a batch of tasks of known length, over real worker threads. */
export function busyPool(options: PoolOptions) {
  const platform = nodeWorkers(() => join(import.meta.dirname, 'busy-worker.js'));
  const pool = poolOver(platform, { busy: planBusy }, options);
  return {
    busy: (tasks: BusyTask[], call: PoolCallOptions = {}) => pool.call('busy', [tasks, call]) as Promise<number[]>,
    close: () => pool.close(),
  };
}

function* planBusy(tasks: BusyTask[], _shared: boolean): Plan<unknown> {
  // The name does not matter: the busy worker has one task only.
  return yield { kind: 'measure', inputs: tasks, share: 1 };
}
