import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JobQueue } from './job-queue.ts';
import type { TaskRunner } from './task-runner.ts';

/** Runs a task by letting so many milliseconds pass. */
function fakeRunner(): TaskRunner {
  return {
    run: ({ input }) => new Promise((resolve) => setTimeout(() => resolve(input), input as unknown as number)),
    stop: () => {},
    close: async () => {},
    isAlive: () => true,
  };
}

describe('JobQueue', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Queues two jobs of equal tasks and answers how many of the first are done when the second ends, and the runners started. */
  async function doneOfFirst(threads: number, first: number[], second: number[]) {
    const start = vi.fn(fakeRunner);
    const queue = new JobQueue({ threads, start, instead: fakeRunner });
    const run = (inputs: number[], onDone: () => void) =>
      queue.open().run({ kind: 'measure', inputs, share: 1 }, onDone);
    let done = 0;
    let doneThen = -1;
    const both = Promise.all([
      run(first, () => done++),
      run(second, () => {}).then(() => {
        doneThen = done;
      }),
    ]);
    await vi.runAllTimersAsync();
    await both;
    return { doneThen, started: start.mock.calls.length };
  }

  it('shares one thread by time and not by number of tasks', async () => {
    const { doneThen, started } = await doneOfFirst(1, Array(20).fill(30), Array(50).fill(3));
    expect(doneThen).toBeLessThanOrEqual(7);
    expect(started).toBe(1);
  });

  it('starts a worker beyond its threads for a job that waits long, and only then', async () => {
    expect(await doneOfFirst(1, [2_000, 2_000], [10])).toEqual({ doneThen: 0, started: 2 });
    expect(await doneOfFirst(2, [20, 20, 20, 20], [20, 20])).toMatchObject({ started: 2 });
  });
});
