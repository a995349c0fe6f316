import { describe, expect, it } from 'vitest';
import { iris } from '../../testing/load-points.ts';
import { Stopped } from '../hooks.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { plans } from '../plan/plans.ts';
import { nodeWorkers } from './node-worker.ts';
import { poolOver } from './pool-over.ts';
import { busyPool } from './testing/busy-pool.ts';

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ways = [{ sharedMemory: true }, { sharedMemory: false }];

/** Milliseconds until a promise is settled, whichever way. */
async function timeOf(promise: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await promise.catch(() => {});
  return performance.now() - began;
}

describe('poolOver', () => {
  it.each(ways)('reports five times a second and more from inside one long task: %o', async (way) => {
    const pool = busyPool({ threads: 1, ...way });
    await pool.busy([{ lasts: 1 }]);
    const seen: number[] = [];
    await pool.busy([{ lasts: 1_000 }], { onProgress: (done) => seen.push(done) });
    await pool.close();
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(seen.length).toBeLessThanOrEqual(14);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it.each(ways.flatMap((way) => [false, true].map((deaf) => ({ ...way, deaf }))))(
    'stops at once in the middle of a task, and the worker is soon free: %o',
    async ({ deaf, sharedMemory }) => {
      const pool = busyPool({ threads: 1, sharedMemory });
      await pool.busy([{ lasts: 1 }]);
      const abort = new AbortController();
      const long = pool.busy([{ lasts: 60_000, deaf }], { signal: abort.signal });
      const rejected = expect(long).rejects.toBeInstanceOf(Stopped);
      await after(100);
      abort.abort();
      const stopped = await timeOf(long);
      const free = await timeOf(pool.busy([{ lasts: 1 }]));
      await rejected;
      await pool.close();
      expect(stopped).toBeLessThan(1_000);
      expect(free).toBeLessThan(1_000);
    },
  );

  it.each([1, 2])(
    'runs two jobs of one long task side by side on %i threads, and a short third beside them',
    async (threads) => {
      const pool = busyPool({ threads });
      const reports = [0, 0];
      const order: string[] = [];
      const long = [0, 1].map(async (job) => {
        await pool.busy([{ lasts: 900 }], { onProgress: () => order.push(`long ${job} ${reports[job]++}`) });
        order.push('long ended');
      });
      await after(300);
      const short = pool.busy([{ lasts: 5 }]).then(() => order.push('short ended'));
      await Promise.all(long);
      await short;
      await pool.close();
      const firstEnd = order.indexOf('long ended');
      expect(order.slice(0, firstEnd)).toContain('long 0 2');
      expect(order.slice(0, firstEnd)).toContain('long 1 2');
      expect(order.indexOf('short ended')).toBeLessThan(firstEnd);
    },
  );

  it('keeps other jobs when stopping one ends its worker', async () => {
    const pool = busyPool({ threads: 2, sharedMemory: false });
    const abort = new AbortController();
    const doomed = expect(pool.busy([{ lasts: 60_000 }], { signal: abort.signal })).rejects.toBeInstanceOf(Stopped);
    const other = pool.busy([{ lasts: 300 }, { lasts: 301 }]);
    await after(100);
    abort.abort();
    await doomed;
    expect(await other).toEqual([300, 301]);
    await pool.close();
  });

  it.each(['no file named', 'a file that is not there'])('runs here where workers cannot start: %s', async (why) => {
    const find = (): string | undefined => (why === 'no file named' ? undefined : '/not/there/worker.js');
    const pool = poolOver(nodeWorkers(find), plans, { threads: 2 });
    const small = { ...iris(), clusters: 3 };
    expect(await pool.call('kmeans', [small.points, small])).toEqual(kmeans(small.points, small));
    expect(pool.capabilities).toMatchObject({ threads: 0, sharedMemory: false });
    await pool.close();
  });

  it('rejects with the error of a task, of a worker that ends, and of the function that is told of progress', async () => {
    const pool = busyPool({ threads: 1 });
    await expect(pool.busy([{ lasts: 50 }, { lasts: 50, fails: true }])).rejects.toThrow(
      new RangeError('the task failed'),
    );
    await expect(pool.busy([{ lasts: 50, ends: true }])).rejects.toThrow('a worker thread ended with code 3');
    const onProgress = (): void => {
      throw new Error('no wish to know');
    };
    await expect(pool.busy([{ lasts: 300 }], { onProgress })).rejects.toThrow('no wish to know');
    expect(await pool.busy([{ lasts: 2 }])).toEqual([2]);
    await pool.close();
  });
});
