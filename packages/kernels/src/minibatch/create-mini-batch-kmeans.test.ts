import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { assignNearest } from '../kmeans/assign-nearest.ts';
import { kmeans } from '../kmeans/kmeans.ts';
import { createRandom } from '../random/create-random.ts';
import { createMiniBatchKmeans } from './create-mini-batch-kmeans.ts';
import { type MiniBatchState, stepInPlace } from './mini-batch-state.ts';

describe('createMiniBatchKmeans', () => {
  it('moves a centre to the mean of all it has drawn, as if row after row with rate 1 / count', () => {
    const random = createRandom(1);
    const state: MiniBatchState = { centers: Float64Array.of(0), counts: Float64Array.of(0), columns: 1, clusters: 1 };
    expect(stepInPlace(state, Float64Array.of(1, 3), 2, random)).toBe(10);
    expect(stepInPlace(state, Float64Array.of(5, 7, 4), 3, random)).toBe(9 + 25 + 4);
    expect(state.centers[0]).toBe(4);
    expect(state.counts[0]).toBe(5);
    // Sculley's rule, row by row.
    let center = 0;
    [1, 3, 5, 7, 4].forEach((x, i) => {
      center = center * (1 - 1 / (i + 1)) + x / (i + 1);
    });
    expect(state.centers[0]).toBeCloseTo(center, 12);
  });

  it('moves a centre that is missed by none to rows far from all', () => {
    const random = createRandom(1);
    const centers = Float64Array.of(0, 0.1);
    const state: MiniBatchState = { centers, counts: Float64Array.of(9, 1), columns: 1, clusters: 2 };
    stepInPlace(state, Float64Array.of(0, 0, 0, 50, 50, 50), 6, random);
    expect(Array.from(state.centers).some((center) => center === 50)).toBe(true);
  });

  it('comes within 4 % of k-means in one pass over batches in random order', () => {
    const { points, rows, columns } = clouds(20_000, 3, 8, 8);
    const stream = createMiniBatchKmeans({ columns, clusters: 8 });
    for (let from = 0; from < rows; from += 500)
      stream.add(points.subarray(from * columns, (from + 500) * columns), 500);
    const centers = stream.centers();
    const { distances } = assignNearest(points, { rows, columns, centers, clusters: 8 });
    const full = kmeans(points, { rows, columns, clusters: 8, starts: 3 });
    expect(distances.reduce((sum, d) => sum + d, 0) / full.inertia).toBeLessThan(1.04);
    expect(stream.rows).toBe(rows);
    expect(stream.counts).toHaveLength(8);
    const firsts = Array.from({ length: 8 }, (_, c) => centers[c * columns]);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });

  it('has centres from the first row on, the same however the first rows were cut, and changes no batch', () => {
    const { points, columns } = clouds(200, 2, 3);
    const before = points.slice();
    const one = createMiniBatchKmeans({ columns, clusters: 3, seed: 5 });
    expect(one.centers()).toHaveLength(0);
    one.add(points, 200);
    const other = createMiniBatchKmeans({ columns, clusters: 3, seed: 5 });
    for (let i = 0; i < 200; i += 50) {
      other.add(points.subarray(i * columns, (i + 50) * columns), 50);
      expect(other.centers().every(Number.isFinite)).toBe(true);
    }
    expect(other.centers()).toEqual(one.centers());
    expect(other.counts.reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(points).toEqual(before);
  });

  it('keeps nothing of a batch that its caller fills anew', () => {
    const batch = Float64Array.of(0, 10);
    const stream = createMiniBatchKmeans({ columns: 1, clusters: 2 });
    stream.add(batch, 2);
    batch.fill(99);
    expect(Array.from(stream.centers())).toEqual([0, 10]);
  });

  it('refuses what does not fit', () => {
    const stream = createMiniBatchKmeans({ columns: 2, clusters: 2 });
    expect(() => stream.add(new Float64Array(5), 2)).toThrow('2 x 2 = 4 numbers, got 5');
    expect(() => stream.add(Float64Array.of(1, Number.NaN), 1)).toThrow('NaN in row 0, column 1');
    expect(() => createMiniBatchKmeans({ columns: 0, clusters: 2 })).toThrow('columns');
    expect(() => createMiniBatchKmeans({ columns: 1, clusters: 0 })).toThrow('clusters');
    const same = createMiniBatchKmeans({ columns: 1, clusters: 3, firstRows: 2 });
    for (let i = 0; i < 3; i++) same.add(Float64Array.of(4, 4), 2);
    expect(Array.from(same.centers())).toEqual([4]);
  });

  it('adds the centres it lacks once rows differ', () => {
    const stream = createMiniBatchKmeans({ columns: 1, clusters: 3, firstRows: 2 });
    stream.add(Float64Array.of(4, 4), 2);
    stream.add(Float64Array.of(4, 9, 1), 3);
    expect(Array.from(stream.centers())).toEqual([1, 4, 9]);
    expect(Array.from(stream.counts)).toEqual([1, 3, 1]);
  });
});
