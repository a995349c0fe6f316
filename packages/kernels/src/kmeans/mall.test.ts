import { describe, expect, it } from 'vitest';
import { flat, mallCustomers, standardised } from '../../testing/load-points.ts';
import { calinskiHarabasz } from '../quality/calinski-harabasz.ts';
import { daviesBouldin } from '../quality/davies-bouldin.ts';
import { silhouette } from '../quality/silhouette.ts';
import { kmeans } from './kmeans.ts';

const customers = mallCustomers();

// Best inertias known, from scikit-learn 1.9.1 with many starts, k = 2..11; ours must be as low or lower.
const INCOME_SCORE = [
  181363.59596, 106348.373062, 73679.789039, 44448.455448, 37233.814511, 30227.606513, 24986.525641, 21826.936303,
  19634.554629, 17508.970577,
];

describe.skipIf(customers === null)('kmeans on the Mall customers', () => {
  const rows = customers ?? [];
  const incomeScore = (): ReturnType<typeof flat> => flat(rows.map((cells) => [Number(cells[3]), Number(cells[4])]));

  it.each(INCOME_SCORE.map((inertia, i) => [i + 2, inertia]))(
    'income and score, k = %i, seeds 1 to 5',
    (clusters, known) => {
      const data = incomeScore();
      for (let seed = 1; seed <= 5; seed++) {
        expect(kmeans(data.points, { ...data, clusters, seed }).inertia).toBeLessThanOrEqual(known + 1e-6);
      }
    },
  );

  it('has the five groups everybody finds, with their measures', () => {
    const data = incomeScore();
    const { labels, sizes, centers } = kmeans(data.points, { ...data, clusters: 5 });
    expect(Array.from(sizes).sort((a, b) => a - b)).toEqual([22, 23, 35, 39, 81]);
    expect(Array.from(centers.slice(0, 2), (value) => Number(value.toFixed(3)))).toEqual([25.727, 79.364]);
    expect(silhouette(data.points, { ...data, labels }).mean).toBeCloseTo(0.553932, 6);
    expect(daviesBouldin(data.points, { ...data, labels })).toBeCloseTo(0.572563, 6);
    expect(calinskiHarabasz(data.points, { ...data, labels })).toBeCloseTo(247.359, 3);
  });

  it('gender, age, income and score standardised, k = 10', () => {
    const data = standardised(
      flat(rows.map(([, gender, ...numbers]) => [gender === 'Male' ? 1 : 0, ...numbers.map(Number)])),
    );
    const fit = kmeans(data.points, { ...data, clusters: 10 });
    expect(fit.inertia).toBeLessThanOrEqual(152.029835);
    expect(silhouette(data.points, { ...data, labels: fit.labels }).mean).toBeCloseTo(0.420764, 6);
  });
});
