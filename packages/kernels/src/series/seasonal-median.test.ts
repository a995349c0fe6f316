import { describe, expect, it } from 'vitest';
import { medianOf, scaledMad } from './median-of.ts';
import { rollingMoments } from './rolling-moments.ts';
import { seasonalMedian } from './seasonal-median.ts';

describe('seasonalMedian', () => {
  const years = (...own: number[][]) => own.flat();
  const quiet = [10, 12, 11, 10];

  it('is the median where there is no season to know', () => {
    const { trend, seasonal, remainder } = seasonalMedian([3, 9, 4, 100], { period: 12 });
    expect(Array.from(trend)).toEqual([6.5, 6.5, 6.5, 6.5]);
    expect(Array.from(seasonal)).toEqual([0, 0, 0, 0]);
    expect(Array.from(remainder)).toEqual([-3.5, 2.5, -2.5, 93.5]);
  });

  it('takes a peak of both years as the season, one of a single year not', () => {
    const twice = seasonalMedian(years([10, 12, 60, 10], [10, 12, 62, 10]), { period: 4 });
    expect(Math.max(...twice.remainder.map(Math.abs))).toBeLessThanOrEqual(2);
    const once = seasonalMedian(years(quiet, [10, 12, 61, 10]), { period: 4 });
    expect(once.remainder.map(Math.abs)[2]).toBeLessThanOrEqual(1);
    expect(once.remainder[6]).toBeGreaterThan(45);
  });

  it('follows a growing shop', () => {
    const growing = Array.from({ length: 36 }, (_, i) => 100 + 5 * i + (i % 12 === 10 ? 80 : 0) + (i === 17 ? 400 : 0));
    const { trend, remainder } = seasonalMedian(growing, { period: 12 });
    expect(trend[35] - trend[0]).toBeCloseTo(175, 9);
    expect(remainder.filter((value) => Math.abs(value) > 1)).toHaveLength(1);
    expect(remainder[17]).toBeCloseTo(400, 9);
  });

  it('bears nothing, holes and equal values', () => {
    expect(seasonalMedian([], { period: 7 }).trend).toHaveLength(0);
    expect(Array.from(seasonalMedian([Number.NaN, Number.NaN], { period: 1 }).trend)).toEqual([0, 0]);
    const holes = seasonalMedian([1, 2, Number.NaN, 2, 1, Number.NaN], { period: 2 });
    expect(holes.remainder.map((value) => (Number.isNaN(value) ? 1 : 0))).toEqual(Float64Array.of(0, 0, 1, 0, 0, 1));
    expect(holes.trend.every(Number.isFinite)).toBe(true);
    expect(Array.from(seasonalMedian(new Float64Array(9).fill(4), { period: 3 }).remainder)).toEqual(Array(9).fill(0));
    expect(() => seasonalMedian([1], { period: 0 })).toThrow('period');
    expect(() => seasonalMedian([Number.POSITIVE_INFINITY], { period: 1 })).toThrow('Infinity at step 0');
  });
});

describe('rollingMoments', () => {
  it('are those of the steps before, worked by hand', () => {
    const { mean, deviation } = rollingMoments([2, 4, 6, 100, Number.NaN, 8], { window: 3 });
    expect(Array.from(mean.subarray(0, 3))).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(mean[3]).toBe(4);
    expect(deviation[3]).toBeCloseTo(2, 12);
    expect(mean[4]).toBeCloseTo(110 / 3, 12);
    expect(mean[5]).toBe(mean[4]);
  });

  it('have no deviation in a window that does not vary', () => {
    expect(rollingMoments([0.1, 0.1, 0.1, 5], { window: 3 }).deviation[3]).toBe(0);
    expect(rollingMoments([], { window: 3 }).mean).toHaveLength(0);
    expect(() => rollingMoments([1], { window: 1 })).toThrow('window');
  });
});

it('medianOf passes over what is missing', () => {
  expect(medianOf([5, Number.NaN, 1, 3])).toBe(3);
  expect(medianOf([Number.NaN])).toBeNaN();
  expect(scaledMad([1, 2, 3, 4, 100], 3)).toBeCloseTo(1.4826, 4);
});
