import type { Density } from '@clientele/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, lassoOf, lassoOfBox } from './lasso-shapes.ts';
import { type Corner, simplifyLine } from './simplify-line.ts';

const circle = (count: number, radius: number): Corner[] =>
  Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * 2 * Math.PI;
    return [100 + radius * Math.cos(angle), 100 + radius * Math.sin(angle)];
  });

/** How far a place is from the nearest of some lines. */
function nearest([x, y]: Corner, line: readonly Corner[]): number {
  const away = line.slice(1).map(([toX, toY], at) => {
    const [fromX, fromY] = line[at]!;
    const [dx, dy] = [toX - fromX, toY - fromY];
    const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
  });
  return Math.min(...away);
}

describe('a line', () => {
  it('loses the corners on its straights, and keeps its ends', () => {
    const line: Corner[] = [
      [0, 0],
      [1, 0],
      [2, 0.1],
      [3, 0],
      [3, 1],
      [3, 2],
    ];
    expect(simplifyLine(line, 0.5)).toEqual([
      [0, 0],
      [3, 0],
      [3, 2],
    ]);
    expect(simplifyLine([], 1)).toEqual([]);
    expect(simplifyLine([[1, 2]], 1)).toEqual([[1, 2]]);
    expect(
      simplifyLine(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        1,
      ),
    ).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });
  it('moves by no more than was allowed', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(
        fc.array(corner, { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 0, max: 8 }),
        (line, tolerance) => {
          const kept = simplifyLine(line, tolerance);
          for (const place of line) expect(nearest(place, kept)).toBeLessThanOrEqual(tolerance + 1e-9);
          expect(kept[0]).toEqual(line[0]);
          expect(kept.at(-1)).toEqual(line.at(-1));
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('a lasso', () => {
  it('has few corners and the shape that was drawn', () => {
    const lasso = lassoOf(circle(3000, 80));
    expect(lasso?.length).toBeGreaterThan(12);
    expect(lasso?.length).toBeLessThan(100);
  });
  it('is nothing where it was a click, a stroke, or nothing', () => {
    expect(lassoOf([])).toBeNull();
    expect(lassoOf([[5, 5]])).toBeNull();
    expect(lassoOf(circle(50, 2))).toBeNull();
    expect(
      lassoOf([
        [0, 0],
        [100, 0],
        [200, 1],
      ]),
    ).toBeNull();
    expect(
      lassoOf([
        [0, 0],
        [100, 100],
      ]),
    ).toBeNull();
  });
  it('never has more corners than the service takes', () => {
    const wild = Array.from({ length: 20_000 }, (_, at): Corner => [(at * 7919) % 997, (at * 104_729) % 991]);
    expect(lassoOf(wild)?.length).toBeLessThanOrEqual(2000);
  });
});

describe('a box by numbers', () => {
  it('is a lasso, whichever way round its ends were given', () => {
    const corners = [
      [0, 1],
      [2, 1],
      [2, 5],
      [0, 5],
    ];
    expect(lassoOfBox({ left: 0, right: 2, bottom: 1, top: 5 })).toEqual(corners);
    expect(lassoOfBox({ left: 2, right: 0, bottom: 5, top: 1 })).toEqual(corners);
    expect(lassoOfBox({ left: 2, right: 2, bottom: 5, top: 1 })).toBeNull();
    expect(lassoOfBox({ left: Number.NaN, right: 2, bottom: 5, top: 1 })).toBeNull();
  });
  it('begins around everybody', () => {
    const density = { left: -3, right: 1, bottom: 0, top: 9 } as Density;
    const points = { x: [-1.234, 2], y: [0.001, 1.999] };
    expect(boxAround({ ...points, density: null })).toEqual({ left: -1.24, right: 2, bottom: 0, top: 2 });
    expect(boxAround({ ...points, density })).toEqual({ left: -3, right: 2, bottom: 0, top: 9 });
    expect(boxAround({ x: [], y: [], density: null })).toEqual({ left: 0, right: 1, bottom: 0, top: 1 });
  });
});
