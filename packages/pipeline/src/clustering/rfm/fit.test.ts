import type { RfmModel } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { createPredictor } from '../../prediction/create-predictor.ts';
import { runRecipe } from '../../run/run-recipe.ts';
import { customerTable, orderTable, testRecipe } from '../../run/testing/tables.ts';
import { middleRank, rankAbove } from './percentile-rank.ts';

const recipe = testRecipe({ method: 'rfm', transform: 'none' }, 'orders');
// Ten customers from the best to the worst.
const ladder = orderTable({
  recency: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  frequency: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
  monetary: [100, 90, 80, 70, 60, 50, 40, 30, 20, 10],
});

describe('fitRfm', () => {
  it('scores a ladder as worked by hand', async () => {
    // Cuts: recency 3.8 5.6 7.4 9.2, frequency the same, monetary 29 47 65 83. As R,FM from the best customer to the worst:
    // 5,5 5,4 5,4 4,4 4,3 3,2 3,2 2,2 2,1 1,1.
    const { document, labels } = await runRecipe({ table: ladder, recipe });
    expect(document.segments.map(({ name, size }) => [name, size])).toEqual([
      ['Champions', 3],
      ['Loyal customers', 1],
      ['Potential loyalists', 1],
      ['Needs attention', 3],
      ['About to sleep', 1],
      ['Lost', 1],
    ]);
    expect(Array.from(labels)).toEqual([0, 0, 0, 1, 2, 3, 3, 3, 4, 5]);
    expect(document.segments[0]?.nameWhy).toBe('Champions: R and FM scores 5,5 5,4 4,5 (5 is best).');
    expect(document.quality.inertia).toBeNull();
    expect(document.quality.silhouette).toBeGreaterThan(0);
    const { grid } = document.model as RfmModel;
    expect(grid[4]).toEqual([-1, 2, 1, 0, 0]);
    expect(grid[0]).toEqual([5, -1, -1, -1, -1]);
  });

  it('says what happened to ties', async () => {
    const frequency = [1, 1, 1, 1, 1, 1, 1, 2, 3, 9];
    const { document } = await runRecipe({ table: orderTable({ ...ladderColumns(), frequency }), recipe });
    const [tie] = document.warnings.filter(({ code }) => code === 'score-ties');
    expect(tie?.column).toBe('frequency');
    // 20, 40 and 60 % lie on 1, 80 % on 2.2: cuts 2, 2, 2, 3.2. The one with 2 orders jumps to 4.
    expect(tie?.message).toBe(
      'Frequency has only 4 different values among 10 customers; equal values get the equal score (cuts 2, 2, 2, 3.2), so scores 1 to 5 hold 7, 0, 0, 2, 1 customers and not a fifth each. Fewer scores, ties by values, or fixed cut points may part them better.',
    );
  });

  it('says nothing of transform and scale, which it does not use, and still of medians filled in', async () => {
    const recency = [Number.NaN, 2, 3, 4, 5, 6, 7, 8, 9, 400];
    const frequency = new Array(10).fill(1);
    const monetary = [-5, 90, 80, 70, 60, 50, 40, 30, 20, 10];
    const table = orderTable({ recency, frequency, monetary });
    for (const transform of ['auto', 'log'] as const) {
      const run = (method: 'rfm' | 'kmeans') =>
        runRecipe({ table, recipe: testRecipe({ method, transform, k: method === 'rfm' ? 'auto' : 2 }, 'orders') });
      const codes = (await run('rfm')).document.warnings.map(({ code }) => code);
      expect([...new Set(codes)]).toEqual(['missing-filled', 'score-ties']);
      const note = transform === 'auto' ? 'transform-chosen' : 'log-of-negative';
      expect((await run('kmeans')).document.warnings.map(({ code }) => code)).toContain(note);
    }
  });

  it('needs its three features, and says that k is not used', async () => {
    const table = orderTable({ recency: [1, 2, 3, 4, 5], monetary: [1, 2, 3, 4, 5] });
    await expect(runRecipe({ table, recipe })).rejects.toThrow(/need the features recency, frequency, monetary/);
    await expect(runRecipe({ table: customerTable({ age: [1, 2, 3, 4, 5] }), recipe })).rejects.toThrow(/has age/);
    const { document } = await runRecipe({ table: ladder, recipe: { ...recipe, k: 3 } });
    expect(document.warnings.map(({ code }) => code)).toContain('k-not-used');
  });

  it('takes a customer where nobody was to the nearest segment, with a note', async () => {
    const { document } = await runRecipe({ table: ladder, recipe });
    const prediction = createPredictor(document)({ recency: 1, frequency: 1, monetary: 10 });
    expect(prediction.notes).toEqual([
      'No customer of the base scored like R 5, F 1, M 1; the nearest segment is given.',
    ]);
    expect(prediction.segment).toBeGreaterThanOrEqual(0);
  });

  it('is surer in the middle of a group than at its edge', async () => {
    const table = orderTable({
      recency: Array.from({ length: 100 }, (_, i) => i + 1),
      frequency: Array.from({ length: 100 }, (_, i) => 100 - i),
      monetary: Array.from({ length: 100 }, (_, i) => 1000 - 10 * i),
    });
    const predict = createPredictor((await runRecipe({ table, recipe })).document);
    const at = (rank: number) => predict({ recency: rank, frequency: 101 - rank, monetary: 1010 - 10 * rank });
    expect(at(50).name).toBe('Potential loyalists');
    expect(at(50).confidence).toBeGreaterThan(at(59).confidence);
    expect(at(59)).toMatchObject({ name: 'Potential loyalists', runnerUp: { name: 'Needs attention' } });
  });
});

describe('ranks', () => {
  const percentiles = Array.from({ length: 101 }, (_, i) => (i < 40 ? 1 : i));

  it('a shared value stands in the middle of its share', () => {
    expect(middleRank(percentiles, 1)).toBe(19.5);
    expect(middleRank(percentiles, 70)).toBe(70);
    expect([middleRank(percentiles, 0), middleRank(percentiles, 1000)]).toEqual([0, 100]);
  });

  it('a value begins where the smaller ones end', () => {
    expect(rankAbove(percentiles, 40)).toBe(40);
    expect(rankAbove(percentiles, 55.5)).toBe(55.5);
    expect([rankAbove(percentiles, 1), rankAbove(percentiles, 1000)]).toEqual([0, 100]);
  });
});

function ladderColumns() {
  const column = (id: string) => Array.from(ladder.numbers[id] ?? []);
  return { recency: column('recency'), frequency: column('frequency'), monetary: column('monetary') };
}
