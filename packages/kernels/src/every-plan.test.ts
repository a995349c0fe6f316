import { afterAll, describe, expect, it } from 'vitest';
import { everyPlan, type PlanCase } from '../testing/every-plan.ts';
import { Stopped } from './hooks.ts';
import { plans } from './plan/plans.ts';
import { createPool } from './pool/create-pool.ts';
import type { PoolOptions } from './pool/pool.ts';

const ways: PoolOptions[] = [
  { threads: 1 },
  { threads: 3 },
  { threads: 2, sharedMemory: false },
  { threads: 2, simd: false },
  { threads: 0 },
];
const pools = ways.map((way) => createPool(way));
const busy = createPool({ threads: 2 });
afterAll(() => Promise.all([...pools, busy].map((pool) => pool.close())));

const isTold = process.env.CLIENTELE_TIMES !== undefined;

it('every plan of the pool is in the table', () => {
  expect(everyPlan.map(({ name }) => name).sort()).toEqual(Object.keys(plans).sort());
});

describe.each(everyPlan)('$name', (plan: PlanCase) => {
  it('gives the bits of the synchronous call with any number of threads, without shared memory, without compiled loops', async () => {
    const call = plan.of(700);
    const expected = call.here();
    const found = await Promise.all(pools.map((pool) => call.there(pool)));
    for (const [way, result] of found.entries()) expect(result, JSON.stringify(ways[way])).toEqual(expected);
  });

  it('tells of progress, and when cancelled in the middle rejects at once', async () => {
    const call = plan.of(plan.longRows);
    const abort = new AbortController();
    const reports: number[] = [];
    const seen: number[] = [];
    const began = performance.now();
    const running = call.there(busy, {
      signal: abort.signal,
      onProgress: (done) => {
        reports.push(performance.now() - began);
        seen.push(done);
      },
    });
    let asked = 0;
    const timer = setTimeout(
      () => {
        asked = performance.now();
        abort.abort();
      },
      isTold ? 600 : 150,
    );
    const error: unknown = await running.catch((thrown: unknown) => thrown);
    const ended = performance.now();
    clearTimeout(timer);
    const free = performance.now();
    await plan.of(100).there(busy);
    const gaps = [0, ...reports].map((time, r, all) => (all[r + 1] ?? (asked || ended) - began) - time);
    if (isTold) {
      const times = [ended - asked, performance.now() - free, Math.max(...gaps), ended - began].map((ms) =>
        ms.toFixed(0),
      );
      console.log(
        `${plan.name}: rejected after ${times[0]}, next done after ${times[1]}, longest silence ${times[2]} of ${times[3]} ms`,
      );
    }
    expect(asked, 'the job was to be longer').toBeGreaterThan(0);
    expect(error).toBeInstanceOf(Stopped);
    expect(ended - asked).toBeLessThan(1_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});
