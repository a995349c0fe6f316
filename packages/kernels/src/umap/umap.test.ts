import { describe, expect, it } from 'vitest';
import { flat, iris } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { Stopped } from '../hooks.ts';
import { runPlan } from '../plan/plan.ts';
import { trustworthiness } from '../projection/trustworthiness.ts';
import { planUmap, type UmapOptions, umap } from './umap.ts';
import { planUmapTransform, umapTransform } from './umap-transform.ts';

const trust = (data: { points: Float64Array; rows: number; columns: number }, embedding: Float64Array): number => {
  const dimensions = embedding.length / data.rows;
  return trustworthiness(data.points, embedding, { ...data, dimensions, neighbours: 10 }).mean;
};

describe('umap', () => {
  it.each([1, 2, 3, 4, 5])('can be trusted on iris, seed %i', (seed) => {
    const data = iris();
    const fit = umap(data.points, { ...data, seed });
    expect(trust(data, fit.embedding)).toBeGreaterThan(0.975);
    expect(fit).toMatchObject({ exact: true, epochs: 500, neighbours: 15 });
    expect(fit.a).toBeCloseTo(1.576943, 5);
    expect(fit.b).toBeCloseTo(0.895061, 5);
  });

  it.each([
    [2, 'spectral'],
    [3, 'pca'],
    [3, 'spectral'],
  ] as const)('also in %i dimensions from a %s start', (dimensions, start) => {
    const data = iris();
    expect(trust(data, umap(data.points, { ...data, dimensions, start }).embedding)).toBeGreaterThan(0.975);
  });

  it('keeps clouds apart that are', () => {
    const { points, rows, columns } = clouds(300, 3, 1, 2);
    const twice = Float64Array.from([...points, ...points.map((value) => value + 100)]);
    for (const start of ['pca', 'spectral'] as const) {
      const { embedding } = umap(twice, { rows: 600, columns, start, epochs: 100 });
      const extent = (from: number): number[] => {
        const xs = Array.from({ length: rows }, (_, i) => embedding[(from + i) * 2]);
        return [Math.min(...xs), Math.max(...xs)];
      };
      const [[a, b], [c, d]] = [extent(0), extent(300)];
      expect(b < c || d < a).toBe(true);
    }
  });

  it('gives the same places for the same seed and in any unit, others for another, and leaves the points alone', () => {
    const data = clouds(200, 3, 3);
    const given = data.points.slice();
    const options: UmapOptions = { ...data, epochs: 60, seed: 4 };
    const { embedding } = umap(data.points, options);
    expect(data.points).toEqual(given);
    expect(umap(data.points, options).embedding).toEqual(embedding);
    const scaled = data.points.map((value) => value * 1024);
    expect(umap(scaled, options).embedding).toEqual(embedding);
    expect(umap(data.points, { ...options, seed: 5 }).embedding).not.toEqual(embedding);
    let sum = 0;
    for (let p = 0; p < embedding.length; p += 2) sum += embedding[p];
    expect(sum).toBeCloseTo(0, 9);
  });

  it('gives the same bits from shared memory', () => {
    const data = clouds(200, 3, 3);
    const options = { ...data, epochs: 20 };
    const { model, embedding } = umap(data.points, options);
    const shared = runPlan(planUmap(data.points, options, true));
    expect(shared.embedding).toEqual(embedding);
    expect(shared.model.points.buffer).toBeInstanceOf(ArrayBuffer);
    const moved = data.points.map((value) => value + 0.01);
    const places = runPlan(planUmapTransform(shared.model, moved, data, true));
    expect(places).toEqual(umapTransform(model, moved, data));
  });

  it('tells how far it is and stops when asked', () => {
    const data = iris();
    const seen: number[] = [];
    umap(data.points, { ...data, epochs: 40 }, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBeCloseTo(1, 9);
    expect(seen.length).toBeGreaterThan(40);
    let looks = 0;
    expect(() => umap(data.points, data, { shouldStop: () => ++looks > 30 })).toThrow(Stopped);
    expect(looks).toBe(31);
  });
});

describe('umap on hostile input', () => {
  const starts = ['pca', 'spectral'] as const;
  const cases: [string, number[][]][] = [
    ['one row', [[3, 4]]],
    ['two rows', [[3], [4]]],
    ['two equal rows', [[3], [3]]],
    [
      'fewer rows than neighbours',
      [
        [1, 2],
        [2, 1],
        [5, 5],
        [9, 1],
      ],
    ],
    ['equal rows only', Array.from({ length: 60 }, () => [1, 2, 3])],
    ['a constant column', Array.from({ length: 60 }, (_, i) => [i, 7, (i * 7) % 13])],
    ['one column', Array.from({ length: 60 }, (_, i) => [Math.floor(i / 3)])],
    ['many equal rows', Array.from({ length: 1_300 }, (_, i) => (i < 1_000 ? [1, 1] : [i, (i * i) % 97]))],
    ['groups of equal rows', Array.from({ length: 200 }, (_, i) => [i % 4, (i % 4) ** 2])],
    ['tiny', Array.from({ length: 60 }, (_, i) => [i * 1e-9, ((i * 7) % 13) * 1e-9])],
    ['huge', Array.from({ length: 60 }, (_, i) => [i * 1e9, ((i * 7) % 13) * 1e9])],
    ['one far away', Array.from({ length: 60 }, (_, i) => [i === 0 ? 1e9 : i, (i * 7) % 13])],
  ];

  it.each(cases)('has a place for every row: %s', (_, rows) => {
    const data = flat(rows);
    for (const start of starts) {
      for (const dimensions of [2, 3]) {
        const { embedding, model } = umap(data.points, { ...data, dimensions, start, epochs: 10 });
        expect(embedding.length).toBe(data.rows * dimensions);
        expect(embedding.every(Number.isFinite)).toBe(true);
        const moved = data.points.map((value) => value * 1.01 + 1e-3);
        expect(umapTransform(model, moved, data).every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('refuses what has no meaning', () => {
    const { points, rows, columns } = iris();
    const call = (options: object) => () => umap(points, { rows, columns, ...options });
    expect(call({ dimensions: 4 })).toThrow('dimensions must be 2 or 3, got 4');
    expect(call({ neighbours: 1 })).toThrow('neighbours must be a whole number of at least 2, got 1');
    expect(call({ epochs: 0 })).toThrow('epochs must be a whole number of at least 1, got 0');
    expect(call({ minDistance: 4 })).toThrow('below 3 x spread = 3, got 4');
    expect(call({ start: 'random' })).toThrow("'spectral' or 'pca', got random");
    expect(call({ seed: 0.5 })).toThrow('seed must be a whole number, got 0.5');
    expect(call({ rows: 0 })).toThrow('rows must be a whole number of at least 1, got 0');
    expect(() => umap(Float64Array.of(1, Number.NaN), { rows: 2, columns: 1 })).toThrow('NaN in row 1, column 0');
  });
});

describe('umapTransform', () => {
  const data = clouds(600, 3, 3, 6);
  const { points, columns } = data;
  const known = points.slice(0, 500 * columns);
  const added = points.slice(500 * columns);
  const { model, embedding } = umap(known, { rows: 500, columns });

  it('places new points as well as those it knew', () => {
    const places = umapTransform(model, added, { rows: 100, columns });
    const all = Float64Array.from([...embedding, ...places]);
    expect(trust(data, all)).toBeGreaterThan(trust({ points: known, rows: 500, columns }, embedding) - 0.01);
  });

  it('gives a row of the fit its place', () => {
    expect(umapTransform(model, known, { rows: 500, columns })).toEqual(embedding);
  });

  it('places each point on its own', () => {
    const places = umapTransform(model, added, { rows: 100, columns });
    const one = umapTransform(model, added.slice(7 * columns, 8 * columns), { rows: 1, columns });
    expect(one).toEqual(places.slice(14, 16));
  });

  it('stops when asked and refuses what does not fit', () => {
    const shape = { rows: 100, columns };
    expect(() => umapTransform(model, added, shape, { shouldStop: () => true })).toThrow(Stopped);
    expect(() => umapTransform(model, added, { rows: 150, columns: 2 })).toThrow(
      "columns must be the model's 3, got 2",
    );
    expect(() => umapTransform(model, added, { rows: 99, columns })).toThrow('99 x 3 = 297 numbers, got 300');
  });
});
