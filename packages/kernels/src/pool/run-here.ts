import { Stopped } from '../hooks.ts';
import { runTask } from '../plan/tasks.ts';
import { withoutSimd } from '../simd/simd.ts';
import type { TaskRunner } from './task-runner.ts';

/** Runs tasks on this thread, and between any two of them lets it do what else waits: for where there are no workers. */
export function runHere(simd: boolean): TaskRunner {
  let isStopped = false;
  return {
    async run({ kind, input }, onProgress) {
      isStopped = false;
      await new Promise((resolve) => setTimeout(resolve, 0));
      const hooks = { onProgress, shouldStop: () => isStopped };
      if (isStopped) throw new Stopped();
      const work = (): unknown => runTask(kind, input, hooks);
      return simd ? work() : withoutSimd(work);
    },
    stop() {
      isStopped = true;
    },
    async close() {
      isStopped = true;
    },
    isAlive: () => true,
  };
}
