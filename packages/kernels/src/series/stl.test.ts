import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { loess } from './loess.ts';
import { robustTrend } from './robust-trend.ts';
import { robustWeights } from './robust-weights.ts';
import { stl } from './stl.ts';
import { normal } from './testing/normal.ts';

/** Forty steps with a line, a season of five and one value far off. */
const made = Float64Array.from(
  { length: 40 },
  (_, i) => ((i * 37) % 11) + 0.5 * i + [0, 4, -3, 7, 1][i % 5] + (i === 17 ? 60 : 0),
);
const places = [0, 7, 17, 39];

describe('loess', () => {
  it('is a line on a line, at every place', () => {
    const line = Float64Array.from({ length: 20 }, (_, i) => 3 - 2 * i);
    for (const window of [7, 99])
      for (const [i, value] of loess(line, { window, degree: 1 }).entries()) expect(value).toBeCloseTo(line[i], 10);
  });

  it('is worked by hand: five values around a place, tricube', () => {
    const weight = (1 - 0.5 ** 3) ** 3;
    const values = Float64Array.of(0, 0, 1, 0, 0);
    expect(loess(values, { window: 5, degree: 0 })[2]).toBeCloseTo(1 / (1 + 2 * weight), 12);
  });
});

describe('robustWeights', () => {
  it('are worked by hand', () => {
    const weights = robustWeights(Float64Array.of(1, -1, 1, 3, 7, Number.NaN));
    expect(Array.from(weights)).toEqual([...Array.from({ length: 3 }, () => (1 - 1 / 36) ** 2), (1 - 0.25) ** 2, 0, 0]);
    expect(Array.from(robustWeights(Float64Array.of(0, 0, 0, 5)))).toEqual([1, 1, 1, 1]);
  });
});

describe('stl', () => {
  // statsmodels 0.13.5 (Debian 12): STL(made, period=5, ...).fit() with its defaults unless said.
  it.each([
    [
      { robust: false },
      [3.730658510651492, 11.256347599808736, 26.684941686901325, 27.333329029418937],
      [-0.024529832442814474, 1.063438771845423, 7.181989846642505, -2.492346435971546],
    ],
    [
      { robust: true },
      [4.110427399608431, 11.018631417141737, 16.470898582078902, 26.973111328818312],
      [-1.2208661707315696, -3.3944887970503386, -5.859859522088564, -3.4622470299923362],
    ],
    [
      { robust: true, seasonal: 15, trend: 21 },
      [5.9836391790472225, 10.153571525644892, 15.690017738169614, 25.39552086995106],
      [-2.709849811119993, -3.7000739715407653, -4.000232875538126, -1.0282113386535738],
    ],
  ])('gives what statsmodels gives with %o', (options, trend, seasonal) => {
    const found = stl(made, { period: 5, ...options });
    places.forEach((place, at) => {
      expect(found.trend[place]).toBeCloseTo(trend[at], 9);
      expect(found.seasonal[place]).toBeCloseTo(seasonal[at], 9);
    });
  });

  it('adds up, moves with a shift and grows with a scale', () => {
    const plain = stl(made, { period: 5, robust: true });
    const moved = stl(
      made.map((value) => 1e6 + 1000 * value),
      { period: 5, robust: true },
    );
    made.forEach((value, i) => {
      expect(plain.trend[i] + plain.seasonal[i] + plain.remainder[i]).toBeCloseTo(value, 10);
      expect(moved.trend[i]).toBeCloseTo(1e6 + 1000 * plain.trend[i], 4);
      expect(moved.seasonal[i]).toBeCloseTo(1000 * plain.seasonal[i], 4);
    });
    expect(made[17]).toBeGreaterThan(60);
  });

  it('passes over missing steps, also whole phases of them', () => {
    const random = createRandom(1);
    const season = [5, -2, 0, 4, -3, 1, -5];
    const whole = Float64Array.from({ length: 140 }, (_, i) => 100 + 0.1 * i + season[i % 7] + 0.1 * normal(random));
    const holes = whole.map((value, i) => (i % 7 === 6 || (i > 50 && i < 60) ? Number.NaN : value));
    const found = stl(holes, { period: 7, seasonal: 35, trend: 29, robust: true });
    holes.forEach((value, i) => {
      if (Number.isNaN(value)) expect(found.remainder[i]).toBeNaN();
      else expect(Math.abs(found.remainder[i])).toBeLessThan(1);
    });
    expect(found.trend.every(Number.isFinite) && found.seasonal.every(Number.isFinite)).toBe(true);
    expect(Math.abs(found.trend[54] + found.seasonal[54] - whole[54])).toBeLessThan(1);
  });

  it('leaves a constant series and nothing but holes without season', () => {
    const flat = stl(new Float64Array(20).fill(7), { period: 5, robust: true });
    for (let i = 0; i < 20; i++) {
      expect(flat.trend[i]).toBeCloseTo(7, 12);
      expect(flat.seasonal[i]).toBeCloseTo(0, 12);
    }
    const empty = stl(new Float64Array(20).fill(Number.NaN), { period: 5, robust: true });
    expect(Array.from(empty.trend)).toEqual(Array.from({ length: 20 }, () => 0));
  });

  it('refuses what it cannot decompose', () => {
    expect(() => stl(made.subarray(0, 9), { period: 5 })).toThrow('2 x 5 steps, got 9');
    expect(() => stl(made, { period: 1 })).toThrow('period');
    expect(() => stl(made, { period: 5, seasonal: 8 })).toThrow('odd, got 8');
    expect(() => stl(made, { period: 5, trend: 5 })).toThrow('trend');
    expect(() => stl([1, Number.POSITIVE_INFINITY, 3, 4], { period: 2 })).toThrow('Infinity at step 1');
  });
});

describe('robustTrend', () => {
  it('finds a line through outliers and holes', () => {
    const values = Float64Array.from({ length: 60 }, (_, i) =>
      i === 20 ? Number.NaN : 2 * i + (i % 9 === 4 ? 500 : 0),
    );
    const { trend, seasonal, remainder } = robustTrend(values, { window: 27 });
    for (const [i, value] of trend.entries()) expect(value).toBeCloseTo(2 * i, 6);
    expect(seasonal.every((value) => value === 0)).toBe(true);
    expect(remainder[20]).toBeNaN();
  });

  it('bears nothing and one value', () => {
    expect(robustTrend([], { window: 5 }).trend).toHaveLength(0);
    expect(robustTrend([4], { window: 5 }).trend[0]).toBe(4);
  });
});
