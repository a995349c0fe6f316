import { selectionSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable, Members } from '../data-table.ts';
import { makeOrders } from '../features/testing/made-tables.ts';
import type { Polygon } from './segment-lasso.ts';
import { customersInside, selectCustomers } from './segment-selection.ts';
import { makePlaces } from './testing/made-places.ts';

let engine: Engine;
let table: DataTable;
let members: Members;
let state = 7;
const random = () => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return state / 2147483648;
};
const places = Array.from({ length: 400 }, (_, i) => ({
  customer: `'${i}`,
  segment: i % 5 === 4 ? null : i % 5,
  x: random() * 4 - 2,
  y: random() * 4 - 2,
}));

beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  const lines = Array.from({ length: 420 }, (_, i) => ({
    customer: `'${i}`,
    order: `${i}`,
    time: '2024-01-05',
    amount: (i * 7) % 101,
    country: i % 2 === 0 ? 'Malta' : 'Chad',
  }));
  table = await makeOrders(engine, 'orders', lines);
  members = await makePlaces(engine, 'members', places);
});
afterAll(() => engine.close());

/** Crossings to the left of the point, edge by edge. */
function isInside(x: number, y: number, polygon: Polygon): boolean {
  let inside = false;
  polygon.forEach(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length]!;
    if (ay > y !== by > y && x >= ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
  });
  return inside;
}

const polygons: Record<string, Polygon> = {
  triangle: [
    [-1, -1],
    [1.5, -0.5],
    [0, 1.7],
  ],
  bowTie: [
    [-1, -1],
    [1, 1],
    [1, -1],
    [-1, 1],
  ],
  star: Array.from({ length: 5 }, (_, i) => [1.8 * Math.sin(i * 0.8 * Math.PI), 1.8 * Math.cos(i * 0.8 * Math.PI)]),
  scribble: Array.from({ length: 900 }, (_, i) => [1.9 * Math.sin(i * 1.7), 1.9 * Math.cos(i * 2.3)]),
  far: [
    [1e9, 1e9],
    [1e9 + 1, 1e9],
    [1e9, 1e9 + 1],
  ],
  flat: [
    [-1, 0],
    [1, 0],
    [2, 0],
  ],
};

describe('customersInside', () => {
  it.each(Object.entries(polygons))('agrees with counting edges one by one: %s', async (_, polygon) => {
    const found = await customersInside(engine, { filters: {}, members }, { polygon });
    const expected = places.filter(({ x, y }) => isInside(x, y, polygon)).map(({ customer }) => customer);
    expect([...found].sort()).toEqual(expected.sort());
  });
});

describe('selectCustomers', () => {
  it('tells who is selected, beside all', async () => {
    const polygon = polygons.star!;
    const found = selectionSchema.parse(
      await selectCustomers(engine, table, { filters: {}, members }, { polygon, features: ['monetary'] }),
    );
    const inside = places.filter(({ x, y }) => isInside(x, y, polygon));
    const amountOf = (customer: string) => (Number(customer.slice(1)) * 7) % 101;
    const amounts = inside.map(({ customer }) => amountOf(customer)).sort((a, b) => a - b);
    expect(found.customers).toBe(inside.length);
    expect(found.revenue).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
    expect(found.bySegment).toEqual(
      [0, 1, 2, 3, -1].map((id) => ({
        id,
        customers: inside.filter(({ segment }) => (segment ?? -1) === id).length,
      })),
    );
    const middle = amounts.length / 2;
    const median = (amounts[Math.floor(middle - 0.5)]! + amounts[Math.floor(middle)]!) / 2;
    expect(found.medians).toEqual([{ feature: 'monetary', label: 'Revenue', own: median, all: expect.any(Number) }]);
    expect(found.first.map(({ revenue }) => revenue)).toEqual(amounts.toReversed().slice(0, 100));
    expect(found.first[0]!.segment).toBe(places[Number(found.first[0]!.id.slice(1))]!.segment ?? -1);
  });

  it('obeys the filters; an empty lasso selects nobody, empty filters are an error', async () => {
    const polygon = polygons.triangle!;
    const of = (filters: object, asked = polygon) =>
      selectCustomers(engine, table, { filters, members }, { polygon: asked });
    const inside = places.filter(({ x, y }) => isInside(x, y, polygon));
    expect((await of({ countries: ['Malta'] })).customers).toBe(
      inside.filter(({ customer }) => Number(customer.slice(1)) % 2 === 0).length,
    );
    expect((await of({ segments: [-1] })).bySegment).toEqual([
      { id: -1, customers: inside.filter(({ segment }) => segment === null).length },
    ]);
    const nobody = await of({}, polygons.far!);
    expect(nobody).toMatchObject({ customers: 0, revenue: null, bySegment: [], first: [] });
    expect(nobody.medians[0]).toMatchObject({ own: null, all: expect.any(Number) });
    await expect(of({ from: '2050-01-01' })).rejects.toMatchObject({ code: 'nothing-kept' });
  });
});
