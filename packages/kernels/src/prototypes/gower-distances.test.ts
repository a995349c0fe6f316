import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stopped } from '../hooks.ts';
import { gowerDistance, gowerDistances, gowerRanges } from './gower-distances.ts';

describe('gowerDistances', () => {
  it('gives the mean of what is known, worked by hand', () => {
    const numbers = Float64Array.of(0, 5, 10, 5, 4, 5);
    const categories = Int32Array.of(1, 0, 1, 2, -1, 0);
    // Ranges 10 and 0. Rows 0 and 1: 1 + 0 + 0 + 1 of four; 0 and 2: .4 + 0 + 0 of three known; 1 and 2: .6 + 0 + 1 of three.
    const found = gowerDistances(numbers, categories, { rows: 3, columns: 2, categoricalColumns: 2 });
    [0.5, 0.4 / 3, 1.6 / 3].forEach((value, p) => {
      expect(found[p]).toBeCloseTo(value, 14);
    });
  });

  it('is 1 where nothing is known of both, and empty for one row', () => {
    const shape = { rows: 2, columns: 0, categoricalColumns: 1 };
    expect(Array.from(gowerDistances(new Float64Array(0), Int32Array.of(-1, 3), shape))).toEqual([1]);
    expect(
      gowerDistances(Float64Array.of(1), new Int32Array(0), { rows: 1, columns: 1, categoricalColumns: 0 }),
    ).toHaveLength(0);
  });

  it('is symmetric, 0 to 1, 0 for equal rows, and free of units', () => {
    const row = fc.tuple(
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
        const numbers = Float64Array.from(rows.flatMap((row) => row.slice(0, 2)));
        const categories = Int32Array.from(rows.map(([, , code]) => code));
        const shape = { rows: rows.length, columns: 2, categoricalColumns: 1 };
        const found = gowerDistances(numbers, categories, shape);
        const data = { ...shape, numbers, categories };
        const ranges = gowerRanges(data);
        let at = 0;
        for (let a = 0; a < rows.length; a++) {
          expect(gowerDistance(data, a, a, ranges)).toBe(0);
          for (let b = a + 1; b < rows.length; b++, at++) {
            expect(found[at]).toBe(gowerDistance(data, b, a, ranges));
            expect(found[at]).toBeCloseTo(naive(rows, a, b), 12);
            expect(found[at] >= 0 && found[at] <= 1).toBe(true);
          }
        }
        const moved = numbers.map((value, p) => (p % 2 === 0 ? value * 8 + 3 : value * 1e-9));
        gowerDistances(moved, categories, shape).forEach((value, p) => {
          expect(value).toBeCloseTo(found[p], 9);
        });
      }),
    );
  });

  it('refuses what does not fit and stops when asked', () => {
    const shape = { rows: 2, columns: 1, categoricalColumns: 0 };
    expect(() => gowerDistances(new Float64Array(3), new Int32Array(0), shape)).toThrow('2 x 1 = 2 numbers, got 3');
    expect(() => gowerDistances(Float64Array.of(1, Infinity), new Int32Array(0), shape)).toThrow('Infinity in row 1');
    const stopping = { shouldStop: () => true };
    expect(() => gowerDistances(new Float64Array(2), new Int32Array(0), shape, stopping)).toThrow(Stopped);
  });
});

/** Gower's distance of rows of two numbers and a category, straight from the definition. */
function naive(rows: [number, number, number][], a: number, b: number): number {
  const parts: number[] = [];
  for (const j of [0, 1] as const) {
    const column = rows.map((row) => row[j]);
    const range = Math.max(...column) - Math.min(...column);
    parts.push(range === 0 ? 0 : Math.abs(rows[a][j] - rows[b][j]) / range);
  }
  if (rows[a][2] >= 0 && rows[b][2] >= 0) parts.push(rows[a][2] === rows[b][2] ? 0 : 1);
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
