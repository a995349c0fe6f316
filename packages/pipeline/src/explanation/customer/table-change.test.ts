import { describe, expect, it } from 'vitest';
import { middleRank } from '../../clustering/rfm/percentile-rank.ts';
import type { FeatureTable } from '../../features/feature-table.ts';
import { createPredictor } from '../../prediction/create-predictor.ts';
import { customerTable } from '../../run/testing/tables.ts';
import { createExplainer } from './create-explainer.ts';
import { explainAll, shareOf } from './testing/explain-all.ts';
import { segmented } from './testing/explained.ts';

describe('customers of a table', () => {
  const table = mallLike();

  function mallLike(): FeatureTable {
    const cycle = (i: number, size: number) => ((i * 7919) % size) / size;
    const rows = Array.from({ length: 120 }, (_, i) => {
      const group = i % 4;
      return {
        Gender: i % 3 === 0 ? 'Male' : 'Female',
        Age: Math.round(22 + 12 * group + 9 * cycle(i, 41)),
        'Annual Income (k$)': Math.round(20 + 25 * (group % 2) + 20 * cycle(i, 37)),
        'Spending Score (1-100)': Math.round(1 + 24 * ((group + 2) % 4) + 26 * cycle(i, 43)),
        'Visits per month': Math.round(10 * (1 + 2 * (group % 3) + 3 * cycle(i, 31))) / 10,
      };
    });
    const column = <T>(id: keyof (typeof rows)[0]) => rows.map((row) => row[id]) as T[];
    return customerTable({
      Gender: column<string>('Gender'),
      Age: column<number>('Age'),
      'Annual Income (k$)': column<number>('Annual Income (k$)'),
      'Spending Score (1-100)': column<number>('Spending Score (1-100)'),
      'Visits per month': column<number>('Visits per month'),
    });
  }

  it.each(['kmeans', 'kprototypes'] as const)('changes by %s only what a shop can influence', async (method) => {
    const { document, customers } = await segmented(table, { method, k: 4 });
    const explanations = explainAll(document, customers);
    expect(shareOf(explanations)).toBeGreaterThan(0.3);
    const free = ['Spending Score (1-100)', 'Visits per month'];
    const bounds = new Map(document.preparation.columns.map(({ id, percentiles }) => [id, percentiles]));
    for (const { change, drift } of explanations) {
      expect(drift).toBeNull();
      for (const { feature, to } of change?.steps ?? []) {
        expect(free).toContain(feature);
        expect(Number(to)).toBeGreaterThanOrEqual(bounds.get(feature)?.[5] ?? Infinity);
        expect(Number(to)).toBeLessThanOrEqual(bounds.get(feature)?.[95] ?? -Infinity);
        if (feature === 'Spending Score (1-100)') expect(Number.isInteger(to)).toBe(true);
      }
    }
  });

  it('changes one number by the fewest percentile ranks that do', async () => {
    const { document, customers } = await segmented(table, { method: 'kmeans', k: 4 });
    const explain = createExplainer(document);
    const predict = createPredictor(document);
    const columns = document.preparation.columns.filter(({ id }) => id.startsWith('Spend') || id.startsWith('Visits'));
    let compared = 0;
    for (const values of customers.slice(0, 60)) {
      const own = predict(values).segment;
      const costs = columns.flatMap(({ id, percentiles }) =>
        percentiles.slice(5, 96).flatMap((percentile) => {
          const to = Number(percentile.toFixed(id.startsWith('Spend') ? 0 : 1));
          const isInside = to >= (percentiles[5] ?? 0) && to <= (percentiles[95] ?? 0);
          if (!isInside || predict({ ...values, [id]: to }).segment >= own) return [];
          return [Math.abs(middleRank(percentiles, to) - middleRank(percentiles, Number(values[id])))];
        }),
      );
      const { change } = explain(values);
      if (costs.length === 0) {
        expect(change === null || change.steps.length === 2 || change.segment > own).toBe(true);
        continue;
      }
      compared++;
      const [step] = change?.steps ?? [];
      const { percentiles = [] } = columns.find(({ id }) => id === step?.feature) ?? {};
      const cost = Math.abs(middleRank(percentiles, Number(step?.to)) - middleRank(percentiles, Number(step?.from)));
      expect([change?.steps.length, cost]).toEqual([1, Math.min(...costs)]);
    }
    expect(compared).toBeGreaterThan(10);
  });
});
