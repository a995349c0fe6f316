import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { dipStatistic } from './dip-statistic.ts';

describe('dipStatistic', () => {
  it('is worked by hand', () => {
    // One value is a peak; two values far apart leave half a step of each above a straight line.
    expect(dipStatistic([3])).toEqual({ dip: 0, low: 3, high: 3 });
    expect(dipStatistic([5, 5, 5]).dip).toBe(0);
    expect(dipStatistic([0, 1]).dip).toBe(0.25);
    expect(dipStatistic([1, 2, 3, 4]).dip).toBeCloseTo(1 / 8, 12);
    // Two heaps of equal weight: no distribution with one peak is nearer than a quarter.
    expect(dipStatistic([0, 0, 0, 0, 1, 1, 1, 1]).dip).toBeCloseTo(0.25, 12);
    expect(dipStatistic([0, 0, 0, 1]).dip).toBeCloseTo(1 / 8, 12);
  });

  // Hartigan's "statfaculty" (63 values; R package diptest, ?statfaculty): dip 0.05952381.
  it('meets the published value', () => {
    const values = [30, 33, 35, 36, 37, 37, 39, 39, 39, 39, 39, 40, 40, 40, 40, 41, 42, 43, 43, 43, 44, 44, 45, 45, 46];
    values.push(46, 47, 47, 48, 48, 48, 49, 50, 50, 51, 52, 52, 53, 53, 53, 53, 53, 54, 54, 57, 57, 59, 60, 60, 60, 61);
    values.push(61, 61, 61, 62, 62, 62, 62, 63, 66, 70, 72, 72);
    expect(dipStatistic(values).dip).toBeCloseTo(0.05952381, 8);
  });

  it('is the least distance to a distribution with one peak', () => {
    const few = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 });
    const fine = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.oneof(few, fine), (values) => {
        expect(dipStatistic(values).dip).toBeCloseTo(naiveDip(values), 8);
      }),
      { numRuns: 300 },
    );
  });

  it('does not change with order, sign, shift and scale', () => {
    const random = createRandom(4);
    const values = Float64Array.from({ length: 500 }, () => random.next() ** 2 + (random.next() < 0.4 ? 2 : 0));
    const { dip, low, high } = dipStatistic(values);
    expect(dip).toBeGreaterThan(0.05);
    expect(dipStatistic(values.slice().reverse())).toEqual({ dip, low, high });
    const mirrored = dipStatistic(values.map((value) => -value));
    expect(mirrored.dip).toBeCloseTo(dip, 12);
    for (const scale of [1e-9, 1e9]) {
      expect(dipStatistic(values.map((value) => value * scale + scale * 10)).dip).toBeCloseTo(dip, 9);
    }
  });

  it('refuses what has no order', () => {
    expect(() => dipStatistic([])).toThrow('at least 1 value');
    expect(() => dipStatistic([1, Number.NaN])).toThrow('finite');
    expect(() => dipStatistic([1, -Infinity])).toThrow('finite');
  });
});

/**
 * The dip by halving the distance h: a convex function within h of the steps left of some peak, a concave one right of it, the first
 * ending no higher than the second begins.
 */
function naiveDip(values: number[]): number {
  const n = values.length;
  const x = [...new Set(values)].sort((p, q) => p - q);
  const below = x.map((at) => values.filter((value) => value < at).length / n);
  const upTo = x.map((at) => values.filter((value) => value <= at).length / n);
  const isWithin = (h: number): boolean =>
    x.some((_, m) => {
      const left = leastEnd(x.slice(0, m), upTo.slice(0, m), below.slice(0, m), x[m], below[m], h);
      const turned = (list: number[]): number[] => list.slice(m + 1).reverse();
      const back = turned(x).map((at) => -at);
      const lows = turned(below).map((at) => 1 - at);
      const highs = turned(upTo).map((at) => 1 - at);
      const right = leastEnd(back, lows, highs, -x[m], 1 - upTo[m], h);
      return left !== null && right !== null && left <= 1 - right + 1e-13;
    });
  let [least, most] = [0, 0.5];
  for (let step = 0; step < 45; step++) {
    const h = (least + most) / 2;
    if (isWithin(h)) most = h;
    else least = h;
  }
  return most;
}

/** The lowest end at `to` of a convex function with bottom - h <= f <= top + h at every x; null where there is none. */
function leastEnd(x: number[], bottom: number[], top: number[], to: number, end: number, h: number): number | null {
  let least = end - h;
  for (let j = 0; j < x.length; j++) {
    if (bottom[j] - h > top[j] + h + 1e-13) return null;
    for (let i = 0; i < j; i++) {
      const line = (at: number, a: number, b: number): number => a + ((b - a) * (at - x[i])) / (x[j] - x[i]);
      for (let between = i + 1; between < j; between++) {
        if (line(x[between], top[i] + h, top[j] + h) < bottom[between] - h - 1e-13) return null;
      }
      least = Math.max(least, line(to, top[i] + h, bottom[j] - h));
    }
    least = Math.max(least, bottom[j] - h);
  }
  return least <= end + h + 1e-13 ? least : null;
}
