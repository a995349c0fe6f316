import { describe, expect, it } from 'vitest';
import { flat } from '../../testing/load-points.ts';
import { Stopped } from '../hooks.ts';
import { gapStatistic } from './gap-statistic.ts';
import { planted } from './testing/planted.ts';
import { ruspini } from './testing/ruspini.ts';

describe('gapStatistic', () => {
  // Tibshirani, Walther and Hastie 2001 and the manual of clusGap (R package cluster): 4 groups.
  it.each(['axes', 'pca'] as const)('finds the four groups of Ruspini, box along the %s', (box) => {
    const data = ruspini();
    const found = gapStatistic(data.points, { ...data, to: 7, box });
    expect(found).toMatchObject({ clusters: 4, decided: true, exact: true, sampledRows: 75, references: 20 });
    // R: kmeans(ruspini, 4, nstart = 25)$tot.withinss is 12881.05.
    expect(Math.exp(found.candidates[3].logInertia)).toBeCloseTo(12881.05, 2);
  });

  it('expects of one cluster in a box what the formula says', () => {
    const data = ruspini();
    const [{ expectedLogInertia, error }] = gapStatistic(data.points, { ...data, to: 1, references: 100 }).candidates;
    // Variance of a uniform: width² / 12. Widths 113 and 152.
    expect(Math.abs(expectedLogInertia - Math.log((74 * (113 ** 2 + 152 ** 2)) / 12))).toBeLessThan(0.03);
    expect(error).toBeGreaterThan(0.02);
    expect(error).toBeLessThan(0.15);
  });

  it('finds as many groups as were planted, and one where there is one', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const four = planted(seed, [30, 30, 30, 30], 3, 7);
      expect(gapStatistic(four.points, { ...four, to: 6, seed, references: 10 }).clusters).toBe(4);
      const one = planted(seed, [100], 2, 0);
      expect(gapStatistic(one.points, { ...one, to: 3, seed, references: 10 }).clusters).toBe(1);
    }
  });

  it('is the same for the same seed, shifted, scaled and with the rows turned round', () => {
    const data = ruspini();
    const before = data.points.slice();
    const found = gapStatistic(data.points, { ...data, to: 5, seed: 4 });
    expect(data.points).toEqual(before);
    expect(gapStatistic(data.points, { ...data, to: 5, seed: 4 })).toEqual(found);
    for (const scale of [1e-9, 1, 1e9]) {
      const moved = data.points.map((value) => scale * (value + 1000));
      gapStatistic(moved, { ...data, to: 5, seed: 4 }).candidates.forEach(({ gap, error }, c) => {
        expect(gap).toBeCloseTo(found.candidates[c].gap, 8);
        expect(error).toBeCloseTo(found.candidates[c].error, 8);
      });
    }
    const turned = Float64Array.from(data.points).reverse();
    expect(gapStatistic(turned, { ...data, to: 5, seed: 4 }).clusters).toBe(found.clusters);
  });

  it('works on a sample of many rows and says so', () => {
    const data = planted(2, [200, 200, 200], 2, 8);
    const found = gapStatistic(data.points, { ...data, to: 4, maxRows: 120, references: 8 });
    expect(found).toMatchObject({ clusters: 3, exact: false, sampledRows: 120 });
  });

  it('bears duplicates, equal rows and a constant column', () => {
    const three = flat(
      Array.from(
        { length: 30 },
        (_, i) =>
          [
            [0, 0],
            [1, 5],
            [9, 2],
          ][i % 3],
      ),
    );
    const found = gapStatistic(three.points, { ...three, to: 6, references: 5 });
    expect(found.candidates.map(({ clusters }) => clusters)).toEqual([1, 2, 3]);
    expect(found.clusters).toBe(3);
    const equal = { points: new Float64Array(20).fill(7), rows: 10, columns: 2 };
    expect(gapStatistic(equal.points, equal)).toMatchObject({ clusters: 1, decided: true, candidates: [] });
    const four = planted(1, [30, 30], 1, 9);
    const wide = flat(Array.from(four.points, (value) => [value, 3]));
    expect(gapStatistic(wide.points, { ...wide, to: 3 }).clusters).toBe(2);
  });

  it('tells its progress, stops when asked, and refuses what makes no sense', () => {
    const data = planted(1, [40, 40], 2, 6);
    const told: number[] = [];
    gapStatistic(data.points, { ...data, to: 3, references: 5 }, { onProgress: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(6);
    expect(told).toEqual(told.slice().sort((a, b) => a - b));
    expect(told.at(-1)).toBeCloseTo(1, 9);
    let asked = 0;
    const stop = (): unknown => gapStatistic(data.points, data, { shouldStop: () => ++asked > 5 });
    expect(stop).toThrow(Stopped);
    expect(() => gapStatistic(data.points, { ...data, references: 1 })).toThrow('references');
    expect(() => gapStatistic(data.points, { ...data, from: 0 })).toThrow('from');
    expect(() => gapStatistic(data.points, { ...data, from: 3, to: 2 })).toThrow('to');
    expect(() => gapStatistic(new Float64Array(0), { rows: 0, columns: 2 })).toThrow('rows');
    expect(() => gapStatistic(Float64Array.of(1, Number.NaN), { rows: 2, columns: 1 })).toThrow('row 1');
    expect(() => gapStatistic(data.points, { ...data, box: 'sphere' as 'axes' })).toThrow("got 'sphere'");
  });
});
