import { describe, expect, it } from 'vitest';
import { pairValleys } from './pair-valleys.ts';
import { planted } from './testing/planted.ts';

describe('pairValleys', () => {
  it('tells a cut through one group from the valley between two', () => {
    const data = planted(1, [200, 200], 2, 8);
    // The first group cut in two, across the way to the second.
    const labels = Int32Array.from({ length: 400 }, (_, i) => (i >= 200 ? 2 : data.points[2 * i + 1] > 0 ? 1 : 0));
    const { pValues, rowsBetween } = pairValleys(data.points, { ...data, labels, clusters: 3 });
    expect(pValues[1]).toBeGreaterThan(0.2);
    expect(pValues[2]).toBeLessThan(0.001);
    expect(pValues[5]).toBeLessThan(0.001);
    expect(pValues[5]).toBe(pValues[7]);
    expect(pValues[0]).toBeNaN();
    expect(rowsBetween[1]).toBeGreaterThan(100);
  });

  it('says nothing of clusters with another between them, nor of columns of two values', () => {
    const line = Float64Array.from({ length: 90 }, (_, i) => i);
    const thirds = Int32Array.from({ length: 90 }, (_, i) => Math.floor(i / 30));
    const { pValues } = pairValleys(line, { rows: 90, columns: 1, labels: thirds, clusters: 3 });
    expect(pValues[2]).toBeNaN();
    expect(pValues[1]).toBeGreaterThan(0.5);
    const flags = line.map((value) => value % 2);
    expect(pairValleys(flags, { rows: 90, columns: 1, labels: thirds, clusters: 3 }).pValues.every(Number.isNaN)).toBe(
      true,
    );
    expect(() => pairValleys(line, { rows: 90, columns: 1, labels: thirds, clusters: 4 })).toThrow('got 4');
  });
});
