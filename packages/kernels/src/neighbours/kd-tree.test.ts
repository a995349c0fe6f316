import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clouds, gridPoints } from '../../testing/made-points.ts';
import { distance } from '../../testing/naive.ts';
import { buildKdTree, squaredDistanceToBox } from './kd-tree.ts';
import { createNearest, findNearest } from './nearest-neighbours.ts';

describe('buildKdTree', () => {
  it.each([1, 2, 16])('holds every row once, inside its boxes, leaves of %i', (leafSize) => {
    fc.assert(
      fc.property(gridPoints, ({ points, rows, columns }) => {
        const tree = buildKdTree(points, { rows, columns, leafSize });
        expect(Array.from(tree.order).sort((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, i) => i));
        for (let p = 0; p < rows; p++) {
          const row = tree.order[p];
          expect(tree.points.slice(p * columns, (p + 1) * columns)).toEqual(
            points.slice(row * columns, (row + 1) * columns),
          );
        }
        for (let node = 0; node < tree.nodes; node++) {
          for (let p = tree.begin[node]; p < tree.end[node]; p++) {
            expect(squaredDistanceToBox(tree, node, tree.points, p * columns)).toBe(0);
          }
          const left = tree.child[node];
          if (left === 0) continue;
          expect([tree.begin[left], tree.end[left], tree.end[left + 1]]).toEqual([
            tree.begin[node],
            tree.begin[left + 1],
            tree.end[node],
          ]);
        }
      }),
    );
  });

  it('one leaf holds what is equal', () => {
    const tree = buildKdTree(new Float64Array(200).fill(7), { rows: 100, columns: 2, leafSize: 4 });
    expect(tree.nodes).toBe(1);
  });
});

describe('findNearest', () => {
  it('finds what looking at every pair finds, ties by row', () => {
    fc.assert(
      fc.property(gridPoints, fc.integer({ min: 1, max: 6 }), (data, count) => {
        const { points, rows, columns } = data;
        const tree = buildKdTree(points, { rows, columns, leafSize: 2 });
        const nearest = createNearest(count);
        for (let i = 0; i < rows; i++) {
          const found = findNearest(tree, points, i * columns, nearest);
          const expected = Array.from({ length: rows }, (_, j) => j)
            .sort((a, b) => distance(data, i, a) ** 2 - distance(data, i, b) ** 2 || a - b)
            .slice(0, count);
          const rowsFound = Array.from(nearest.positions.subarray(0, found), (p) => tree.order[p]);
          expect(found).toBe(Math.min(count, rows));
          expect(rowsFound.map((j) => distance(data, i, j))).toEqual(expected.map((j) => distance(data, i, j)));
        }
      }),
    );
  });

  it('the same in clouds', () => {
    const data = clouds(2_000, 3, 5);
    const tree = buildKdTree(data.points, data);
    const nearest = createNearest(8);
    for (const i of [0, 77, 1_999]) {
      findNearest(tree, data.points, i * 3, nearest);
      const expected = Array.from({ length: 2_000 }, (_, j) => j).sort(
        (a, b) => distance(data, i, a) - distance(data, i, b),
      );
      expect(Array.from(nearest.positions, (p) => tree.order[p])).toEqual(expected.slice(0, 8));
    }
  });
});
