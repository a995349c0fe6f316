import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridPoints } from '../../testing/made-points.ts';
import { Stopped } from '../hooks.ts';
import { assignNearest } from '../kmeans/assign-nearest.ts';
import { predictionStrength } from './prediction-strength.ts';
import { strengthOf } from './split-strength.ts';
import { planted } from './testing/planted.ts';
import { ruspini } from './testing/ruspini.ts';

describe('predictionStrength', () => {
  it('finds the four groups of Ruspini', () => {
    const data = ruspini();
    const found = predictionStrength(data.points, { ...data, to: 7 });
    expect(found).toMatchObject({ clusters: 4, exact: true, sampledRows: 75, repeats: 10, threshold: 0.8 });
    expect(found.candidates[0]).toEqual({ clusters: 1, strength: 1, error: 0 });
  });

  it('finds as many groups as were planted, and one where there is one', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const four = planted(seed, [30, 30, 30, 30], 3, 7);
      expect(predictionStrength(four.points, { ...four, to: 6, seed, repeats: 5 }).clusters).toBe(4);
      const one = planted(seed, [200], 2, 0);
      expect(predictionStrength(one.points, { ...one, to: 4, seed, repeats: 8 }).clusters).toBe(1);
    }
  });

  it('counts the pairs that counting every pair counts', () => {
    fc.assert(
      fc.property(gridPoints, fc.integer({ min: 1, max: 4 }), (data, clusters) => {
        const labels = Int32Array.from({ length: data.rows }, (_, i) => (i * 7) % clusters);
        const sizes = new Int32Array(clusters);
        for (const label of labels) sizes[label]++;
        const centers = Float64Array.from({ length: clusters * data.columns }, (_, p) => ((p * 5) % 13) - 6);
        const predicted = assignNearest(data.points, { ...data, centers, clusters }).labels;
        const shares = Array.from(sizes, (size, c) => {
          let kept = 0;
          labels.forEach((a, i) => {
            labels.forEach((b, j) => {
              if (i !== j && a === c && b === c && predicted[i] === predicted[j]) kept++;
            });
          });
          return size < 2 ? 1 : kept / size / (size - 1);
        });
        const found = strengthOf({ ...data, weights: null }, { labels, sizes }, { centers });
        expect(found).toBeCloseTo(Math.min(...shares), 12);
      }),
    );
  });

  it('is the same for the same seed and for shifted and scaled points, and samples many rows', () => {
    const data = ruspini();
    const before = data.points.slice();
    const found = predictionStrength(data.points, { ...data, to: 5, seed: 4 });
    expect(data.points).toEqual(before);
    expect(predictionStrength(data.points, { ...data, to: 5, seed: 4 })).toEqual(found);
    for (const scale of [1e-9, 1e9]) {
      const moved = data.points.map((value) => scale * (value + 64));
      expect(predictionStrength(moved, { ...data, to: 5, seed: 4 })).toEqual(found);
    }
    const sampled = predictionStrength(data.points, { ...data, to: 5, maxRows: 50 });
    expect(sampled).toMatchObject({ clusters: 4, exact: false, sampledRows: 50 });
  });

  it('leaves out what halves cannot hold, tells its progress, stops, and refuses', () => {
    const same = { points: new Float64Array(12).fill(2), rows: 6, columns: 2 };
    expect(predictionStrength(same.points, same).candidates.map(({ clusters }) => clusters)).toEqual([1]);
    const data = planted(1, [40, 40], 2, 6);
    const told: number[] = [];
    predictionStrength(data.points, { ...data, to: 3 }, { onProgress: (done) => told.push(done) });
    expect(told).toEqual(told.slice().sort((a, b) => a - b));
    expect(told.at(-1)).toBeCloseTo(1, 9);
    let asked = 0;
    expect(() => predictionStrength(data.points, data, { shouldStop: () => ++asked > 5 })).toThrow(Stopped);
    expect(() => predictionStrength(Float64Array.of(1, 2, 3), { rows: 3, columns: 1 })).toThrow('at least 4');
    expect(() => predictionStrength(data.points, { ...data, threshold: 2 })).toThrow('threshold');
    expect(() => predictionStrength(data.points, { ...data, repeats: 0 })).toThrow('repeats');
  });
});
