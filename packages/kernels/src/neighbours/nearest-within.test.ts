import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridPoints } from '../../testing/made-points.ts';
import { square } from '../../testing/naive-density.ts';
import { listLeaves, squaredDistanceBetweenBoxes, squaredSpanOfBoxes } from './box-distances.ts';
import { buildKdTree } from './kd-tree.ts';
import { findNearestWithin } from './nearest-within.ts';

describe('findNearestWithin', () => {
  it('finds the nearest of the wanted ones within the limit, the lowest row among equals', () => {
    fc.assert(
      fc.property(gridPoints, fc.integer({ min: 0, max: 60 }), (data, limit) => {
        const tree = buildKdTree(data.points, { ...data, leafSize: 2 });
        const isWanted = Uint8Array.from(tree.order, (row) => row % 3 && 1);
        for (let i = 0; i < data.rows; i++) {
          const near = Array.from(tree.order).filter((row) => row % 3 !== 0 && square(data, i, row) <= limit);
          near.sort((a, b) => square(data, i, a) - square(data, i, b) || a - b);
          const found = findNearestWithin(tree, data.points, i * data.columns, limit, isWanted);
          expect(found < 0 ? undefined : tree.order[found]).toBe(near[0]);
        }
      }),
    );
  });
});

describe('distances of boxes', () => {
  it('bound those of the points', () => {
    fc.assert(
      fc.property(gridPoints, (data) => {
        const tree = buildKdTree(data.points, { ...data, leafSize: 3 });
        const leaves = listLeaves(tree);
        expect(Array.from(leaves.slice(1), (leaf) => tree.begin[leaf])).toEqual(
          Array.from(leaves.slice(0, -1), (leaf) => tree.end[leaf]),
        );
        for (const a of leaves) {
          for (const b of leaves) {
            const within = (node: number): number[] => Array.from(tree.order.slice(tree.begin[node], tree.end[node]));
            for (const i of within(a)) {
              for (const j of within(b)) {
                expect(square(data, i, j)).toBeGreaterThanOrEqual(squaredDistanceBetweenBoxes(tree, a, b));
                expect(square(data, i, j)).toBeLessThanOrEqual(squaredSpanOfBoxes(tree, a, b));
              }
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
