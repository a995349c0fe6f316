import { describe, expect, it } from 'vitest';
import { assignNearest } from './assign-nearest.ts';

describe('assignNearest', () => {
  it('gives the nearest centre and the squared distance, the lowest number among equals', () => {
    const centers = Float64Array.of(0, 0, 4, 0);
    const { labels, distances } = assignNearest(Float64Array.of(1, 0, 2, 0, 4, 3), {
      rows: 3,
      columns: 2,
      centers,
      clusters: 2,
    });
    expect(Array.from(labels)).toEqual([0, 0, 1]);
    expect(Array.from(distances)).toEqual([1, 4, 9]);
  });

  it('refuses centres that do not fit and numbers that are not finite', () => {
    const points = Float64Array.of(1, 2);
    const centers = Float64Array.of(0, 0, 1);
    expect(() => assignNearest(points, { rows: 1, columns: 2, centers, clusters: 2 })).toThrow(
      '2 x 2 = 4 numbers, got 3',
    );
    const broken = Float64Array.of(0, Number.NaN);
    expect(() => assignNearest(points, { rows: 1, columns: 2, centers: broken, clusters: 1 })).toThrow(
      'row 0, column 1',
    );
  });
});
