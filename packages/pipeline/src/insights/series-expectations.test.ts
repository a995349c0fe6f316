import type { Grain } from '@clientele/contracts';
import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { seriesExpectations } from './series-expectations.ts';

const year: Record<Grain, number> = { day: 364, week: 52, month: 12 };
const weekdays = [1, 1.1, 1.05, 1.2, 1.3, 0.6, 0.4];
const asked = { rule: 'seasonal', window: 6, deviations: 3 } as const;

interface Made {
  values: Float64Array;
  /** Where a single step was multiplied. */
  planted: number;
  /** Steps of the peaks that return each year. */
  yearly: number[];
}

/** A growing shop with lognormal noise, weekdays, a swing over the year, a peak at the same time each year, and one step multiplied. */
function madeSeries(grain: Grain, length: number, seed: number, factor: number, noise: number): Made {
  const random = createRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const period = year[grain];
  const peak = Math.floor(period * 0.9);
  let planted = 2 + random.integer(length - 4);
  while (Math.abs((planted % period) - peak) <= Math.ceil(period / 12)) planted = 2 + random.integer(length - 4);
  const yearly: number[] = [];
  const values = Float64Array.from({ length }, (_, i) => {
    const isPeak = i % period === peak;
    if (isPeak) yearly.push(i);
    const growth = 1 + (0.3 * i) / period;
    const swing = 1 + 0.15 * Math.sin((2 * Math.PI * i) / period);
    const weekday = grain === 'day' ? (weekdays[i % 7] ?? 1) : 1;
    const base = 10_000 * growth * swing * weekday * (isPeak ? 2.2 : 1) * Math.exp(noise * normal());
    return base * (i === planted ? factor : 1);
  });
  return { values, planted, yearly };
}

interface Tally {
  found: number;
  falsePerThousand: number;
  peaks: number;
}

function tally(grain: Grain, length: number, factor: number, noise: number, seeds = 100): Tally {
  let [found, wrong, steps, peaks, allPeaks] = [0, 0, 0, 0, 0];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { values, planted, yearly } = madeSeries(grain, length, seed, factor, noise);
    const { low, high } = seriesExpectations(values, { ...asked, grain });
    for (const [i, value] of values.entries()) {
      const isUnusual = value < (low[i] ?? NaN) || value > (high[i] ?? NaN);
      if (i === planted) found += isUnusual ? 1 : 0;
      else if (yearly.includes(i)) {
        peaks += isUnusual ? 1 : 0;
        allPeaks += 1;
      } else {
        wrong += isUnusual ? 1 : 0;
        steps += 1;
      }
    }
  }
  return { found: found / seeds, falsePerThousand: (1000 * wrong) / steps, peaks: peaks / Math.max(1, allPeaks) };
}

describe('planted anomalies', () => {
  // Measured over 100 seeds each; days take longer, fewer of them stand here.
  it.each([
    ['day', 728, 2, 0.15, 4],
    ['week', 156, 1.8, 0.1, 25],
    ['week', 60, 1.8, 0.1, 25],
    ['month', 60, 1.6, 0.06, 60],
    ['month', 36, 1.6, 0.06, 60],
    ['month', 26, 1.6, 0.06, 60],
    ['month', 12, 1.6, 0.06, 60],
  ] as const)('%s, %i steps: one times %f is found, yearly peaks are let be', (grain, length, factor, noise, seeds) => {
    const { found, falsePerThousand, peaks } = tally(grain, length, factor, noise, seeds);
    expect(found).toBeGreaterThan(0.7);
    expect(falsePerThousand).toBeLessThan(10);
    // Before the second year nobody can know that a peak returns.
    if (length >= 2 * year[grain]) expect(peaks).toBeLessThan(0.2);
  });
});

describe('seriesExpectations', () => {
  const month = (values: readonly number[]) =>
    seriesExpectations(Float64Array.from(values), { ...asked, grain: 'month' });

  it('is the median with three scaled MAD in a single year', () => {
    const { expected, low, high, period, score } = month([10, 12, 11, 9, 10, 40, 11, 10]);
    expect(period).toBeNull();
    expect(expected[0]).toBe(10.5);
    expect(high[0]).toBeCloseTo(10.5 + 3 * 1.482602218505602 * 0.5, 12);
    expect(low[0]).toBeCloseTo(10.5 - 3 * 1.482602218505602 * 0.5, 12);
    expect(score[5]).toBeCloseTo(29.5 / (1.482602218505602 * 0.5), 9);
  });

  it('takes out of an alarm what another year had at the same time', () => {
    const values = [30, 11, 12, 11, 10, 11, 12, 11, 10, 11, 12, 11, 90, 11, 12];
    const { expected, high, score } = month(values);
    expect(expected[0]).toBe(30);
    expect(30).toBeLessThan(high[0]!);
    expect(expected[12]).toBe(30);
    expect(score[12]).toBeGreaterThan(3);
  });

  it('expects nothing below six steps, of equal values, of days of rest and of missing steps', () => {
    for (const values of [
      [],
      [1],
      [1, 2, 3, 4, 50],
      Array<number>(30).fill(7),
      Array<number>(40).fill(0),
      Array<number>(40).fill(NaN),
    ])
      for (const grain of ['day', 'week', 'month'] as const)
        for (const rule of ['seasonal', 'rolling'] as const) {
          const found = seriesExpectations(Float64Array.from(values), { ...asked, grain, rule });
          for (const [i, value] of values.entries())
            expect(value < found.low[i]! || value > found.high[i]!).toBe(false);
        }
    const closed = Float64Array.from({ length: 70 }, (_, i) => (i % 7 === 5 ? 0 : 100 + ((i * 13) % 5)));
    const { expected } = seriesExpectations(closed, { ...asked, grain: 'day' });
    expect([expected[5], expected[12]]).toEqual([NaN, NaN]);
    expect(Math.abs(expected[4]! - 102)).toBeLessThan(4);
    expect(month([1, 2, 3, NaN, 2, 3, 1, 2]).expected[3]).toBeNaN();
  });

  it('never goes below zero where the values do not', () => {
    const { low } = month([1, 20, 3, 18, 2, 15, 1, 19]);
    expect(low.every((value) => value >= 0)).toBe(true);
    expect(month([-10, 20, -30, 18, 2, 15, -10, 19]).low[0]).toBeLessThan(0);
  });

  it('by the rolling rule is the mean of the steps before and so many deviations', () => {
    const values = Float64Array.of(2, 4, 6, 100, 5);
    const found = seriesExpectations(values, { grain: 'month', rule: 'rolling', window: 3, deviations: 3 });
    expect(found.expected[2]).toBeNaN();
    expect([found.expected[3], found.low[3]]).toEqual([4, 0]);
    expect(found.high[3]).toBeCloseTo(10, 12);
    expect(found.score[3]).toBeCloseTo(48, 9);
  });
});
