import type { Candidate } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { recommendK, smallestAllowed } from './recommend-k.ts';

type Row = [k: number, inertia: number, silhouette: number, smallest: number];
const candidates = (rows: Row[]): Candidate[] =>
  rows.map(([k, inertia, silhouette, smallest]) => ({
    k,
    inertia,
    silhouette,
    daviesBouldin: 1,
    calinskiHarabasz: 1,
    smallest,
    converged: true,
  }));

// UCI Online Retail, 4,338 customers, recency, frequency and monetary; scikit-learn 1.9.1.
const retailLog: Row[] = [
  [2, 6481.22365, 0.43294, 1667],
  [3, 4867.75522, 0.33678, 765],
  [4, 3937.95329, 0.33587, 719],
  [5, 3295.81955, 0.3161, 344],
  [6, 2855.02478, 0.31364, 311],
  [7, 2548.89649, 0.30928, 225],
];
const retailRaw: Row[] = [
  [2, 9012.645, 0.8958, 26],
  [3, 5439.304, 0.59365, 26],
  [4, 4092.144, 0.61621, 13],
  [5, 3118.287, 0.61631, 6],
  [6, 2472.625, 0.59809, 2],
];
// Mall, 200 customers, income and score.
const mall: Row[] = [
  [2, 181363.6, 0.2969, 90],
  [3, 106348.4, 0.46761, 38],
  [4, 73679.8, 0.4932, 23],
  [5, 44448.5, 0.55393, 22],
  [6, 37233.8, 0.53976, 10],
];

describe('recommendK', () => {
  it('takes 4 for a continuum: on as long as it is cheap', () => {
    expect(recommendK(candidates(retailLog), 4338)).toMatchObject({ k: 4, warnings: [] });
  });

  it('gives the same answer where 2 was not tried', () => {
    expect(recommendK(candidates(retailLog.slice(1)), 4338).k).toBe(4);
  });

  it('takes the peak', () => {
    const { k, why } = recommendK(candidates(mall), 200);
    expect(k).toBe(5);
    expect(why).toBe('k = 5: the silhouette is highest there (0.554; next best 0.540 at k = 6).');
  });

  it('does not take a high silhouette that outliers carry, and warns', () => {
    const { k, warnings } = recommendK(candidates(retailRaw), 4338);
    expect(k).toBe(4);
    expect(warnings).toMatchObject([{ code: 'outliers-carry-silhouette', count: 26 }]);
  });

  it('takes 2 only where it is high and leads', () => {
    const two = (silhouette: number, other: number): Row[] => [
      [2, 100, silhouette, 50],
      [3, 80, other, 30],
      [4, 75, other - 0.05, 20],
    ];
    expect(recommendK(candidates(two(0.7, 0.5)), 100).k).toBe(2);
    expect(recommendK(candidates(two(0.7, 0.61)), 100).k).toBe(3);
    expect(recommendK(candidates(two(0.49, 0.3)), 100).k).toBe(3);
    expect(recommendK(candidates(two(0.7, 0.61)), 100).why).toContain(
      'k = 2 scores highest (0.700) but leads by only 0.090',
    );
  });

  it('stops where inertia hardly falls', () => {
    const rows: Row[] = [
      [2, 100, 0.45, 40],
      [3, 80, 0.4, 30],
      [4, 73, 0.4, 20],
    ];
    const { k, why } = recommendK(candidates(rows), 100);
    expect(k).toBe(3);
    expect(why).toContain('k = 4 takes only 9% off the inertia');
  });

  it('does not creep down step by step: the cost counts from the highest silhouette so far', () => {
    const rows = Array.from(
      { length: 8 },
      (_, i): Row => [i + 2, 100 * 0.8 ** i, i === 0 ? 0.49 : 0.41 - i * 0.008, 50],
    );
    expect(recommendK(candidates(rows), 1000).k).toBe(4);
  });

  it('goes to the end where nothing stops it', () => {
    const rows: Row[] = [
      [2, 100, 0.45, 40],
      [3, 80, 0.4, 30],
      [4, 60, 0.4, 20],
    ];
    expect(recommendK(candidates(rows), 100).why).toContain('it is the largest k tried');
  });

  it('knows a single candidate', () => {
    expect(recommendK(candidates([[2, 10, 0.3, 5]]), 20)).toMatchObject({ k: 2 });
    expect(recommendK(candidates([[7, 10, 0.3, 5]]), 20)).toMatchObject({ k: 7 });
  });

  it('says that segments run into one another where the silhouette is low', () => {
    const rows: Row[] = [
      [2, 100, 0.2, 40],
      [3, 95, 0.15, 30],
    ];
    expect(recommendK(candidates(rows), 100).warnings).toMatchObject([{ code: 'weak-structure' }]);
  });
});

describe('smallestAllowed', () => {
  it.each([
    [10, 0.5],
    [60, 3],
    [100, 5],
    [499, 5],
    [1000, 10],
    [4338, 43.38],
  ])('of %i customers is %d', (customers, expected) => expect(smallestAllowed(customers)).toBeCloseTo(expected, 9));
});
