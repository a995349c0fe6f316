import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../../testing/load-points.ts';
import { clouds, gridPoints } from '../../testing/made-points.ts';
import { distance } from '../../testing/naive.ts';
import { type Dendrogram, type Linkage, MergeList, toDendrogram } from './dendrogram.ts';
import { distinctPoints } from './distinct-points.ts';
import { linkage } from './linkage.ts';
import { linkageFromDistances } from './linkage-from-distances.ts';
import { chainNearest } from './nearest-neighbour-chain.ts';
import { Pace } from './pace.ts';
import { spanningTreeByScan } from './spanning-tree-by-scan.ts';
import { spanningTreeByTree } from './spanning-tree-by-tree.ts';
import { WardByScan } from './ward-by-scan.ts';
import { WardByTree } from './ward-by-tree.ts';

const linkages: Linkage[] = ['ward', 'average', 'complete', 'single'];

/** Distance of two clusters straight from each linkage's definition. */
function between(data: Points, linkage: Linkage, a: number[], b: number[]): number {
  const all = a.flatMap((i) => b.map((j) => distance(data, i, j)));
  if (linkage === 'single') return Math.min(...all);
  if (linkage === 'complete') return Math.max(...all);
  if (linkage === 'average') return all.reduce((sum, value) => sum + value) / all.length;
  const mean = (rows: number[], j: number): number =>
    rows.reduce((sum, i) => sum + data.points[i * data.columns + j], 0) / rows.length;
  const square = Array.from({ length: data.columns }, (_, j) => (mean(a, j) - mean(b, j)) ** 2).reduce((x, y) => x + y);
  return Math.sqrt(((2 * a.length * b.length) / (a.length + b.length)) * square);
}

/** The rows under each node. */
function membersOf({ rows, merges }: Dendrogram): number[][] {
  const members = Array.from({ length: rows }, (_, i) => [i]);
  for (let m = 0; m < rows - 1; m++) members.push([...members[merges[2 * m]], ...members[merges[2 * m + 1]]]);
  return members;
}

const sortedRows = (members: number[][]): string[] => members.map((rows) => rows.sort((a, b) => a - b).join()).sort();

