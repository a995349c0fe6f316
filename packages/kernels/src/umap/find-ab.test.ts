import { describe, expect, it } from 'vitest';
import { findAB } from './find-ab.ts';

describe('findAB', () => {
  // SciPy's curve_fit, as umap-learn calls it: spread, minimum distance, a, b.
  it.each([
    [1, 0.1, 1.5769434602697652, 0.8950608778515733],
    [1, 0, 1.93280839734315, 0.7904949732233831],
    [1, 0.001, 1.929073395935085, 0.7915045334274393],
    [1, 0.01, 1.8956058664339035, 0.8006378442860499],
    [1, 0.25, 1.1214363422305684, 1.057499876683671],
    [1, 0.5, 0.5830300203414425, 1.3341669924314914],
    [1, 0.8, 0.23206272701293237, 1.6812316033251284],
    [1, 0.99, 0.11930529992407873, 1.9163904168802517],
    [0.5, 0.1, 5.069309329123478, 1.0030054228261729],
    [2, 0.1, 0.5446605399418663, 0.8420554268341789],
  ])('meets SciPy for spread %d, minimum distance %d', (spread, minDistance, a, b) => {
    const found = findAB(minDistance, spread);
    expect(found.a).toBeCloseTo(a, 5);
    expect(found.b).toBeCloseTo(b, 5);
  });

  it('has one shape for any unit of length', () => {
    const { a, b } = findAB(0.1, 1);
    const scaled = findAB(100, 1_000);
    expect(scaled.b).toBeCloseTo(b, 9);
    expect(scaled.a * 1_000 ** (2 * b)).toBeCloseTo(a, 6);
  });

  it('refuses what has no meaning', () => {
    expect(() => findAB(0.1, 0)).toThrow('spread must be a finite number above 0, got 0');
    expect(() => findAB(-1, 1)).toThrow('minDistance must be 0 to below 3 x spread = 3, got -1');
    expect(() => findAB(Number.NaN, 1)).toThrow('got NaN');
  });
});
