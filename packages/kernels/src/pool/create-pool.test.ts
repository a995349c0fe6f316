import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { iris } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { chooseClusters } from '../choose/choose-clusters.ts';
import { Stopped } from '../hooks.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { plans } from '../plan/plans.ts';
import { silhouette } from '../quality/silhouette.ts';
import { createPool } from './create-pool.ts';
import type { PoolOptions } from './pool.ts';

describe('createPool', () => {
  const pool = createPool({ threads: 2 });
  afterAll(() => pool.close());

  it.each<PoolOptions>([{ threads: 1 }, { threads: 3 }, { threads: 2, sharedMemory: false }, { threads: 0 }])(
    'gives the bits of the synchronous calls with %o',
    async (options) => {
      const own = createPool(options);
      const { threads, sharedMemory = threads !== 0 } = options;
      expect(own.capabilities).toEqual({ threads, sharedMemory, simd: true });
      const small = iris();
      const large = clouds(3_000, 3, 4);
      const weights = Float64Array.from({ length: 150 }, (_, i) => (i % 4) + 0.5);
      const weighed = { ...small, clusters: 4, weights, seed: 5 };
      expect(await own.kmeans(small.points, weighed)).toEqual(kmeans(small.points, weighed));
      const range = { ...large, from: 2, to: 4, starts: 3, maxExactRows: 1_000 };
      expect(await own.chooseClusters(large.points, range)).toEqual(chooseClusters(large.points, range));
      const { labels } = kmeans(large.points, { ...large, clusters: 3, starts: 2 });
      const exact = { ...large, labels };
      expect(await own.silhouette(large.points, exact)).toEqual(silhouette(large.points, exact));
      await own.close();
    },
  );

  it('reports progress that rises to 1', async () => {
    const data = clouds(2_500, 3, 4);
    const seen: number[] = [];
    await pool.chooseClusters(data.points, { ...data, from: 2, to: 4 }, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('rejects with what the synchronous call throws', async () => {
    const points = Float64Array.of(1, Number.NaN);
    await expect(pool.kmeans(points, { rows: 2, columns: 1, clusters: 1 })).rejects.toThrow('NaN in row 1, column 0');
    await expect(pool.kmeans(points, { rows: 2, columns: 1, clusters: 1 })).rejects.toBeInstanceOf(RangeError);
    await expect(pool.kmeans(points, { rows: 3, columns: 1, clusters: 1 })).rejects.toThrow('3 x 1 = 3 numbers, got 2');
  });

  it('stops on abort and goes on with other work', async () => {
    const data = clouds(20_000, 3, 5);
    const abort = new AbortController();
    const long = pool.chooseClusters(data.points, { ...data, from: 2, to: 10 }, { signal: abort.signal });
    setTimeout(() => abort.abort(), 30);
    await expect(long).rejects.toBeInstanceOf(Stopped);
    await expect(pool.kmeans(data.points, { ...data, clusters: 2 }, { signal: abort.signal })).rejects.toBeInstanceOf(
      Stopped,
    );
    const small = iris();
    expect((await pool.kmeans(small.points, { ...small, clusters: 3 })).inertia).toBeCloseTo(78.851441, 6);
  });

  it('does not keep a short job waiting for a long one', async () => {
    const data = clouds(12_000, 3, 5);
    const small = iris();
    const order: string[] = [];
    const one = createPool({ threads: 1 });
    const long = one.chooseClusters(data.points, { ...data, from: 2, to: 6 }).then(() => order.push('long'));
    const short = one.kmeans(small.points, { ...small, clusters: 3, starts: 2 }).then(() => order.push('short'));
    await Promise.all([long, short]);
    await one.close();
    expect(order).toEqual(['short', 'long']);
  });

  it('rejects on close what is under way and what comes after', async () => {
    const data = clouds(20_000, 3, 5);
    const closing = createPool({ threads: 2 });
    const long = closing.chooseClusters(data.points, { ...data, from: 2, to: 8 });
    const rejected = expect(long).rejects.toBeInstanceOf(Stopped);
    await closing.close();
    await rejected;
    await expect(closing.kmeans(data.points, { ...data, clusters: 2 })).rejects.toThrow('the pool is closed');
  });

  it('lets the process end while its workers are idle', () => {
    const built = pathToFileURL(join(import.meta.dirname, '../../dist/index.js')).href;
    const script = `
      import { createPool } from ${JSON.stringify(built)};
      const fit = await createPool({ threads: 2 }).kmeans(Float64Array.of(1, 2, 8, 9), { rows: 4, columns: 1, clusters: 2 });
      console.log(fit.inertia);`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 10_000,
      encoding: 'utf8',
    });
    expect(output.trim()).toBe('1');
  });

  it('stops between tasks where all runs on this thread, which stays free for other work', async () => {
    const data = clouds(6_000, 3, 5);
    const here = createPool({ threads: 0 });
    const abort = new AbortController();
    const long = here.chooseClusters(data.points, { ...data, from: 2, to: 8 }, { signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    await expect(long).rejects.toBeInstanceOf(Stopped);
    await here.close();
  });

  it('says where the plain loops run', async () => {
    const small = iris();
    const plain = createPool({ threads: 1, simd: false });
    expect(plain.capabilities.simd).toBe(false);
    const fit = await plain.kmeans(small.points, { ...small, clusters: 3 });
    expect(fit.inertia).toBeCloseTo(78.851441, 6);
    await plain.close();
  });

  it('refuses a number of threads that is none', () => {
    expect(() => createPool({ threads: -1 })).toThrow(RangeError);
    expect(() => createPool({ threads: 1.5 })).toThrow(RangeError);
  });

  it.each(Object.entries(plans))('%s is a plan of points, options and shared, none with a default', (_, plan) => {
    expect(plan.length).toBeGreaterThanOrEqual(3);
  });
});
