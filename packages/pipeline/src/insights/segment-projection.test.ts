import { projectionSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable, Members } from '../data-table.ts';
import { makeOrders } from '../features/testing/made-tables.ts';
import { segmentProjection } from './segment-projection.ts';
import { type MadePlace, makePlaces } from './testing/made-places.ts';

let engine: Engine;
let table: DataTable;
let members: Members;

/** 300 customers on a spiral; every eleventh in no segment, every thirteenth unseen, and one far away. */
const places: MadePlace[] = Array.from({ length: 300 }, (_, i) => i)
  .filter((i) => i % 13 !== 5)
  .map((i) => ({
    customer: `c"${i}`,
    segment: i % 11 === 0 ? null : i % 3,
    x: i === 1 ? 1e6 : Math.cos(i) * i,
    y: Math.sin(i) * i,
    z: i,
  }));

beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  const lines = Array.from({ length: 300 }, (_, i) => ({
    customer: `c"${i}`,
    order: `${i}`,
    time: i % 2 === 0 ? '2024-01-05' : '2024-02-05',
    amount: i + 1,
    country: i % 4 === 0 ? "O'Land" : 'Malta',
  }));
  table = await makeOrders(engine, 'orders', lines);
  members = await makePlaces(engine, 'the "members"', places);
});
afterAll(() => engine.close());

const axes = { ratio: [0.7, 0.2], loadings: [{ label: 'Revenue', x: 1, y: 0 }] };
const segmentNow = (id: string) => places.find(({ customer }) => customer === id)?.segment ?? -1;

describe('segmentProjection', () => {
  it('shows everybody with a place where there are few', async () => {
    const scope = { filters: {}, members };
    const found = projectionSchema.parse(
      await segmentProjection(engine, table, scope, { points: 300, axes, features: ['monetary'] }),
    );
    expect(found).toMatchObject({ kind: 'pca', ...axes, z: [], density: null });
    expect(found.points).toMatchObject({ shown: places.length, total: places.length });
    expect(found.points.ids).toEqual(places.map(({ customer }) => customer).sort());
    found.points.ids.forEach((id, i) => {
      const place = places.find(({ customer }) => customer === id)!;
      expect([found.x[i], found.y[i], found.points.segments[i]]).toEqual([place.x, place.y, place.segment ?? -1]);
      expect(found.points.features.monetary![i]).toBe(Number(id.slice(2)) + 1);
    });
  });

  it('counts all of them where not all are points, and always shows those of highest revenue', async () => {
    const found = await segmentProjection(
      engine,
      table,
      { filters: {}, members },
      { points: 40, features: ['monetary'] },
    );
    expect(found.points).toMatchObject({ shown: 40, total: places.length });
    const richest = places.slice(-20).map(({ customer }) => customer);
    expect(found.points.ids).toEqual(expect.arrayContaining(richest));
    const { cells, counts, segments, left, right, bottom, top, columns, rows } = found.density!;
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(places.length);
    expect(cells).toEqual([...cells].sort((a, b) => a - b));
    const clamp = (value: number, most: number) => Math.min(Math.max(Math.floor(value), 0), most - 1);
    const naive = new Map<number, (number | null)[]>();
    for (const { x, y, segment } of places) {
      const cell =
        clamp(((y! - bottom) / (top - bottom)) * rows, rows) * columns +
        clamp(((x! - left) / (right - left)) * columns, columns);
      naive.set(cell, [...(naive.get(cell) ?? []), segment ?? -1]);
    }
    expect(new Map(cells.map((cell, i) => [cell, counts[i]]))).toEqual(
      new Map([...naive].map(([cell, those]) => [cell, those.length])),
    );
    cells.forEach((cell, i) => {
      const those = naive.get(cell)!;
      const times = (segment: number | null) => those.filter((other) => other === segment).length;
      expect(times(segments[i]!)).toBe(Math.max(...those.map(times)));
    });
  });

  it('obeys the filters, with the same answer on the short way and the long', async () => {
    const all = { points: 300, features: ['monetary'] };
    const country = await segmentProjection(engine, table, { filters: { countries: ["O'Land"] }, members }, all);
    expect(country.points.total).toBe(places.filter(({ customer }) => Number(customer.slice(2)) % 4 === 0).length);
    const short = await segmentProjection(engine, table, { filters: { segments: [1, -1] }, members }, all);
    expect(new Set(short.points.segments)).toEqual(new Set([1, -1]));
    const long = await segmentProjection(
      engine,
      table,
      { filters: { segments: [1, -1], from: '2000-01-01' }, members },
      all,
    );
    expect(long).toEqual(short);
    short.points.ids.forEach((id, i) => {
      expect(short.points.segments[i]).toBe(segmentNow(id));
    });
    const one = await segmentProjection(engine, table, { filters: { customer: 'c"8' }, members }, all);
    expect(one.points.ids).toEqual(['c"8']);
    const none = await segmentProjection(engine, table, { filters: {}, members }, { ...all, points: 0 });
    expect(none.points.shown).toBe(0);
    expect(none.density!.counts.reduce((sum, n) => sum + n, 0)).toBe(places.length);
    const nothing = segmentProjection(engine, table, { filters: { to: '1990-01-01' }, members }, all);
    await expect(nothing).rejects.toMatchObject({ code: 'nothing-kept' });
  });

  it('reads places of three dimensions from a table of their own', async () => {
    const map = { kind: 'umap', places: members.table, dimensions: 3 } as const;
    const found = await segmentProjection(engine, table, { filters: {}, members }, { ...map, points: 50 });
    expect(found).toMatchObject({ kind: 'umap', ratio: [], loadings: [], density: null });
    expect(found.z).toEqual(found.points.ids.map((id) => Number(id.slice(2))));
  });

  it('bears customers who all stand in one place', async () => {
    const same = await makePlaces(
      engine,
      'same',
      places.map((place) => ({ ...place, x: 2, y: -3 })),
    );
    const { density } = await segmentProjection(engine, table, { filters: {}, members: same }, { points: 10 });
    expect(density).toMatchObject({ left: 1.5, right: 2.5, bottom: -3.5, top: -2.5, counts: [places.length] });
  });
});
