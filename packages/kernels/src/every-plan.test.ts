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

  it('rejects at once when it is cancelled in the middle, and the workers are soon free', async () => {
    const call = plan.of(plan.longRows);
    const abort = new AbortController();
    const seen: number[] = [];
    let asked = 0;
    const timer = setTimeout(() => {
      asked = performance.now();
      abort.abort();
    }, 120);
    const running = call.there(busy, { signal: abort.signal, onProgress: (done) => seen.push(done) });
    const error: unknown = await running.catch((thrown: unknown) => thrown);
    const stopped = performance.now() - asked;
    clearTimeout(timer);
    const next = performance.now();
    await plan.of(100).there(busy);
    const free = performance.now() - next;
    if (isTold)
      console.log(`${plan.name}: rejected after ${stopped.toFixed(1)} ms, next done after ${free.toFixed(0)} ms`);
    expect(asked, 'the job was to be longer').toBeGreaterThan(0);
    expect(error).toBeInstanceOf(Stopped);
    expect(stopped).toBeLessThan(1_000);
    expect(free).toBeLessThan(5_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  // No bound: how long a silence is depends on what else the machine does.
  it.runIf(isTold)('tells of progress again and again', async () => {
    const call = plan.of(plan.longRows);
    const began = performance.now();
    let last = began;
    let longest = 0;
    const tick = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    };
    await call.there(busy, { onProgress: tick });
    tick();
    console.log(`${plan.name}: ${(last - began).toFixed(0)} ms, longest silence ${longest.toFixed(0)} ms`);
  });
});
