import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridPoints } from '../../testing/made-points.ts';
import { naiveDbscan, naiveHdbscan, partition } from '../../testing/naive-density.ts';
import { buildKdTree } from '../neighbours/kd-tree.ts';
import { coreDistances } from './core-distances.ts';
import { dbscan } from './dbscan.ts';
import { dbscanModel, dbscanPredict } from './dbscan-predict.ts';
import { hdbscan } from './hdbscan.ts';
import { hdbscanPredict } from './hdbscan-predict.ts';
import { spanByTree } from './span-by-tree.ts';
import { spanPlain } from './span-plain.ts';

/** Off the grid, so that few distances are equal. */
const scattered = gridPoints.map((data) => ({
  ...data,
  points: data.points.map((value, p) => value + Math.sin(p * 12.9898) * 0.4),
}));

describe.each([
  ['on a grid, with ties and duplicates', gridPoints],
  ['scattered', scattered],
])('points %s', (_, made) => {
  it('dbscan is what looking at every pair finds, and predict repeats it', () => {
    fc.assert(
      fc.property(made, fc.constantFrom(1, 1.5, 3, 6), fc.integer({ min: 1, max: 6 }), (data, eps, minSamples) => {
        const fit = dbscan(data.points, { ...data, eps, minSamples });
        const naive = naiveDbscan(data, eps, minSamples);
        expect(partition(fit.labels)).toBe(partition(naive.labels));
        expect(Array.from(fit.core)).toEqual(naive.core);
        const model = dbscanModel(data.points, { ...data, eps }, fit);
        expect(dbscanPredict(model, data.points, data)).toEqual(fit.labels);
      }),
    );
  });

  it('hdbscan is what cutting every level afresh finds, and predict repeats it', () => {
    const choices = fc.record({
      minClusterSize: fc.integer({ min: 2, max: 5 }),
      minSamples: fc.integer({ min: 1, max: 5 }),
      selection: fc.constantFrom('eom' as const, 'leaf' as const),
    });
    fc.assert(
      fc.property(made, choices, (data, options) => {
        const fit = hdbscan(data.points, { ...data, ...options });
        const naive = naiveHdbscan(data, options.minClusterSize, options.minSamples, options.selection);
        expect(partition(fit.labels)).toBe(partition(naive.labels));
        fit.strengths.forEach((strength, row) => {
          expect(strength).toBeCloseTo(naive.strengths[row], 10);
        });
        const scored = hdbscanPredict(fit.model, data.points, data);
        expect(scored.labels).toEqual(fit.labels);
        expect(scored.strengths).toEqual(fit.strengths);
      }),
    );
  });

  it('the spanning tree of the kd-tree weighs what the plain one weighs', () => {
    fc.assert(
      fc.property(made, fc.integer({ min: 1, max: 5 }), (data, count) => {
        const tree = buildKdTree(data.points, { ...data, leafSize: 2 });
        const cores = coreDistances({ tree, from: 0, to: data.rows, count: Math.min(count, data.rows) });
        const weights = ({ reach, square }: ReturnType<typeof spanPlain>): number[][] =>
          Array.from(reach, (value, edge) => [value, square[edge]]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(weights(spanByTree(tree, cores))).toEqual(weights(spanPlain(tree.points, data.columns, cores)));
      }),
    );
  });
});

describe('laws', () => {
  const shuffled = fc
    .tuple(gridPoints, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })))
    .map(([data, keys]) => {
      const order = Array.from({ length: data.rows }, (_, i) => ({ i, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ i }) => i);
      const points = Float64Array.from(
        order.flatMap((i) => Array.from(data.points.slice(i * data.columns, (i + 1) * data.columns))),
      );
      return { data, order, points };
    });

  it('hdbscan does not see the order of rows, shift or scale', () => {
    fc.assert(
      fc.property(shuffled, ({ data, order, points }) => {
        const { labels } = hdbscan(data.points, { ...data, minClusterSize: 3 });
        const moved = points.map((value) => value * 4 + 32);
        const other = hdbscan(moved, { ...data, minClusterSize: 3 });
        const back = Int32Array.from(labels);
        order.forEach((row, at) => {
          back[row] = other.labels[at];
        });
        expect(partition(back)).toBe(partition(labels));
      }),
    );
  });
});
