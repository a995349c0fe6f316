import { describe, expect, it } from 'vitest';
import { clouds } from '../../testing/made-points.ts';
import { neighbourGraph } from '../neighbours/neighbour-graph.ts';
import { connectedParts, partOf } from './connected-parts.ts';
import { type FuzzyGraph, fuzzyGraph } from './fuzzy-graph.ts';
import { weighNeighbours } from './smooth-distances.ts';

const graphOf = (rows: number, edges: [number, number, number][]): FuzzyGraph => {
  const lists = Array.from({ length: rows }, (_, i) =>
    edges.flatMap(([a, b, w]) => (a === i ? [[b, w]] : b === i ? [[a, w]] : [])),
  );
  const begins = Int32Array.from({ length: rows + 1 }, (_, i) => lists.slice(0, i).flat().length);
  const [ends, weights] = [0, 1].map((part) => lists.flat().map((edge) => edge[part]));
  return { rows, begins, ends: Int32Array.from(ends), weights: Float64Array.from(weights) };
};

describe('weighNeighbours', () => {
  it('gives the nearest 1 and sums to the target', () => {
    const distances = Float64Array.of(9, 0.5, 1, 2, 4, 9);
    const weights = new Float64Array(6);
    weighNeighbours({ distances, from: 1, to: 5 }, weights, { target: 2, meanOfAll: 1, connect: true });
    expect([weights[0], weights[5]]).toEqual([0, 0]);
    expect(weights[1]).toBe(1);
    expect(weights.reduce((sum, w) => sum + w)).toBeCloseTo(2, 4);
    // All of one width: ln w is a straight line in the distance.
    expect(Math.log(weights[3]) / Math.log(weights[2])).toBeCloseTo((2 - 0.5) / (1 - 0.5), 9);
  });

  it.each([1e-9, 1, 1e9])('does not depend on the unit of length: %d', (unit) => {
    const distances = Float64Array.of(0.5, 1, 2, 4).map((d) => d * unit);
    const weights = new Float64Array(4);
    weighNeighbours({ distances, from: 0, to: 4 }, weights, { target: 2, meanOfAll: unit, connect: false });
    expect(weights.reduce((sum, w) => sum + w)).toBeCloseTo(2, 4);
  });

  it('binds equal points with 1', () => {
    const weights = new Float64Array(3);
    const rule = { target: 2, meanOfAll: 0, connect: true };
    weighNeighbours({ distances: new Float64Array(3), from: 0, to: 3 }, weights, rule);
    expect(Array.from(weights)).toEqual([1, 1, 1]);
  });
});

describe('fuzzyGraph', () => {
  it('is the probabilistic sum of both directions, the same from both ends', () => {
    const data = clouds(120, 3, 3);
    const { indices, distances } = neighbourGraph(data.points, { ...data, neighbours: 5 });
    const { rows, begins, ends, weights } = fuzzyGraph(indices, distances, { rows: 120, neighbours: 5 });
    const dense = new Float64Array(rows * rows);
    const own = new Float64Array(5);
    for (let i = 0; i < rows; i++) {
      const row = distances.slice(i * 5, (i + 1) * 5);
      weighNeighbours({ distances: row, from: 0, to: 5 }, own, { target: Math.log2(6), meanOfAll: 1, connect: true });
      for (let s = 0; s < 5; s++) dense[i * rows + indices[i * 5 + s]] = own[s];
    }
    let edges = 0;
    for (let i = 0; i < rows; i++) {
      for (let e = begins[i]; e < begins[i + 1]; e++) {
        const [there, back] = [dense[i * rows + ends[e]], dense[ends[e] * rows + i]];
        expect(weights[e]).toBeCloseTo(there + back - there * back, 12);
      }
      for (let j = 0; j < rows; j++) if (dense[i * rows + j] > 0 || dense[j * rows + i] > 0) edges++;
    }
    expect(ends.length).toBe(edges);
  });
});

describe('connectedParts', () => {
  it('finds the parts and cuts them out', () => {
    const graph = graphOf(6, [
      [0, 3, 0.5],
      [3, 5, 0.25],
      [1, 4, 1],
    ]);
    const { members, begins } = connectedParts(graph);
    expect(Array.from(members)).toEqual([0, 3, 5, 1, 4, 2]);
    expect(begins).toEqual([0, 3, 5, 6]);
    const part = partOf(graph, members.subarray(0, 3));
    expect(part).toEqual(
      graphOf(3, [
        [0, 1, 0.5],
        [1, 2, 0.25],
      ]),
    );
  });
});
