import { afterEach, describe, expect, it, vi } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { createRandom } from '../random/create-random.ts';
import { simd, withoutSimd } from '../simd/simd.ts';
import { kmeans } from './kmeans.ts';
import type { Base, Problem } from './problem.ts';
import { scanRows } from './scan-rows.ts';
import { seedCenters } from './seed-centers.ts';
import { settle } from './settle.ts';

function problemOf(rows: number, columns: number, hasWeights: boolean): Problem {
  const weights = hasWeights ? Float64Array.from({ length: rows }, (_, i) => (i % 5) * 0.75) : null;
  return { ...clouds(rows, columns, 5, columns), weights };
}

describe('the compiled loops of k-means', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([1, 2, 3, 4, 7])('give the bits of the plain ones in %i columns, and are the ones that run', (columns) => {
    const loops = simd();
    if (loops === null) throw new Error('no SIMD here');
    const seeding = vi.spyOn(loops, 'kmeansSeed');
    const steps = vi.spyOn(loops, 'lloydSteps');
    for (const hasWeights of [false, true]) {
      const problem = problemOf(700, columns, hasWeights);
      for (const clusters of [1, 2, 5, 8]) {
        const seeds = seedCenters(problem, clusters, createRandom(3));
        const settled = settle(problem, seeds, { maxIterations: 200 }, {});
        const calls = seeding.mock.calls.length + steps.mock.calls.length;
        withoutSimd(() => {
          expect(seedCenters(problem, clusters, createRandom(3))).toEqual(seeds);
          expect(settle(problem, seeds, { maxIterations: 200 }, {})).toEqual(settled);
        });
        expect(seeding.mock.calls.length + steps.mock.calls.length).toBe(calls);
      }
    }
    expect(seeding).toHaveBeenCalledTimes(8);
    expect(steps.mock.calls.length).toBeGreaterThanOrEqual(8);
  });

  it.each([2, 3, 5])('scan rows and settle a part with the same bits in %i columns', (columns) => {
    const problem = problemOf(900, columns, true);
    const centers = settle(problem, seedCenters(problem, 6, createRandom(1)), { maxIterations: 3, moves: false }, {});
    const scanned = (): unknown => {
      const labels = new Int32Array(900);
      const input = { problem, from: 100, to: 900, centers: centers.centers, reach: 0.4, slack: 0.01, labels };
      const { mass, sums, open, ...rest } = scanRows(input);
      const base: Base = { mass, sums, reach: 0.4, rounding: 1e-10 };
      const part: Problem = { ...problem, rows: 80, points: problem.points.slice(0, 80 * columns), weights: null };
      return { mass, sums, open, rest, labels, part: settle(part, centers.centers, { maxIterations: 50, base }, {}) };
    };
    expect(withoutSimd(scanned)).toEqual(scanned());
  });

  it('relocates empty clusters like the plain ones', () => {
    const problem = problemOf(60, 2, false);
    const far = Float64Array.of(0, 0, 900, 900, -900, 900, 1, 1);
    const settled = settle(problem, far, { maxIterations: 50 }, {});
    expect(settled.converged).toBe(true);
    expect(withoutSimd(() => settle(problem, far, { maxIterations: 50 }, {}))).toEqual(settled);
  });

  it('lead to the same fit, of few rows and of many', () => {
    const few = clouds(300, 3, 4);
    const many = clouds(66_000, 2, 3);
    const weights = Float64Array.from({ length: 300 }, (_, i) => 1 + (i % 3));
    const weighed = { ...few, clusters: 6, weights, seed: 4 };
    expect(withoutSimd(() => kmeans(few.points, weighed))).toEqual(kmeans(few.points, weighed));
    const large = { ...many, clusters: 3, starts: 2 };
    expect(withoutSimd(() => kmeans(many.points, large))).toEqual(kmeans(many.points, large));
  });
});
