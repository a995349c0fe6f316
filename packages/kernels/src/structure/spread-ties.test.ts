import { expect, it } from 'vitest';
import { spreadTiesInPlace } from './spread-ties.ts';

it('spreads counts half way to the next, keeps gaps, and leaves measures alone', () => {
  const values = [1, 2, 3, 50, 51];
  const points = Float64Array.from({ length: 400 }, (_, p) => (p % 2 === 0 ? values[(p >> 1) % 5] : p / 7));
  const before = points.slice();
  spreadTiesInPlace({ points, rows: 200, columns: 2, weights: null }, 1);
  for (let i = 0; i < 200; i++) {
    const value = before[2 * i];
    const moved = points[2 * i] - value;
    expect(points[2 * i + 1]).toBe(before[2 * i + 1]);
    // 3 has 2 on one side and 50 on the other: no farther than a whole step.
    expect(moved).toBeGreaterThanOrEqual(value === 50 ? -1 : -0.5);
    expect(moved).toBeLessThanOrEqual(value === 3 ? 1 : 0.5);
  }
});
