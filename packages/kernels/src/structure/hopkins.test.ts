import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flat, type Points } from '../../testing/load-points.ts';
import { gridPoints } from '../../testing/made-points.ts';
import { distance } from '../../testing/naive.ts';
import { createRandom } from '../random/create-random.ts';
import { hopkins } from './hopkins.ts';
import { hopkinsRuns } from './hopkins-runs.ts';
import { even, planted } from './testing/planted.ts';

describe('hopkins', () => {
  it('is about a half of even points, more of groups, less of a grid', () => {
    for (const columns of [1, 2, 5]) {
      let mean = 0;
      for (let seed = 1; seed <= 10; seed++)
        mean += hopkins(even(seed, 300, columns).points, { ...even(seed, 300, columns), seed }).statistic / 10;
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.04);
    }
    const groups = planted(1, [100, 100, 100], 2, 9);
    expect(hopkins(groups.points, groups).statistic).toBeGreaterThan(0.95);
    const grid = flat(Array.from({ length: 400 }, (_, i) => [i % 20, Math.floor(i / 20)]));
    expect(hopkins(grid.points, grid).statistic).toBeLessThan(0.2);
  });

  it('gives what comparing with every row gives', () => {
    fc.assert(
      fc.property(gridPoints, (data) => {
        const sample = Math.ceil(data.rows / 2);
        const { values, power } = hopkinsRuns({ problem: { ...data, weights: null }, sample, repeats: 1, seed: 6 });
        if (power > 0) expect(values[0]).toBeCloseTo(naiveHopkins(data, sample, 6), 9);
      }),
    );
  });

  it('has the spread of Beta(m, m) over repeats, and does not change with scale', () => {
    const data = even(3, 2_000, 1);
    const found = hopkins(data.points, { ...data, sample: 50, repeats: 100 });
    expect(found.deviation / found.expectedDeviation).toBeGreaterThan(0.7);
    expect(found.deviation / found.expectedDeviation).toBeLessThan(1.4);
    for (const scale of [1e-9, 1e9]) {
      const moved = hopkins(
        data.points.map((value) => value * scale),
        { ...data, sample: 50, repeats: 100 },
      );
      expect(moved.statistic).toBeCloseTo(found.statistic, 9);
    }
    expect(hopkins(data.points, { ...data, maxRows: 500 })).toMatchObject({
      exact: false,
      sampledRows: 500,
      sample: 50,
    });
  });

  it('leaves constant columns out, bears many columns, and refuses equal rows', () => {
    const wide = flat(Array.from(even(1, 300, 1).points, (value) => [7, value]));
    expect(hopkins(wide.points, wide).power).toBe(1);
    expect(Math.abs(hopkins(wide.points, wide).statistic - 0.5)).toBeLessThan(0.15);
    const many = even(1, 60, 40);
    expect(
      hopkins(
        many.points.map((value) => value * 1e9),
        many,
      ).statistic,
    ).toBeGreaterThan(0);
    expect(() => hopkins(new Float64Array(9).fill(1), { rows: 9, columns: 1 })).toThrow('2 distinct rows, got 1');
    expect(() => hopkins(wide.points, { ...wide, sample: 301 })).toThrow('at most the rows used, 300, got 301');
    expect(() => hopkins(Float64Array.of(1, Infinity), { rows: 2, columns: 1 })).toThrow('row 1');
  });
});

/** From the definition, with the same draws. */
function naiveHopkins(data: Points, sample: number, seed: number): number {
  const { rows, columns } = data;
  const random = createRandom(seed, -14, 0);
  const column = (j: number): number[] => Array.from({ length: rows }, (_, i) => data.points[i * columns + j]);
  const low = Array.from({ length: columns }, (_, j) => Math.min(...column(j)));
  const width = low.map((least, j) => Math.max(...column(j)) - least);
  const power = width.filter((value) => value > 0).length;
  const order = Array.from({ length: rows }, (_, i) => i);
  let [u, w] = [0, 0];
  for (let s = 0; s < sample; s++) {
    const made = low.map((least, j) => least + width[j] * random.next());
    const all = { points: Float64Array.of(...data.points, ...made), rows: rows + 1, columns };
    u += Math.min(...order.map((row) => distance(all, row, rows))) ** power;
    const other = s + random.integer(rows - s);
    [order[s], order[other]] = [order[other], order[s]];
    w += Math.min(...order.filter((row) => row !== order[s]).map((row) => distance(data, row, order[s]))) ** power;
  }
  return u / (u + w);
}
