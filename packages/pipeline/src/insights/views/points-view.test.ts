import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable } from '../../data-table.ts';
import { makeOrders } from '../../features/testing/made-tables.ts';
import { views } from '../views.ts';

let engine: Engine;
let table: DataTable;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  const lines = Array.from({ length: 1000 }, (_, i) => ({
    customer: `c${String(i).padStart(4, '0')}`,
    order: `${i}`,
    time: '2024-01-01',
    amount: i === 501 || i === 777 ? 10_000 + i : i / 100,
  }));
  table = await makeOrders(engine, 'orders', lines);
});
afterAll(() => engine.close());

async function pointsOf(most: number, features?: string[], filters = {}) {
  const options = { points: most, ...(features && { features }) };
  return (await views(engine, table, { filters, names: ['points'], options })).views.points!;
}

describe('points', () => {
  it('chooses evenly in order of id, always with those of highest revenue, and the same each time', async () => {
    const points = await pointsOf(50);
    expect(points.total).toBe(1000);
    expect(points.shown).toBe(points.ids.length);
    expect(points.shown).toBeLessThanOrEqual(50);
    expect(points.shown).toBeGreaterThanOrEqual(25);
    expect(points.ids).toEqual([...points.ids].sort());
    expect(points.ids).toContain('c0501');
    expect(points.ids).toContain('c0777');
    const spread = points.ids.map((id) => Number(id.slice(1))).filter((i) => i % 40 === 0);
    expect(spread).toEqual(Array.from({ length: 25 }, (_, i) => i * 40));
    expect(points.features.monetary![points.ids.indexOf('c0501')]).toBe(10_501);
    expect(await pointsOf(50)).toEqual(points);
  });

  it('shows all where they fit, with the features asked for', async () => {
    const points = await pointsOf(1000, ['tenure']);
    expect([points.shown, Object.keys(points.features)]).toEqual([1000, ['tenure']]);
    expect(await pointsOf(0)).toMatchObject({ shown: 0, total: 1000 });
    const nobody = pointsOf(9, [], { customer: 'nobody' });
    await expect(nobody).rejects.toMatchObject({ code: 'nothing-kept' });
  });
});
