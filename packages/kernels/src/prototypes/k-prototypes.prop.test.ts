import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kPrototypes } from './k-prototypes.ts';
import { kPrototypesPredict } from './k-prototypes-predict.ts';

interface Mixed {
  numbers: number[][];
  codes: number[][];
}

const few: fc.Arbitrary<Mixed> = fc
  .record({
    rows: fc.integer({ min: 1, max: 7 }),
    columns: fc.integer({ min: 0, max: 2 }),
    others: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ rows, columns, others }) => {
    const table = (width: number, min: number, max: number) =>
      fc.array(fc.array(fc.integer({ min, max }), { minLength: width, maxLength: width }), {
        minLength: rows,
        maxLength: rows,
      });
    return fc.record({ numbers: table(columns, -4, 4), codes: table(others, -1, 2) });
  });

/** Cost of one group, straight from the definition: squares around the mean, and what is known and not the mode. */
function groupCost({ numbers, codes }: Mixed, group: number[], gamma: number): number {
  let cost = 0;
  for (let j = 0; j < numbers[0].length; j++) {
    const mean = group.reduce((sum, i) => sum + numbers[i][j], 0) / group.length;
    cost += group.reduce((sum, i) => sum + (numbers[i][j] - mean) ** 2, 0);
  }
  for (let j = 0; j < codes[0].length; j++) {
    const known = group.map((i) => codes[i][j]).filter((code) => code >= 0);
    const commonest = Math.max(0, ...known.map((code) => known.filter((other) => other === code).length));
    cost += gamma * (known.length - commonest);
  }
  return cost;
}

/** Least cost over every way to put the rows into at most k groups. */
function leastCost(data: Mixed, k: number, gamma: number): number {
  const groups: number[][] = [];
  let best = Infinity;
  const place = (row: number): void => {
    if (row === data.codes.length) {
      best = Math.min(
        best,
        groups.reduce((sum, group) => sum + groupCost(data, group, gamma), 0),
      );
      return;
    }
    for (const group of groups) {
      group.push(row);
      place(row + 1);
      group.pop();
    }
    if (groups.length === k) return;
    groups.push([row]);
    place(row + 1);
    groups.pop();
  };
  place(0);
  return best;
}

describe('laws of kPrototypes', () => {
  it('reaches the optimum found by trying every partition', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 3 }), fc.constantFrom(0.3, 1, 4), (data, clusters, gamma) => {
        const shape = {
          rows: data.codes.length,
          columns: data.numbers[0].length,
          categoricalColumns: data.codes[0].length,
        };
        const numbers = Float64Array.from(data.numbers.flat());
        const categories = Int32Array.from(data.codes.flat());
        const fit = kPrototypes(numbers, categories, { ...shape, clusters, gamma, starts: 20 });
        expect(fit.cost).toBeCloseTo(leastCost(data, clusters, gamma), 8);
        expect(fit.sizes.reduce((sum, size) => sum + size, 0)).toBe(shape.rows);
        expect(fit.sizes.every((size) => size > 0)).toBe(true);
        const found = kPrototypesPredict(fit, numbers, categories, shape);
        expect(found.labels).toEqual(fit.labels);
        expect(found.cost).toBeCloseTo(fit.cost, 8);
      }),
      { numRuns: 150 },
    );
  });

  it('reports a cost that is that of its own partition', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 4 }), (data, clusters) => {
        const shape = {
          rows: data.codes.length,
          columns: data.numbers[0].length,
          categoricalColumns: data.codes[0].length,
        };
        const fit = kPrototypes(Float64Array.from(data.numbers.flat()), Int32Array.from(data.codes.flat()), {
          ...shape,
          clusters,
          starts: 2,
        });
        const groups = Array.from({ length: fit.clusters }, (_, c) =>
          Array.from(fit.labels.keys()).filter((i) => fit.labels[i] === c),
        );
        const cost = groups.reduce((sum, group) => sum + groupCost(data, group, fit.gamma), 0);
        expect(fit.cost).toBeCloseTo(cost, 8);
      }),
      { numRuns: 100 },
    );
  });
});
