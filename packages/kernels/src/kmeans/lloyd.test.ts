import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flat } from '../../testing/load-points.ts';
import { clouds, gridPoints } from '../../testing/made-points.ts';
import { createRandom } from '../random/create-random.ts';
import { sumOfSquares } from './cluster-sums.ts';
import { lloydBounded } from './lloyd-bounded.ts';
import { lloydPlain } from './lloyd-plain.ts';
import { nearestOfAny, nearestTwoFor } from './nearest-two.ts';
import type { Problem } from './problem.ts';
import { seedCenters } from './seed-centers.ts';

const square = flat([
  [0, 0],
  [0.5, 0],
  [0.5, 1],
  [1, 1],
]);

describe.each([
  ['lloydPlain', lloydPlain],
  ['lloydBounded', lloydBounded],
])('%s', (_, lloyd) => {
  // scikit-learn's own test of sample weights.
  it('iterates to the weighted means', () => {
    const problem: Problem = { ...square, weights: Float64Array.of(3, 1, 1, 3) };
    const fixed = lloyd(problem, Float64Array.of(0, 0, 1, 1), 2, 300);
    expect(Array.from(fixed.labels)).toEqual([0, 0, 1, 1]);
    expect(Array.from(fixed.centers)).toEqual([0.125, 0, 0.875, 1]);
    expect(sumOfSquares(problem, fixed.labels, fixed.centers)).toBeCloseTo(0.375, 12);
  });

  // scikit-learn's own test of an empty cluster: the second centre is nearest to no point.
  it('gives an empty cluster the farthest point', () => {
    const problem: Problem = { ...square, weights: null };
    const fixed = lloyd(problem, Float64Array.of(0.5, 0.5, 3, 3), 2, 300);
    expect(sumOfSquares(problem, fixed.labels, fixed.centers)).toBeCloseTo(0.25, 12);
    expect(fixed.converged).toBe(true);
  });

  it('says so where the limit came first', () => {
    const problem: Problem = { ...clouds(300, 2, 6), weights: null };
    expect(lloyd(problem, problem.points.slice(0, 12), 6, 1)).toMatchObject({ iterations: 1, converged: false });
  });
});

describe('lloydBounded against lloydPlain', () => {
  it.each([1, 2, 3, 4, 7])('gives the same bits in %i columns, and compares far fewer points', (columns) => {
    const problem: Problem = { ...clouds(800, columns, 6, columns), weights: null };
    const seeds = seedCenters(problem, 6, createRandom(columns));
    const counts = { scans: 0 };
    const bounded = lloydBounded(problem, seeds, 6, 300, {}, counts);
    expect(bounded).toEqual(lloydPlain(problem, seeds, 6, 300));
    expect(counts.scans).toBeGreaterThanOrEqual(800);
    if (bounded.iterations > 5) expect(counts.scans).toBeLessThan(800 * bounded.iterations * 0.7);
  });

  it('gives the same bits among ties, duplicates and weights', () => {
    const weighed = gridPoints.chain((data) =>
      fc
        .array(fc.integer({ min: 0, max: 3 }), { minLength: data.rows, maxLength: data.rows })
        .map((weights) => ({ ...data, weights: Float64Array.from(weights, (w, i) => (i === 0 ? 1 : w)) })),
    );
    fc.assert(
      fc.property(weighed, fc.integer({ min: 1, max: 5 }), (problem, clusters) => {
        const seeds = seedCenters(problem, clusters, createRandom(clusters));
        const found = seeds.length / problem.columns;
        expect(lloydBounded(problem, seeds, found, 50)).toEqual(lloydPlain(problem, seeds, found, 50));
      }),
    );
  });
});

describe('nearestTwoFor', () => {
  it.each([2, 3, 5])('equals the plain search in %i columns', (columns) => {
    const { points } = clouds(50, columns, 3);
    const fast = new Float64Array(2);
    const plain = new Float64Array(2);
    const centers = points.slice(0, 7 * columns);
    for (let at = 0; at < points.length; at += columns) {
      const best = nearestTwoFor(columns)(points, at, centers, 7, columns, fast);
      expect(best).toBe(nearestOfAny(points, at, centers, 7, columns, plain));
      expect(fast).toEqual(plain);
    }
  });
});
