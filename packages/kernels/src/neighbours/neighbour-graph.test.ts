import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clouds, gridPoints } from '../../testing/made-points.ts';
import { distance } from '../../testing/naive.ts';
import { Stopped } from '../hooks.ts';
import { createRandom } from '../random/create-random.ts';
import { neighbourGraph } from './neighbour-graph.ts';
import { createLists, offerInPlace } from './neighbour-lists.ts';
import { growProjectionTree } from './projection-tree.ts';

describe('neighbourGraph', () => {
  it('is worked by hand on a line', () => {
    const graph = neighbourGraph(Float64Array.of(0, 1, 3, 3), { rows: 4, columns: 1, neighbours: 2 });
    expect(Array.from(graph.indices)).toEqual([1, 2, 0, 2, 3, 1, 2, 1]);
    expect(Array.from(graph.distances)).toEqual([1, 3, 1, 2, 0, 2, 0, 2]);
    expect(graph.exact).toBe(true);
  });

  it('finds what looking at every pair finds, ties by row, by both searches where rows are few', () => {
    fc.assert(
      fc.property(gridPoints, fc.integer({ min: 1, max: 6 }), fc.boolean(), (data, wanted, exact) => {
        const neighbours = Math.min(wanted, data.rows - 1);
        const graph = neighbourGraph(data.points, { ...data, neighbours, exact });
        for (let i = 0; i < data.rows; i++) {
          const expected = Array.from({ length: data.rows }, (_, j) => j)
            .filter((j) => j !== i)
            .map((j) => ({ j, square: Math.round(distance(data, i, j) ** 2) }))
            .sort((a, b) => a.square - b.square || a.j - b.j)
            .slice(0, neighbours);
          const own = (values: ArrayLike<number>): number[] =>
            Array.from(values).slice(i * neighbours, (i + 1) * neighbours);
          expect(own(graph.indices)).toEqual(expected.map(({ j }) => j));
          expect(own(graph.distances)).toEqual(expected.map(({ square }) => Math.sqrt(square)));
        }
        expect(graph.exact).toBe(exact);
      }),
    );
  });

  it('finds at least 95 in 100 where columns are many, the same for the same seed', () => {
    const data = clouds(2_000, 20, 6);
    const given = data.points.slice();
    const shape = { ...data, neighbours: 15 };
    const exact = neighbourGraph(data.points, { ...shape, exact: true });
    const found = neighbourGraph(data.points, { ...shape, exact: false, seed: 4 });
    let hits = 0;
    for (let i = 0; i < data.rows; i++) {
      const own = new Set(exact.indices.subarray(i * 15, (i + 1) * 15));
      for (const j of found.indices.subarray(i * 15, (i + 1) * 15)) if (own.has(j)) hits++;
    }
    expect(found.exact).toBe(false);
    expect(hits / (15 * data.rows)).toBeGreaterThan(0.98);
    expect(neighbourGraph(data.points, { ...shape, exact: false, seed: 4 })).toEqual(found);
    expect(data.points).toEqual(given);
  });

  it.each([true, false])('bears many equal rows (exact: %s)', (exact) => {
    const points = clouds(1_200, 2, 3).points.fill(5, 0, 2_000);
    const { indices, distances } = neighbourGraph(points, { rows: 1_200, columns: 2, neighbours: 10, exact });
    for (let i = 0; i < 1_200; i++) {
      const own = indices.subarray(i * 10, (i + 1) * 10);
      expect(new Set(own).size).toBe(10);
      expect(own.includes(i)).toBe(false);
      if (i < 1_000) expect(distances[i * 10 + 9]).toBe(0);
    }
  });

  it('reports progress to 1 and stops when asked', () => {
    const data = clouds(3_000, 12, 3);
    for (const exact of [true, false]) {
      const seen: number[] = [];
      const options = { ...data, neighbours: 5, exact };
      neighbourGraph(data.points, options, { onProgress: (done) => seen.push(done) });
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1)).toBeCloseTo(1, 9);
      expect(seen.length).toBeGreaterThan(5);
      let looks = 0;
      const shouldStop = (): boolean => ++looks > 10;
      expect(() => neighbourGraph(data.points, options, { shouldStop })).toThrow(Stopped);
    }
  });

  it('refuses what has no meaning', () => {
    const points = Float64Array.of(1, 2, 3);
    const shape = { rows: 3, columns: 1 };
    expect(() => neighbourGraph(points, { ...shape, neighbours: 3 })).toThrow('at most rows - 1 = 2, got 3');
    expect(() => neighbourGraph(points, { ...shape, neighbours: 0 })).toThrow('at least 1, got 0');
    expect(() => neighbourGraph(points, { rows: 2, columns: 1, neighbours: 1 })).toThrow('2 x 1 = 2 numbers, got 3');
    expect(() => neighbourGraph(points, { ...shape, neighbours: 1, seed: 0.5 })).toThrow('whole number, got 0.5');
    points[2] = Infinity;
    expect(() => neighbourGraph(points, { ...shape, neighbours: 1 })).toThrow('Infinity in row 2, column 0');
  });

  it.each([1e-9, 1e9])('finds the same neighbours at scale %d', (scale) => {
    const data = clouds(300, 3, 3);
    const plain = neighbourGraph(data.points, { ...data, neighbours: 4 });
    const scaled = neighbourGraph(
      data.points.map((value) => value * scale),
      { ...data, neighbours: 4 },
    );
    expect(scaled.indices).toEqual(plain.indices);
  });
});

describe('offerInPlace', () => {
  it('keeps the nearest different rows in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 })), (offers) => {
        const lists = createLists(1, 4);
        const square = (other: number): number => other % 5;
        for (const other of offers) offerInPlace(lists, 0, other, square(other));
        const expected = [...new Set(offers)].sort((a, b) => square(a) - square(b) || a - b).slice(0, 4);
        expect(Array.from(lists.indices.subarray(0, lists.found[0]))).toEqual(expected);
      }),
    );
  });
});

describe('growProjectionTree', () => {
  it('puts every row into one leaf that is not too large', () => {
    fc.assert(
      fc.property(gridPoints, (data) => {
        const { order, begins } = growProjectionTree(data.points, { ...data, leafSize: 3, random: createRandom(1) });
        expect(Array.from(order).sort((a, b) => a - b)).toEqual(Array.from(order.keys()));
        const edges = [...begins].sort((a, b) => a - b);
        expect([edges[0], edges.at(-1)]).toEqual([0, data.rows]);
        for (let leaf = 1; leaf < edges.length; leaf++) expect(edges[leaf] - edges[leaf - 1]).toBeLessThanOrEqual(3);
        expect(begins).toEqual(edges);
      }),
    );
  });
});
