import { describe, expect, it } from 'vitest';
import { flat, iris } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { naiveHdbscan, partition } from '../../testing/naive-density.ts';
import { Stopped } from '../hooks.ts';
import { buildKdTree } from '../neighbours/kd-tree.ts';
import { coreDistances } from './core-distances.ts';
import { hdbscan, MAX_TREE_COLUMNS } from './hdbscan.ts';
import { hdbscanPredict } from './hdbscan-predict.ts';
import { joinHdbscan } from './join-hdbscan.ts';

describe('hdbscan', () => {
  it('by hand: two pairs of three on a line and one far away', () => {
    const data = flat([[0], [1], [2], [10], [11], [12], [100]]);
    const fit = hdbscan(data.points, { ...data, minClusterSize: 3, minSamples: 1 });
    expect(Array.from(fit.labels)).toEqual([0, 0, 0, 1, 1, 1, -1]);
    expect([fit.clusters, ...fit.sizes, fit.noise]).toEqual([2, 3, 3, 1]);
    expect(Array.from(fit.strengths)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    // Born at distance 8, gone at 1: (1 - 1/8) of the greatest lambda, 1.
    expect(Array.from(fit.persistence)).toEqual([0.875, 0.875]);
  });

  // scikit-learn 1.9.1 and hdbscan: setosa and the rest, no noise.
  it.each([5, 10, 15])('iris, minClusterSize %i', (minClusterSize) => {
    const data = iris();
    const fit = hdbscan(data.points, { ...data, minClusterSize });
    expect([fit.clusters, ...fit.sizes, fit.noise]).toEqual([2, 50, 100, 0]);
  });

  it.each([
    ['eom' as const, 3],
    ['leaf' as const, 3],
    ['eom' as const, MAX_TREE_COLUMNS + 1],
  ])('%s is what cutting every level afresh finds, 60 points of %i columns', (selection, columns) => {
    const data = clouds(60, columns, 3);
    const fit = hdbscan(data.points, { ...data, minClusterSize: 4, minSamples: 3, selection });
    const naive = naiveHdbscan(data, 4, 3, selection);
    expect(fit.clusters).toBeGreaterThan(1);
    expect(partition(fit.labels)).toBe(partition(naive.labels));
    fit.strengths.forEach((strength, row) => {
      expect(strength).toBeCloseTo(naive.strengths[row], 10);
    });
  });

  it('gives the same by the kd-tree as by the plain spanning tree', () => {
    const data = clouds(1_500, 3, 5);
    const tree = buildKdTree(data.points, data);
    const cores = coreDistances({ tree, from: 0, to: data.rows, count: 10 });
    const input = { points: data.points, tree, cores, minClusterSize: 20, minSamples: 10 };
    const both = [true, false].map((byTree) =>
      joinHdbscan({ ...input, byTree, selection: 'eom', allowSingleCluster: false }),
    );
    expect(both[0].clusters).toBeGreaterThan(1);
    expect(both[0].labels).toEqual(both[1].labels);
    expect(both[0].strengths).toEqual(both[1].strengths);
  });

  it('does not see the order of rows, shift or scale, and leaves its input alone', () => {
    const { points, rows, columns } = clouds(600, 2, 4);
    const before = points.slice();
    const fit = hdbscan(points, { rows, columns, minClusterSize: 12 });
    const turned = new Float64Array(points.length);
    for (let i = 0; i < rows; i++)
      turned.set(points.subarray(i * columns, (i + 1) * columns), (rows - 1 - i) * columns);
    const other = hdbscan(turned, { rows, columns, minClusterSize: 12 });
    expect(other.labels.reverse()).toEqual(fit.labels);
    expect(other.strengths.reverse()).toEqual(fit.strengths);
    for (const scale of [2 ** -30, 2 ** 30]) {
      const scaled = hdbscan(
        points.map((value) => value * scale),
        { rows, columns, minClusterSize: 12 },
      );
      expect(scaled.labels).toEqual(fit.labels);
    }
    expect(points).toEqual(before);
  });

  it('takes a thousand duplicates, and groups of them', () => {
    const same = new Float64Array(2_000).fill(3);
    const options = { rows: 1_000, columns: 2, minClusterSize: 5 };
    expect(hdbscan(same, options).noise).toBe(1_000);
    const single = hdbscan(same, { ...options, allowSingleCluster: true });
    expect([single.clusters, ...single.sizes, ...single.persistence]).toEqual([1, 1_000, 1]);
    const three = Float64Array.from({ length: 1_000 }, (_, i) => (i % 3) * 10 + (i < 30 ? i / 100 : 0));
    const fit = hdbscan(three, { rows: 1_000, columns: 1, minClusterSize: 8 });
    expect([fit.clusters, fit.sizes.every((size) => size > 320)]).toEqual([3, true]);
    for (const values of [fit.strengths, fit.persistence, fit.model.lambdas, fit.model.births]) {
      expect(values.every(Number.isFinite)).toBe(true);
    }
    const scored = hdbscanPredict(fit.model, three, { rows: 1_000, columns: 1 });
    expect([scored.labels, scored.strengths]).toEqual([fit.labels, fit.strengths]);
  });

  it('scores new points, and the rows of the fit as the fit does', () => {
    const data = clouds(400, 2, 3);
    const fit = hdbscan(data.points, { ...data, minClusterSize: 10 });
    const copied = JSON.parse(JSON.stringify({ columns: 2, minSamples: 10 })) as {
      columns: number;
      minSamples: number;
    };
    const scored = hdbscanPredict({ ...fit.model, ...copied }, data.points, data);
    expect([scored.labels, scored.strengths]).toEqual([fit.labels, fit.strengths]);
    const far = hdbscanPredict(fit.model, Float64Array.of(1e6, 1e6), { rows: 1, columns: 2 });
    expect([far.labels[0], far.strengths[0]]).toEqual([-1, 0]);
  });

  it('takes constant columns, one row, and fewer rows than it needs', () => {
    for (const rows of [1, 2, 4]) {
      const points = Float64Array.from({ length: rows * 2 }, (_, p) => (p % 2 === 0 ? p : 7));
      for (const allowSingleCluster of [false, true]) {
        const fit = hdbscan(points, { rows, columns: 2, minClusterSize: 5, allowSingleCluster });
        expect([fit.clusters, fit.noise]).toEqual([0, rows]);
        expect(hdbscanPredict(fit.model, points, { rows, columns: 2 }).labels).toEqual(fit.labels);
      }
    }
  });

  it('refuses what it cannot use', () => {
    const two = Float64Array.of(1, Number.POSITIVE_INFINITY);
    expect(() => hdbscan(two, { rows: 2, columns: 1, minClusterSize: 2 })).toThrow('Infinity in row 1, column 0');
    expect(() => hdbscan(two, { rows: 3, columns: 1, minClusterSize: 2 })).toThrow('3 x 1 = 3 numbers, got 2');
    expect(() => hdbscan(two, { rows: 2, columns: 1, minClusterSize: 1 })).toThrow('minClusterSize');
    expect(() => hdbscan(new Float64Array(0), { rows: 0, columns: 1, minClusterSize: 2 })).toThrow('rows');
  });

  it.each([3, MAX_TREE_COLUMNS + 1])('stops when asked and tells how far it is, %i columns', (columns) => {
    const data = clouds(2_000, columns, 4);
    const options = { ...data, minClusterSize: 20 };
    let looks = 0;
    expect(() => hdbscan(data.points, options, { shouldStop: () => ++looks > 9 })).toThrow(Stopped);
    const seen: number[] = [];
    hdbscan(data.points, options, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
});
