import { createPool } from '@clientele/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { customerTable, testRecipe, threeClouds } from '../run/testing/tables.ts';
import { umapProjection } from './umap-projection.ts';

const umap = { neighbours: 15, minDistance: 0.1, seed: 1 };
const pool = createPool({ threads: 2 });
afterAll(() => pool.close());

describe('umapProjection', () => {
  it('keeps near customers near, the same over a pool, and tells how far it is', async () => {
    const table = threeClouds(60);
    const recipe = testRecipe({ features: ['x', 'y'] });
    const steps = new Set<string>();
    const found = await umapProjection({ table, recipe, umap }, { onProgress: ({ step }) => void steps.add(step) });
    expect(found).toMatchObject({ kind: 'umap', ratio: [], loadings: [], points: { shown: 180, total: 180 } });
    expect([...steps]).toEqual(['Preparing features', 'Drawing the map']);
    expect(found.points.ids).toEqual(table.ids);
    expect(found.points.features.x).toEqual([...(table.numbers.x ?? [])]);
    const middle = (cloud: number, values: number[]) =>
      values.slice(cloud * 60, cloud * 60 + 60).reduce((sum, value) => sum + value, 0) / 60;
    const middles = [0, 1, 2].map((cloud) => [middle(cloud, found.x), middle(cloud, found.y)]);
    found.x.forEach((x, i) => {
      const distances = middles.map(([a = 0, b = 0]) => Math.hypot(x - a, (found.y[i] ?? 0) - b));
      expect(distances.indexOf(Math.min(...distances))).toBe(Math.floor(i / 60));
    });
    expect(await umapProjection({ table, recipe, umap }, { pool })).toEqual(found);
  });

  it('leaves out who lacks a feature where the recipe does, and categories of the points', async () => {
    const table = customerTable({
      x: Array.from({ length: 30 }, (_, i) => (i === 4 ? Number.NaN : i % 7)),
      plan: Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 'free' : 'paid')),
    });
    const input = { table, umap };
    const dropped = await umapProjection({
      ...input,
      recipe: testRecipe({ features: ['x', 'plan'], missing: 'drop' }),
    });
    expect(dropped.points).toMatchObject({ shown: 29, total: 29 });
    expect(dropped.points.ids).not.toContain('c5');
    const filled = await umapProjection({ ...input, recipe: testRecipe({ features: ['x', 'plan'] }) });
    expect(Object.keys(filled.points.features)).toEqual(['x']);
    expect(filled.points.features.x?.[4]).toBeNull();
  });

  it('bears few customers and many equal ones', async () => {
    for (const values of [
      [1, 2],
      [1, 2, 2],
      [...new Array<number>(400).fill(1), ...new Array<number>(400).fill(2)],
    ]) {
      const table = customerTable({ x: values });
      const found = await umapProjection({ table, recipe: testRecipe({ features: ['x'] }), umap }, { pool });
      expect(found.x).toHaveLength(values.length);
      expect([...found.x, ...found.y].every(Number.isFinite)).toBe(true);
    }
  });

  it('stops where it is asked to', async () => {
    const controller = new AbortController();
    const job = umapProjection(
      { table: threeClouds(2000), recipe: testRecipe({ features: ['x', 'y'] }), umap },
      { pool, signal: controller.signal, onProgress: ({ done }) => done !== null && controller.abort() },
    );
    await expect(job).rejects.toMatchObject({ code: 'cancelled' });
  });
});
