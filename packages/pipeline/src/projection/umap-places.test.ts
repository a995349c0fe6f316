import { createPool } from '@clientele/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { customerTable, testRecipe, threeClouds } from '../run/testing/tables.ts';
import { umapPlaces } from './umap-places.ts';

const umap = { neighbours: 15, minDistance: 0.1, dimensions: 2, seed: 1 } as const;
const pool = createPool({ threads: 2 });
afterAll(() => pool.close());

/** Every customer lies nearest to the middle of its own cloud. */
function expectClouds(axes: Float64Array[], size: number): void {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middles = [0, 1, 2].map((cloud) => axes.map((axis) => mean(axis.subarray(cloud * size, (cloud + 1) * size))));
  for (let i = 0; i < 3 * size; i++) {
    const distances = middles.map((middle) => Math.hypot(...axes.map((axis, d) => axis[i]! - middle[d]!)));
    expect(distances.indexOf(Math.min(...distances))).toBe(Math.floor(i / size));
  }
}

describe('umapPlaces', () => {
  it('keeps near customers near, the same over a pool, and tells how far it is', async () => {
    const input = { table: threeClouds(60), recipe: testRecipe({ features: ['x', 'y'] }), umap };
    const steps = new Set<string>();
    const found = await umapPlaces(input, { onProgress: ({ step }) => void steps.add(step) });
    expect(found.z).toBeNull();
    expectClouds([found.x, found.y], 60);
    expect([...steps]).toEqual(['Preparing features', 'Drawing the map']);
    expect(await umapPlaces(input, { pool })).toEqual(found);
  });

  it('has three dimensions where these are asked for', async () => {
    const recipe = testRecipe({ features: ['x', 'y'] });
    const { x, y, z } = await umapPlaces(
      { table: threeClouds(40), recipe, umap: { ...umap, dimensions: 3 } },
      { pool },
    );
    expectClouds([x, y, z!], 40);
  });

  it('places whom the map was not made from beside their like, the same over a pool', async () => {
    const input = { table: threeClouds(60), recipe: testRecipe({ features: ['x', 'y'] }), umap, most: 90 };
    const steps = new Set<string>();
    const found = await umapPlaces(input, { pool, onProgress: ({ step }) => void steps.add(step) });
    expectClouds([found.x, found.y], 60);
    expect(steps).toContain('Placing the other customers');
    expect(await umapPlaces(input)).toEqual(found);
  });

  it('leaves out who lacks a feature where the recipe does', async () => {
    const table = customerTable({
      x: Array.from({ length: 30 }, (_, i) => (i === 4 ? Number.NaN : i % 7)),
      plan: Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 'free' : 'paid')),
    });
    for (const most of [20_000, 12]) {
      const recipe = testRecipe({ features: ['x', 'plan'], missing: 'drop' });
      const { x } = await umapPlaces({ table, recipe, umap, most });
      expect([...x.keys()].filter((i) => Number.isNaN(x[i]))).toEqual([4]);
    }
    const filled = await umapPlaces({ table, recipe: testRecipe({ features: ['x', 'plan'] }), umap });
    expect(filled.y.every(Number.isFinite)).toBe(true);
  });

  it('bears few customers and many equal ones', async () => {
    for (const values of [
      [1, 2],
      [1, 2, 2],
      [...new Array<number>(400).fill(1), ...new Array<number>(400).fill(2)],
    ]) {
      const table = customerTable({ x: values });
      const { x, y } = await umapPlaces({ table, recipe: testRecipe({ features: ['x'] }), umap }, { pool });
      expect(x).toHaveLength(values.length);
      expect([...x, ...y].every(Number.isFinite)).toBe(true);
    }
  });

  it('stops where it is asked to, in either step', async () => {
    for (const [step, most] of [
      ['Drawing the map', undefined],
      ['Placing the other customers', 100],
    ] as const) {
      const controller = new AbortController();
      const job = umapPlaces(
        { table: threeClouds(2000), recipe: testRecipe({ features: ['x', 'y'] }), umap, ...(most && { most }) },
        { pool, signal: controller.signal, onProgress: (at) => at.step === step && controller.abort() },
      );
      await expect(job).rejects.toMatchObject({ code: 'cancelled' });
    }
  });
});
