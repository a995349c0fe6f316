import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { createRandom } from '../random/create-random.ts';
import { sumOfSquares } from './cluster-sums.ts';
import { lloydBounded } from './lloyd-bounded.ts';
import { moveSinglePointsInPlace } from './move-single-points.ts';
import type { Problem } from './problem.ts';
import { seedCenters } from './seed-centers.ts';

describe('moveSinglePointsInPlace', () => {
  // Means 2 and 6: Lloyd leaves the tied 4 where it is, yet moving it lowers the sum from 10 to 14/3.
  it('leaves a fixed point of Lloyd, worked by hand', () => {
    const problem: Problem = { points: Float64Array.of(0, 4, 5, 7), rows: 4, columns: 1, weights: null };
    const labels = Int32Array.of(0, 0, 1, 1);
    const centers = Float64Array.of(2, 6);
    expect(moveSinglePointsInPlace(problem, labels, centers, 10)).toBe(true);
    expect(Array.from(labels)).toEqual([0, 1, 1, 1]);
    expect(sumOfSquares(problem, labels, centers)).toBeCloseTo(14 / 3, 12);
  });

  it.each([1, 2, 3, 4, 5])('leaves no move that pays, although it skips points (seed %i)', (seed) => {
    const problem: Problem = { ...clouds(150, 2, 4, seed), weights: null };
    const fixed = lloydBounded(problem, seedCenters(problem, 6, createRandom(seed)), 6, 300);
    moveSinglePointsInPlace(problem, fixed.labels, fixed.centers, 100);
    const reached = sumOfSquares(problem, fixed.labels, fixed.centers);
    for (let i = 0; i < problem.rows; i++) {
      for (let c = 0; c < 6; c++) {
        const labels = fixed.labels.slice();
        labels[i] = c;
        const tried: Problem = { ...problem };
        const centers = fixed.centers.slice();
        recentre(tried, labels, centers);
        expect(sumOfSquares(tried, labels, centers)).toBeGreaterThan(reached * (1 - 1e-9));
      }
    }
  });
});

function recentre({ points, rows, columns }: Problem, labels: Int32Array, centers: Float64Array): void {
  const counts = new Float64Array(centers.length / columns);
  for (let i = 0; i < rows; i++) counts[labels[i]]++;
  for (let c = 0; c < counts.length; c++) if (counts[c] > 0) centers.fill(0, c * columns, (c + 1) * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) centers[labels[i] * columns + j] += points[i * columns + j] / counts[labels[i]];
  }
}
