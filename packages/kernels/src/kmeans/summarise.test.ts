import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import type { Problem } from './problem.ts';
import { summarise } from './summarise.ts';

describe('summarise', () => {
  it('keeps the weight and the sum of all points, and stays within its size', () => {
    const problem: Problem = { ...clouds(5_000, 2, 3), weights: null };
    const summary = summarise(problem, false);
    expect(summary?.rows).toBe(834);
    const weights = summary?.weights ?? new Float64Array(0);
    expect(weights.reduce((sum, w) => sum + w, 0)).toBe(5_000);
    for (const column of [0, 1]) {
      const sum = weights.reduce((total, w, i) => total + w * (summary?.points[i * 2 + column] ?? 0), 0);
      const all = problem.points.reduce((total, value, p) => (p % 2 === column ? total + value : total), 0);
      expect(sum).toBeCloseTo(all, 6);
    }
  });

  it('gives a lone far point a place of its own', () => {
    const points = clouds(3_000, 1, 2).points;
    points[1234] = 1e6;
    const summary = summarise({ points, rows: 3_000, columns: 1, weights: null }, false);
    expect(Array.from(summary?.points ?? [])).toContain(1e6);
  });

  it('is not made for few rows, and ends early where few points are distinct', () => {
    expect(summarise({ ...clouds(100, 2, 3), weights: null }, false)).toBeNull();
    const points = Float64Array.from({ length: 4_000 }, (_, i) => i % 3);
    expect(summarise({ points, rows: 4_000, columns: 1, weights: null }, false)?.rows).toBe(3);
  });
});
