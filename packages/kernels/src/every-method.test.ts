import { afterAll, describe, expect, it } from 'vitest';
import { everyMethod, type Method, type Sample, type Settings } from '../testing/every-method.ts';
import { expectLawful, expectOwnMemory } from '../testing/fit-laws.ts';
import { changed, messy, rowsOf, separated, shuffled, withCategories } from '../testing/samples.ts';
import { Stopped } from './hooks.ts';
import { createPool } from './pool/create-pool.ts';

const settings: Settings = { clusters: 3, seed: 1, unit: 1 };
const pool = createPool({ threads: 2 });
afterAll(() => pool.close());

/** A cut tree has no rule of its own for new rows, and says for what share the nearest mean is right. */
function agreementOf(fit: object): number {
  return 'agreement' in fit ? Number(fit.agreement) : 1;
}

function sample(rows: number, columns: number, value: (row: number, column: number) => number): Sample {
  const points = Float64Array.from({ length: rows * columns }, (_, p) => value(Math.floor(p / columns), p % columns));
  return withCategories({ points, rows, columns });
}

describe.each(everyMethod)('$name', (method: Method) => {
  it.each([separated(60, 3), messy(90, 2), messy(74, 4)])('labels rows as the house has it, sample %#', (data) => {
    expectLawful(method.fit(data, settings).fit, data);
    expectLawful(method.fit(data, { ...settings, clusters: 6 }).fit, data);
  });

  it('leaves the input alone and shares no memory with it', () => {
    const data = messy(80, 3);
    const before = { points: data.points.slice(), categories: data.categories.slice() };
    const { fit, predict } = method.fit(data, settings);
    predict(data);
    expect(data.points).toEqual(before.points);
    expect(data.categories).toEqual(before.categories);
    expectOwnMemory(fit, [data.points.buffer, data.categories.buffer]);
  });

  it('gives the same bits for the same seed, and clear groups the same labels for any', () => {
    const data = messy(90, 3);
    expect(method.fit(data, settings).fit).toEqual(method.fit(data, settings).fit);
    const clear = separated(60, 3);
    const { labels, clusters } = method.fit(clear, settings).fit;
    expect(clusters).toBe(3);
    for (const seed of [2, -7]) expect(method.fit(clear, { ...settings, seed }).fit.labels).toEqual(labels);
  });

  it('gives clear groups the same labels in any order of rows', () => {
    const data = separated(60, 2);
    const { labels } = method.fit(data, settings).fit;
    for (const seed of [1, 2]) {
      const order = shuffled(data.rows, seed);
      expect(method.fit(rowsOf(data, order), settings).fit.labels).toEqual(
        Int32Array.from(order, (row) => labels[row]),
      );
    }
  });

  it('gives shifted and scaled rows the same labels', () => {
    const data = separated(60, 3);
    const { labels } = method.fit(data, settings).fit;
    const shifted = changed(data, (value, column) => value + (column === 0 ? 4_096 : -512));
    expect(method.fit(shifted, settings).fit.labels).toEqual(labels);
    for (const unit of [2 ** 12, 2 ** -20, 1e-9, 1e9]) {
      const scaled = changed(data, (value) => value * unit);
      expect(method.fit(scaled, { ...settings, unit }).fit.labels).toEqual(labels);
    }
  });

  it('gives messy rows scaled by a power of two the same labels', () => {
    const data = messy(90, 3);
    const { labels } = method.fit(data, settings).fit;
    for (const unit of [2 ** 6, 2 ** -30]) {
      const scaled = changed(data, (value) => value * unit);
      expect(method.fit(scaled, { ...settings, unit }).fit.labels).toEqual(labels);
    }
  });

  it('predicts the labels of its own rows, each alone as all together', () => {
    for (const data of [separated(60, 2), messy(90, 3)]) {
      const { fit, predict } = method.fit(data, settings);
      const found = predict(data);
      const same = found.filter((label, row) => label === fit.labels[row]).length;
      expect(same / data.rows).toBe(agreementOf(fit));
      const others = messy(40, data.columns, 9);
      const together = predict(others);
      const alone = Int32Array.from({ length: 40 }, (_, row) => predict(rowsOf(others, [row]))[0]);
      expect(together).toEqual(alone);
      for (const label of together) expect(label >= -1 && label < fit.clusters).toBe(true);
    }
  });

  it.each([1, 2, 3])('bears %i rows, fewer than the clusters', (rows) => {
    const data = sample(rows, 2, (row, column) => row * 10 + column);
    const { fit, predict } = method.fit(data, { ...settings, clusters: 4 });
    expectLawful(fit, data);
    expect(predict(data)).toEqual(fit.labels);
    if (method.takesClusters) expect(fit.clusters).toBeGreaterThanOrEqual(1);
  });

  it('bears rows that are all equal', () => {
    const data = sample(20, 2, (_, column) => 7 + column);
    const { fit, predict } = method.fit(data, settings);
    expectLawful(fit, data);
    expect(fit.clusters).toBeLessThanOrEqual(1);
    if (method.takesClusters) expect(Array.from(fit.sizes)).toEqual([20]);
    expect(predict(data)).toEqual(fit.labels);
  });

  it('gives clear groups the same labels beside a constant column', () => {
    const data = separated(60, 2);
    const { labels } = method.fit(data, settings).fit;
    const wider = sample(60, 3, (row, column) => (column === 2 ? -5 : data.points[row * 2 + column]));
    expect(method.fit({ ...wider, categories: data.categories }, settings).fit.labels).toEqual(labels);
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %d in fit and prediction, naming row and column', (bad) => {
    const data = separated(30, 2);
    const { predict } = method.fit(data, settings);
    const spoilt = { ...data, points: data.points.map((value, p) => (p === 2 * 17 + 1 ? bad : value)) };
    for (const call of [() => method.fit(spoilt, settings), () => predict(spoilt)]) {
      expect(call).toThrow(RangeError);
      expect(call).toThrow(`${bad} in row 17, column 1`);
    }
  });

  it('refuses no rows, and sizes that do not fit, with the arithmetic', () => {
    const data = separated(30, 2);
    const { predict } = method.fit(data, settings);
    const none = { ...data, points: new Float64Array(0), categories: new Int32Array(0), rows: 0 };
    const wrong = { ...data, rows: 31, categories: new Int32Array(31) };
    for (const call of [(of: Sample) => method.fit(of, settings), predict]) {
      expect(() => call(none)).toThrow(RangeError);
      expect(() => call(none)).toThrow('rows must be a whole number of at least 1, got 0');
      expect(() => call(wrong)).toThrow(RangeError);
      expect(() => call(wrong)).toThrow('rows x columns = 31 x 2 = 62 numbers, got 60');
    }
    const fewer = { ...data, points: data.points.slice(0, 30), columns: 1 };
    expect(() => predict(fewer)).toThrow(RangeError);
  });

  it('stops soon after it is asked to', () => {
    const data = messy(6_000, 4);
    const began = performance.now();
    let asked = 0;
    const shouldStop = (): boolean => {
      const isTime = performance.now() - began > 10;
      if (isTime && asked === 0) asked = performance.now();
      return isTime;
    };
    expect(() => method.fit(data, { ...settings, clusters: 12 }, { shouldStop })).toThrow(Stopped);
    const lag = performance.now() - began - 10;
    if (process.env.CLIENTELE_TIMES) console.log(`${method.name} stopped after ${lag.toFixed(1)} ms`);
    expect(lag).toBeLessThan(1_000);
  });

  it('tells of progress that never goes back and ends at 1, here and in the pool, which gives the same', async () => {
    const data = messy(400, 3);
    const here: number[] = [];
    const { fit } = method.fit(data, settings, { onProgress: (done) => here.push(done) });
    const there: number[] = [];
    const pooled = await method.fitInPool(pool, data, settings, { onProgress: (done) => there.push(done) });
    expect(pooled).toEqual(fit);
    expectOwnMemory(pooled, [data.points.buffer, data.categories.buffer]);
    for (const seen of [here, there]) {
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(seen[0]).toBeGreaterThanOrEqual(0);
      expect(seen.at(-1)).toBe(1);
    }
  });
});
