import { describe, expect, it } from 'vitest';
import { createRandom } from './create-random.ts';

const draws = (n: number, ...words: [number, ...number[]]): number[] => {
  const random = createRandom(...words);
  return Array.from({ length: n }, () => random.next());
};

describe('createRandom', () => {
  it('repeats for the same seed and streams, and differs for any other', () => {
    expect(draws(20, 7, 3, 1)).toEqual(draws(20, 7, 3, 1));
    const others = [[7], [7, 3], [7, 1, 3], [8, 3, 1], [7, 3, 2], [-7, 3, 1], [7 + 2 ** 32, 3, 1]] as [
      number,
      ...number[],
    ][];
    const firsts = others.map((words) => draws(1, ...words)[0]);
    expect(new Set([...firsts, draws(1, 7, 3, 1)[0]]).size).toBe(8);
  });

  it('is even in [0, 1), also across streams', () => {
    const within = draws(20_000, 1);
    const across = Array.from({ length: 20_000 }, (_, stream) => draws(1, 1, stream)[0]);
    for (const values of [within, across]) {
      const bins = new Float64Array(10);
      for (const value of values) bins[Math.floor(value * 10)]++;
      const chiSquared = bins.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0);
      expect(chiSquared).toBeLessThan(27.9); // 9 degrees of freedom, p = 0.001
    }
  });

  it('draws every whole number below n', () => {
    const random = createRandom(5);
    expect(new Set(Array.from({ length: 200 }, () => random.integer(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it('refuses a seed that is no whole number', () => {
    expect(() => createRandom(0.5)).toThrow(RangeError);
    expect(() => createRandom(1, Number.NaN)).toThrow('got NaN');
  });
});
