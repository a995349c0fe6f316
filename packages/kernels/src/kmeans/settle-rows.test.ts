import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { assignNearest } from './assign-nearest.ts';
import { kmeans } from './kmeans.ts';
import type { Problem } from './problem.ts';
import { scanRows } from './scan-rows.ts';
import { settle } from './settle.ts';
import { type PartResult, type RowsInfo, settlePart, settleSteps } from './settle-rows.ts';

/** The steps here and now. */
function settleRows(problem: Problem, initial: Float64Array, info: RowsInfo, maxIterations: number): PartResult | null {
  const steps = settleSteps(problem, initial, info, maxIterations);
  let step = steps.next();
  while (!step.done) {
    const { kind, inputs } = step.value;
    step = steps.next(
      kind === 'scan' ? inputs.map((input) => scanRows(input)) : inputs.map((input) => settlePart(input)),
    );
  }
  return step.value;
}

describe('settleSteps', () => {
  it.each([1, 2, 3])(
    'ends where no row is nearer to another mean, and no higher than with all rows (seed %i)',
    (seed) => {
      const problem: Problem = { ...clouds(9_000, 2, 6, seed), weights: null };
      const begin = settle(problem, problem.points.slice(0, 14), { maxIterations: 20, moves: false }, {});
      const info = { rounding: 1e-10, heaviest: 1 };
      const ended = settleRows(problem, begin.centers, info, 1_000);
      if (ended === null) throw new Error('a cluster was empty');
      expect(ended.converged).toBe(true);
      const again = settle(problem, ended.centers, { maxIterations: 10, moves: false }, {});
      expect(again.iterations).toBe(1);
      for (const [p, value] of again.centers.entries()) expect(value).toBeCloseTo(ended.centers[p], 9);
      const whole = settle(problem, begin.centers, { maxIterations: 1_000 }, {});
      expect(again.inertia / whole.inertia).toBeLessThan(1 + 1e-3);
    },
  );

  it('says so where the iterations did not suffice, and where a cluster is empty', () => {
    const problem: Problem = { ...clouds(9_000, 2, 6), weights: null };
    const info = { rounding: 1e-10, heaviest: 1 };
    expect(settleRows(problem, problem.points.slice(0, 14), info, 2)?.converged).toBe(false);
    expect(settleRows(problem, Float64Array.of(0, 0, 1e6, 1e6), info, 50)).toBeNull();
  });
});

describe('kmeans of very many rows', () => {
  const data = clouds(80_000, 3, 4);

  it('is a partition into means that no row is nearer to another of', () => {
    const fit = kmeans(data.points, { ...data, clusters: 6, starts: 3 });
    const nearest = assignNearest(data.points, { ...data, centers: fit.centers, clusters: 6 });
    expect(fit.converged).toBe(true);
    expect(nearest.labels).toEqual(fit.labels);
    expect(nearest.distances.reduce((sum, square) => sum + square, 0) / fit.inertia).toBeCloseTo(1, 9);
    expect(fit.sizes.reduce((sum, size) => sum + size)).toBe(80_000);
  });

  it('misses no far group, and bears a large offset and duplicates', () => {
    const points = data.points.map((value) => value + 1e6);
    for (let p = 0; p < 9; p++) points[30_000 + p] = 5e6;
    const fit = kmeans(points, { ...data, clusters: 3, starts: 2 });
    expect(Math.min(...fit.sizes)).toBe(3);
    const two = Float64Array.from({ length: 70_000 }, (_, i) => i % 2);
    const found = kmeans(two, { rows: 70_000, columns: 1, clusters: 3, starts: 2 });
    expect(found).toMatchObject({ clusters: 2, inertia: 0, sizes: Int32Array.of(35_000, 35_000) });
    expect(() => kmeans(points.fill(NaN, 210_001, 210_002), { ...data, clusters: 2 })).toThrow('row 70000, column 1');
  });
});
