import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { Stopped } from '../hooks.ts';
import { neighbourGraph } from '../neighbours/neighbour-graph.ts';
import { createRandom } from '../random/create-random.ts';
import { simd, withoutSimd } from '../simd/simd.ts';
import { createLayout, type Layout } from './create-layout.ts';
import { findAB } from './find-ab.ts';
import { attractionAt, createForceTable, lookUpForce, repulsionAt } from './force-table.ts';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { moveInPlane } from './move-in-plane.ts';
import { moveInSpace } from './move-in-space.ts';
import { moveInAny } from './move-plain.ts';
import { moveRowsFor, runLayoutInPlace } from './run-layout.ts';
import { spectralAxes } from './spectral-axes.ts';

describe('the table of forces', () => {
  it.each([
    [0.1, 1],
    [0, 1],
    [0.99, 1],
    [0.001, 0.1],
  ])('is the forces to 5 in 10,000, minimum distance %d, spread %d', (minDistance, spread) => {
    const curve = findAB(minDistance, spread);
    const { attraction, repulsion } = createForceTable(curve);
    for (let square = 1.1e-7; square < 1e7; square *= 1.0137) {
      expect(lookUpForce(attraction, square) / attractionAt(square, curve)).toBeCloseTo(1, 3);
      expect(lookUpForce(repulsion, square) / repulsionAt(square, curve)).toBeCloseTo(1, 3);
    }
    expect(lookUpForce(attraction, 0)).toBeLessThan(0);
    expect(lookUpForce(repulsion, 1e30)).toBeGreaterThan(0);
  });
});

const layoutOf = (dimensions: number): Layout => {
  const data = clouds(400, 4, 4);
  const { indices, distances } = neighbourGraph(data.points, { ...data, neighbours: 8 });
  const graph = fuzzyGraph(indices, distances, { rows: 400, neighbours: 8 });
  const random = createRandom(5);
  const places = Float64Array.from({ length: 400 * dimensions }, () => random.next() * 20 - 10);
  return createLayout(graph, places, { dimensions, epochs: 50, curve: findAB(0.1, 1) });
};

describe('runLayoutInPlace', () => {
  it.each([
    [2, moveInPlane],
    [3, moveInSpace],
  ])('moves in %i dimensions as the plain pass does', (dimensions, fast) => {
    expect(moveRowsFor(dimensions)).toBe(fast);
    const [quick, plain] = [layoutOf(dimensions), layoutOf(dimensions)];
    let [a, b] = [77, 77];
    for (let epoch = 1; epoch <= 3; epoch++) {
      a = fast(quick, 0, 400, epoch, 0.5, a);
      b = moveInAny(plain, 0, 400, epoch, 0.5, b);
      expect(a).toBe(b);
      expect(quick.due).toEqual(plain.due);
    }
    let worst = 0;
    for (let p = 0; p < plain.places.length; p++) {
      worst = Math.max(worst, Math.abs(quick.places[p] - plain.places[p]));
    }
    expect(worst).toBeLessThan(0.02);
    expect(worst).toBeGreaterThan(0);
  });

  it('gives the bits of the plain loop where it runs compiled', () => {
    const [compiled, plain] = [layoutOf(2), layoutOf(2)];
    plain.places.set([1e30, -1e30, 0, 0, 0, 0]);
    compiled.places.set([1e30, -1e30, 0, 0, 0, 0]);
    expect(simd()).not.toBeNull();
    runLayoutInPlace(compiled, { epochs: 20, seed: 3 });
    withoutSimd(() => runLayoutInPlace(plain, { epochs: 20, seed: 3 }));
    expect(compiled.places).toEqual(plain.places);
    expect(compiled.due).toEqual(plain.due);
  });

  it('leaves out edges too weak for the number of epochs', () => {
    const { begins, ends, every } = layoutOf(2);
    expect(begins[400]).toBe(ends.length);
    expect(Math.max(...every)).toBeLessThanOrEqual(50);
    expect(Math.min(...every)).toBe(1);
  });

  it('tells and asks in every epoch', () => {
    const seen: number[] = [];
    runLayoutInPlace(layoutOf(2), { epochs: 50, seed: 1 }, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual(Array.from({ length: 50 }, (_, e) => (e + 1) / 50));
    let looks = 0;
    const shouldStop = (): boolean => ++looks > 7;
    expect(() => runLayoutInPlace(layoutOf(2), { epochs: 50, seed: 1 }, { shouldStop })).toThrow(Stopped);
    expect(looks).toBe(8);
  });
});

describe('spectralAxes', () => {
  // The smoothest functions on a ring of n are the cosine and the sine of the way around.
  it('unrolls a ring', () => {
    const n = 100;
    const begins = Int32Array.from({ length: n + 1 }, (_, i) => 2 * i);
    const ends = Int32Array.from({ length: 2 * n }, (_, e) => ((e >> 1) + (e % 2 === 0 ? 1 : n - 1)) % n);
    const graph = { rows: n, begins, ends, weights: new Float64Array(2 * n).fill(0.5) };
    const axes = spectralAxes(graph, new Float64Array(2 * n), { dimensions: 2, seed: 1 });
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n;
      const turn = axes[2 * i] * axes[2 * j] + axes[2 * i + 1] * axes[2 * j + 1];
      const square = axes[2 * i] ** 2 + axes[2 * i + 1] ** 2;
      expect(turn / square).toBeCloseTo(Math.cos((2 * Math.PI) / n), 2);
    }
  });
});
