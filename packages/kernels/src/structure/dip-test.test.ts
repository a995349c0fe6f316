import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { dipPValue } from './dip-p-value.ts';
import { dipStatistic } from './dip-statistic.ts';
import { dipTest } from './dip-test.ts';
import { even, planted } from './testing/planted.ts';

describe('dipPValue', () => {
  it('is evenly spread for even values, also at sizes between those of the table', () => {
    for (const n of [25, 75, 350]) {
      const random = createRandom(n);
      const pValues = Array.from({ length: 2_000 }, () =>
        dipPValue(dipStatistic(Float64Array.from({ length: n }, random.next)).dip, n),
      );
      for (const level of [0.05, 0.25, 0.5, 0.9]) {
        const share = pValues.filter((p) => p <= level).length / pValues.length;
        expect(Math.abs(share - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / pValues.length));
      }
    }
  });

  // Hartigan and Hartigan 1985, table 1, as R's diptest has it from a million samples: n = 50, 0.95 at 0.0703.
  it('meets the published quantile', () => {
    expect(dipPValue(0.0703, 50)).toBeCloseTo(0.05, 2);
  });

  it('falls as the dip grows, and has ends', () => {
    for (const n of [4, 9, 33, 1_000, 499_500]) {
      const found = Array.from({ length: 100 }, (_, i) => dipPValue(i / 400, n));
      expect(found).toEqual(found.slice().sort((a, b) => b - a));
      expect(found[0]).toBe(1);
    }
    expect(dipPValue(0.25, 1_000)).toBeCloseTo(0.0001, 12);
    expect(dipPValue(0.25, 3)).toBe(1);
    expect(() => dipPValue(0.6, 10)).toThrow('got 0.6');
  });
});

describe('dipTest', () => {
  it.each(['distances', 'component'] as const)('tells groups from one cloud by the %s', (of) => {
    const groups = planted(1, [60, 60, 60], 3, 9);
    expect(dipTest(groups.points, { ...groups, of }).pValue).toBeLessThan(0.01);
    const one = planted(2, [180], 3, 0);
    expect(dipTest(one.points, { ...one, of }).pValue).toBeGreaterThan(0.2);
    const flatData = even(2, 180, 2);
    expect(dipTest(flatData.points, { ...flatData, of }).pValue).toBeGreaterThan(0.05);
  });

  it('is the dip of the distances, of all rows or of a sample', () => {
    const data = planted(1, [5, 5], 2, 9);
    const distances: number[] = [];
    for (let i = 0; i < 10; i++) {
      for (let j = 0; j < i; j++) {
        distances.push(
          Math.hypot(data.points[2 * i] - data.points[2 * j], data.points[2 * i + 1] - data.points[2 * j + 1]),
        );
      }
    }
    const found = dipTest(data.points, data);
    expect(found.dip).toBeCloseTo(dipStatistic(distances).dip, 12);
    expect(found).toMatchObject({ values: 45, exact: true, sampledRows: 10 });
    expect(dipTest(data.points, { ...data, maxRows: 6 })).toMatchObject({ values: 15, exact: false, sampledRows: 6 });
    expect(dipTest(new Float64Array(8), { rows: 4, columns: 2 })).toMatchObject({ dip: 0, pValue: 1 });
    expect(() => dipTest(Float64Array.of(1), { rows: 1, columns: 1 })).toThrow('at least 2');
    expect(() => dipTest(data.points, { ...data, of: 'axis' as 'component' })).toThrow("got 'axis'");
  });
});
