import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeClusters } from './describe-clusters.ts';
import { iteratePrototypes } from './iterate-prototypes.ts';
import { copyMixed, levelsOf } from './mixed-problem.ts';
import { moveMixedRowsInPlace, partitionCost } from './move-mixed-rows.ts';

const rowsOfThree = fc.array(
  fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -1, max: 2 }), fc.integer({ min: -1, max: 1 })),
  { minLength: 4, maxLength: 12 },
);

function problemOf(table: [number, number, number][]) {
  const codes = Int32Array.from(table.flatMap(([, a, b]) => [a, b]));
  const shape = { rows: table.length, columns: 1, categoricalColumns: 2 };
  return copyMixed(
    Float64Array.from(table, ([x]) => x),
    codes,
    shape,
    levelsOf(codes, 2),
    1.5,
    false,
  );
}

describe('moveMixedRowsInPlace', () => {
  it('ends where no move of a single row lowers the cost, and never above where it began', () => {
    fc.assert(
      fc.property(rowsOfThree, (table) => {
        const problem = problemOf(table);
        const cost = (of: Int32Array): number => partitionCost(problem, of, describeClusters(problem, of, 3));
        const labels = Int32Array.from(table, (_, i) => i % 3);
        const before = cost(labels);
        moveMixedRowsInPlace(problem, labels, 3, 50, {});
        const after = cost(labels);
        expect(after).toBeLessThanOrEqual(before + 1e-9);
        const sizes = [0, 1, 2].map((c) => labels.filter((label) => label === c).length);
        for (let i = 0; i < table.length; i++) {
          if (sizes[labels[i]] === 1) continue;
          for (let c = 0; c < 3; c++) {
            const moved = labels.slice();
            moved[i] = c;
            expect(cost(moved)).toBeGreaterThan(after - 1e-6);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('iteratePrototypes', () => {
  it('gives a prototype that wins no row the row farthest from its own', () => {
    const problem = problemOf([
      [0, 0, 0],
      [1, 0, 0],
      [9, 0, 0],
    ]);
    const far = { centers: Float64Array.of(1, 1000), modes: Int32Array.of(0, 0, 0, 0) };
    const { labels, clusters, converged } = iteratePrototypes(problem, far, 2, 20, {});
    expect(Array.from(labels)).toEqual([0, 0, 1]);
    expect(Array.from(clusters.centers)).toEqual([0.5, 9]);
    expect(converged).toBe(true);
  });
});
