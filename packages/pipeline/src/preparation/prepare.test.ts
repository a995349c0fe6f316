import { isClienteleError, type Scale, type Transform } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { customerTable } from '../run/testing/tables.ts';
import { prepare } from './prepare.ts';

const none = { transform: 'none', scale: 'none', missing: 'median' } as const;
const column = (prepared: ReturnType<typeof prepare>, index: number) =>
  Array.from({ length: prepared.rows }, (_, row) => prepared.matrix[row * prepared.columns + index]);
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return isClienteleError(error) ? error.code : error;
  }
  return null;
};

describe('prepare, scale', () => {
  const x = [1, 2, 3, 4, 10];
  const scaled = (scale: Scale, values = x) => column(prepare(customerTable({ x: values }), { ...none, scale }), 0);

  it('standard takes the mean off and divides by the population standard deviation', () => {
    const deviation = Math.sqrt((9 + 4 + 1 + 0 + 36) / 5);
    expect(scaled('standard')).toEqual(x.map((value) => (value - 4) / deviation));
  });

  it('minmax runs from 0 to 1, robust divides by the interquartile range around the median', () => {
    expect(scaled('minmax')).toEqual([0, 1 / 9, 2 / 9, 3 / 9, 1]);
    expect(scaled('robust')).toEqual([-1, -0.5, 0, 0.5, 3.5]);
  });

  it('robust takes the standard deviation where the interquartile range is 0', () => {
    const values = [5, 5, 5, 5, 5, 5, 5, 5, 5, 15];
    expect(scaled('robust', values).at(-1)).toBeCloseTo(10 / 3, 12);
  });

  it('none leaves the values alone', () => expect(scaled('none')).toEqual(x));
});

describe('prepare, transform', () => {
  const logged = (values: number[], transform: Transform) =>
    prepare(customerTable({ x: values }), { ...none, transform });

  it('log is log1p, and keeps the sign of a negative value', () => {
    const prepared = logged([0, Math.E - 1, -(Math.E - 1)], 'log');
    expect(column(prepared, 0)).toEqual([0, expect.closeTo(1, 12), expect.closeTo(-1, 12)]);
    expect(prepared.warnings).toMatchObject([{ code: 'log-of-negative', count: 1 }]);
  });

  it('auto takes log where that lowers the skew, and says so with the figures', () => {
    const prepared = logged([1, 1, 2, 2, 3, 4, 8, 100, 1000], 'auto');
    expect(prepared.preparation.columns[0]?.transform).toBe('log');
    expect(prepared.warnings[0]?.message).toBe('x: log is taken, the skewness goes from 2.4 to 1.4.');
  });

  it('auto leaves an even feature and one with negative values as they are', () => {
    expect(logged([1, 2, 3, 4, 5, 6], 'auto').preparation.columns[0]?.transform).toBe('none');
    expect(logged([-1, 1, 2, 3, 1000], 'auto').preparation.columns[0]?.transform).toBe('none');
  });

  it('keeps percentiles 0 to 100 of the raw values, type 7', () => {
    const [x] = logged([0, 10, 20, 30, 40], 'log').preparation.columns;
    expect(x?.percentiles).toHaveLength(101);
    expect([x?.percentiles[0], x?.percentiles[50], x?.percentiles[100]]).toEqual([0, 20, 40]);
    expect(x?.percentiles[10]).toBeCloseTo(4, 12);
  });
});

describe('prepare, categories', () => {
  it('two values are one column that stands for the last of them, scaled but not logged', () => {
    const table = customerTable({ g: ['no', 'yes', 'yes', 'yes'], x: [1, 2, 3, 4] });
    const prepared = prepare(table, { transform: 'log', scale: 'standard', missing: 'median' });
    expect(prepared.columns).toBe(2);
    const [g] = prepared.preparation.columns;
    expect(g).toMatchObject({ category: 'yes', transform: 'none', fill: 1, center: 0.75, percentiles: [] });
    expect(g?.divisor).toBeCloseTo(Math.sqrt(0.1875), 12);
  });

  it('three values are three columns, and a missing one is the most frequent', () => {
    const prepared = prepare(customerTable({ g: ['a', 'b', 'c', 'b', null] }), none);
    expect(prepared.preparation.columns.map(({ category }) => category)).toEqual(['a', 'b', 'c']);
    expect(column(prepared, 1)).toEqual([0, 1, 0, 1, 1]);
    expect(prepared.warnings).toMatchObject([
      {
        code: 'missing-filled',
        message: '1 of 5 customers have no value for g; the most frequent one, b, is filled in.',
      },
    ]);
  });

  it('refuses a category of more than 50 values', () => {
    const table = customerTable({ g: Array.from({ length: 51 }, (_, i) => `v${i}`) });
    expect(codeOf(() => prepare(table, none))).toBe('unsupported');
  });
});

describe('prepare, missing and constant', () => {
  it('fills in the median and counts', () => {
    const prepared = prepare(customerTable({ x: [1, Number.NaN, 3, 8] }), none);
    expect(column(prepared, 0)).toEqual([1, 3, 3, 8]);
    expect(prepared.warnings).toMatchObject([{ code: 'missing-filled', count: 1 }]);
  });

  it('drops customers that lack a number or a category', () => {
    const table = customerTable({ x: [1, Number.NaN, 3, 8], g: ['a', 'b', null, 'b'] });
    const prepared = prepare(table, { ...none, missing: 'drop' });
    expect(Array.from(prepared.kept)).toEqual([0, 3]);
    expect(prepared.preparation.dropped).toBe(2);
    expect(codeOf(() => prepare(customerTable({ x: [Number.NaN], y: [1] }), { ...none, missing: 'drop' }))).toBe(
      'too-few-customers',
    );
  });

  it('gives a constant column divisor 1 and a warning, whatever its rounding', () => {
    const prepared = prepare(customerTable({ x: [0.1, 0.1, 0.1], y: [1, 2, 3] }), { ...none, scale: 'standard' });
    expect(column(prepared, 0)).toEqual([0, 0, 0]);
    expect(prepared.preparation.columns[0]?.divisor).toBe(1);
    expect(prepared.warnings.map(({ code }) => code)).toEqual(['constant-feature']);
    const rounding = prepare(customerTable({ x: [0.3, 0.1 + 0.2, 0.3], y: [1, 2, 3] }), { ...none, scale: 'standard' });
    expect(rounding.preparation.columns[0]?.divisor).toBe(1);
  });

  it('refuses features that are all constant or have no value', () => {
    expect(codeOf(() => prepare(customerTable({ x: [2, 2], y: [3, 3] }), none))).toBe('feature-constant');
    expect(codeOf(() => prepare(customerTable({ x: [Number.NaN, Number.NaN], y: [1, 2] }), none))).toBe(
      'feature-constant',
    );
  });

  it('refuses infinities, naming the customer, and values too far apart', () => {
    expect(() => prepare(customerTable({ x: [1, Number.POSITIVE_INFINITY] }), none)).toThrow(
      /x of customer c2 is infinite/,
    );
    const wide = customerTable({ x: [-1.7e308, 1.7e308] });
    expect(codeOf(() => prepare(wide, { ...none, scale: 'minmax' }))).toBe('values-unreadable');
  });

  it('refuses a recipe without features', () => expect(codeOf(() => prepare(customerTable({}), none))).toBe('usage'));
});
