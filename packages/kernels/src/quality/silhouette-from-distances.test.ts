import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledPoints } from '../../testing/made-points.ts';
import { distance } from '../../testing/naive.ts';
import { silhouette } from './silhouette.ts';
import { silhouetteFromDistances } from './silhouette-from-distances.ts';

// Rousseeuw 1987, table 1: dissimilarities of twelve countries, row after row below the diagonal. His means are .28 for two groups and
// .33 for three; the digits beyond are scikit-learn's.
const lower = [
  5.58, 7.0, 6.5, 7.08, 7.0, 3.83, 4.83, 5.08, 8.17, 5.83, 2.17, 5.75, 6.67, 6.92, 4.92, 6.42, 5.0, 5.58, 6.0, 4.67,
  6.42, 3.42, 5.5, 6.42, 6.42, 5.0, 3.92, 6.17, 2.5, 4.92, 6.25, 7.33, 4.5, 2.25, 6.33, 2.75, 6.08, 6.67, 4.25, 2.67,
  6.0, 6.17, 6.17, 6.92, 6.17, 5.25, 6.83, 4.5, 3.75, 5.75, 5.42, 6.08, 5.83, 6.67, 3.67, 4.75, 3.0, 6.08, 6.67, 5.0,
  5.58, 4.83, 6.17, 5.67, 6.5, 6.92,
];
const condensed = Float64Array.from(
  Array.from({ length: 12 }, (_, a) =>
    Array.from({ length: 11 - a }, (_, i) => lower[((a + i + 1) * (a + i)) / 2 + a]),
  ).flat(),
);
const two = {
  labels: [1, 1, 2, 2, 1, 1, 2, 1, 1, 2, 2, 1],
  mean: 0.2796659054074746,
  samples: [
    0.3912975180647188, 0.2231770833333334, 0.3251221066043747, 0.39814814814814814, 0.19652640806486976,
    0.35152953586497904, -0.04466159103171268, 0.29785894206549113, 0.4251908396946564, 0.34104695574028326,
    0.2617764237168972, 0.18897849462365593,
  ],
};
const three = {
  labels: [1, 2, 3, 3, 1, 1, 2, 1, 1, 3, 3, 2],
  mean: 0.3301020809328549,
  samples: [
    0.42149253731343284, 0.2545657845695117, 0.3072687224669604, 0.47890188103711245, 0.02118644067796616,
    0.43971830985915494, 0.1749895090222408, 0.3656109865470852, 0.4680851063829788, 0.4368219527760052,
    0.31304748732134635, 0.27953625322046377,
  ],
};

describe('silhouetteFromDistances', () => {
  it.each([two, three])('meets the countries of the paper', ({ labels, mean, samples }) => {
    const result = silhouetteFromDistances(condensed, { rows: 12, labels: Int32Array.from(labels, (l) => l - 1) });
    expect(result.mean).toBeCloseTo(mean, 12);
    for (const [i, value] of samples.entries()) expect(result.samples[i]).toBeCloseTo(value, 12);
    expect(result).toMatchObject({ exact: true, method: 'exact', bound: 0, rowsUsed: 12 });
  });

  it('equals the silhouette where the distances are those of points', () => {
    fc.assert(
      fc.property(labelledPoints, (data) => {
        const pairs: number[] = [];
        for (let a = 0; a < data.rows; a++) for (let b = a + 1; b < data.rows; b++) pairs.push(distance(data, a, b));
        const any = silhouetteFromDistances(Float64Array.from(pairs), data);
        const one = silhouette(data.points, data);
        expect(any.mean).toBeCloseTo(one.mean, 12);
        for (let i = 0; i < data.rows; i++) expect(any.samples[i]).toBeCloseTo(one.samples[i], 10);
        for (const [c, value] of one.clusterMeans.entries()) expect(any.clusterMeans[c]).toBeCloseTo(value, 10);
      }),
    );
  });

  it('refuses what has no meaning', () => {
    const call = (distances: number[], labels: number[]) => () =>
      silhouetteFromDistances(Float64Array.from(distances), { rows: 3, labels: Int32Array.from(labels) });
    expect(call([1, 2], [0, 0, 1])).toThrow('3 x 2 / 2 = 3 numbers, got 2');
    expect(call([1, -2, 1], [0, 0, 1])).toThrow('got -2 between rows 0 and 2');
    expect(call([1, 2, Number.NaN], [0, 0, 1])).toThrow('got NaN between rows 1 and 2');
    expect(call([1, 2, 3], [0, 0, 0])).toThrow('at least 2 clusters, got 1');
  });
});