describe('laws of linkage', () => {
  it.each(linkages)('always merges two clusters than which none are nearer, %s', (method) => {
    fc.assert(
      fc.property(gridPoints, (data) => {
        const tree = linkage(data.points, { ...data, linkage: method });
        const members = membersOf(tree);
        const left = new Set(Array.from({ length: data.rows }, (_, i) => i));
        for (let m = 0; m < data.rows - 1; m++) {
          const [a, b] = [tree.merges[2 * m], tree.merges[2 * m + 1]];
          expect(a).toBeLessThan(b);
          expect(between(data, method, members[a], members[b])).toBeCloseTo(tree.heights[m], 9);
          const nodes = [...left];
          const least = Math.min(
            ...nodes.flatMap((x, i) => nodes.slice(i + 1).map((y) => between(data, method, members[x], members[y]))),
          );
          expect(tree.heights[m]).toBeCloseTo(least, 9);
          expect(left.delete(a) && left.delete(b)).toBe(true);
          left.add(data.rows + m);
          expect(tree.sizes[m]).toBe(members[data.rows + m].length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(linkages)('is the same for rows in another order, and for shifted and scaled points, %s', (method) => {
    const { points, rows, columns } = clouds(150, 3, 4);
    const before = points.slice();
    const tree = linkage(points, { rows, columns, linkage: method });
    expect(points).toEqual(before);
    expect(linkage(points, { rows, columns, linkage: method })).toEqual(tree);
    const reversed = new Float64Array(points.length);
    for (let i = 0; i < rows; i++) reversed.set(points.subarray(i * 3, i * 3 + 3), (rows - 1 - i) * 3);
    const other = linkage(reversed, { rows, columns, linkage: method });
    const turned = membersOf(other).map((members) => members.map((i) => rows - 1 - i));
    expect(sortedRows(turned)).toEqual(sortedRows(membersOf(tree)));
    for (const [scale, shift] of [
      [1e-9, 0],
      [1e9, 0],
      [-2, 0],
      [1, 1e5],
    ]) {
      const moved = linkage(
        points.map((value) => value * scale + shift),
        { rows, columns, linkage: method },
      );
      expect(moved.merges).toEqual(tree.merges);
      moved.heights.forEach((height, m) => {
        expect(height / Math.abs(scale) / tree.heights[m]).toBeCloseTo(1, 7);
      });
    }
  });

  it('is the same from distances as from points', () => {
    const data = clouds(200, 2, 3, 5);
    const pairs: number[] = [];
    for (let i = 0; i < 200; i++) for (let j = i + 1; j < 200; j++) pairs.push(distance(data, i, j));
    for (const method of linkages) {
      const tree = linkageFromDistances(Float64Array.from(pairs), { rows: 200, linkage: method });
      const expected = linkage(data.points, { ...data, linkage: method });
      expect(tree.merges).toEqual(expected.merges);
      tree.heights.forEach((height, m) => {
        expect(height / expected.heights[m]).toBeCloseTo(1, 12);
      });
    }
  });
});

describe('the fast path', () => {
  const chained = (Space: typeof WardByTree | typeof WardByScan, data: Points): Dendrogram => {
    const merges = new MergeList(data.rows);
    const distinct = distinctPoints(data.points, data, merges);
    chainNearest(new Space(distinct), { rowOf: distinct.rowOf, merges, pace: new Pace({}), from: 0, to: 1 });
    return toDendrogram(data.rows, merges);
  };
  const spanned = (span: typeof spanningTreeByTree, data: Points): Dendrogram => {
    const merges = new MergeList(data.rows);
    span(distinctPoints(data.points, data, merges), { merges, pace: new Pace({}), from: 0, to: 1 });
    return toDendrogram(data.rows, merges);
  };

  it('finds the same Ward tree as looking at all, bit by bit, ties and all', () => {
    fc.assert(
      fc.property(gridPoints, (data) => {
        expect(chained(WardByTree, data)).toEqual(chained(WardByScan, data));
      }),
    );
    for (const columns of [1, 2, 3, 5, 17]) {
      const data = clouds(700, columns, 6, columns);
      expect(chained(WardByTree, data)).toEqual(chained(WardByScan, data));
      const coarse = { ...data, points: data.points.map(Math.round) };
      expect(chained(WardByTree, coarse)).toEqual(chained(WardByScan, coarse));
    }
  });

  it('finds a spanning tree of the same heights as looking at all', () => {
    fc.assert(
      fc.property(gridPoints, (data) => {
        expect(spanned(spanningTreeByTree, data).heights).toEqual(spanned(spanningTreeByScan, data).heights);
      }),
    );
    for (const columns of [1, 2, 3, 17]) {
      const data = clouds(700, columns, 6, columns);
      expect(spanned(spanningTreeByTree, data)).toEqual(spanned(spanningTreeByScan, data));
    }
  });

  it('is taken up to 16 columns', () => {
    let searches = 0;
    const { nearest } = WardByTree.prototype;
    WardByTree.prototype.nearest = function (cluster, before) {
      searches++;
      return nearest.call(this, cluster, before);
    };
    try {
      const few = clouds(60, 16, 2);
      linkage(few.points, few);
      expect(searches).toBeGreaterThan(59);
      expect(searches).toBeLessThan(3 * 60);
      searches = 0;
      const many = clouds(60, 17, 2);
      linkage(many.points, many);
      expect(searches).toBe(0);
    } finally {
      WardByTree.prototype.nearest = nearest;
    }
  });
});

describe('centroid and median', () => {
  it.each(['centroid', 'median'] as const)('merge the nearest pair of all, %s', (method) => {
    fc.assert(
      fc.property(gridPoints, (data) => {
        const pairs: number[] = [];
        for (let i = 0; i < data.rows; i++) for (let j = i + 1; j < data.rows; j++) pairs.push(distance(data, i, j));
        const tree = linkageFromDistances(Float64Array.from(pairs), { rows: data.rows, linkage: method });
        const centres = Array.from({ length: data.rows }, (_, i) => ({
          at: Array.from(data.points.subarray(i * data.columns, (i + 1) * data.columns)),
          size: 1,
        }));
        const left = new Set(centres.keys());
        const apart = (a: number, b: number): number =>
          Math.hypot(...centres[a].at.map((value, j) => value - centres[b].at[j]));
        for (let m = 0; m < data.rows - 1; m++) {
          const [a, b] = [tree.merges[2 * m], tree.merges[2 * m + 1]];
          const nodes = [...left];
          const least = Math.min(...nodes.flatMap((x, i) => nodes.slice(i + 1).map((y) => apart(x, y))));
          // Rounding of a square at 0 may be as much as 1e-7 in its root.
          expect(tree.heights[m]).toBeCloseTo(least, 6);
          expect(apart(a, b)).toBeCloseTo(least, 6);
          left.delete(a);
          left.delete(b);
          left.add(data.rows + m);
          const size = centres[a].size + centres[b].size;
          const share = method === 'median' ? 0.5 : centres[a].size / size;
          centres.push({ at: centres[a].at.map((v, j) => v * share + centres[b].at[j] * (1 - share)), size });
        }
      }),
      { numRuns: 40 },
    );
  });
});
