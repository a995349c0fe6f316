import { readFileSync } from 'node:fs';
import type { Model, RfmModel } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { kChoiceFor, runRecipe } from './run-recipe.ts';
import { customerTable, mallTable, onlineRetailTable, realData, rfmOrdersTable, testRecipe } from './testing/tables.ts';

const mall = realData('Mall_Customers.csv');
const orders = realData('rfm_data_orders.csv');
const noise = realData('customer_segmentation_data.csv');
const retail = realData('online_retail.csv.gz');

// Reference figures: scikit-learn 1.9.1 on the same files; for the RFM orders R's rfm 0.3.
describe.skipIf(mall === null)('Mall customers', () => {
  const incomeAndScore = ['Annual Income (k$)', 'Spending Score (1-100)'];

  it('has five segments in raw income and score, as scikit-learn finds them', async () => {
    const table = mallTable(mall ?? '', incomeAndScore);
    const { document } = await runRecipe({ table, recipe: testRecipe({ transform: 'none', scale: 'none' }) });
    expect(document.choice?.k).toBe(5);
    expect(document.warnings.filter(({ severity }) => severity === 'warning')).toEqual([]);
    expect(document.quality.inertia).toBeCloseTo(44448.455448, 3);
    expect(document.quality.silhouette).toBeCloseTo(0.553932, 5);
    expect(document.quality.daviesBouldin).toBeCloseTo(0.572563, 5);
    expect(document.quality.calinskiHarabasz).toBeCloseTo(247.359, 3);
    expect(document.segments.map(({ name, size }) => [name, size])).toEqual([
      ['High annual income, high spending score', 39],
      ['Low annual income, high spending score', 22],
      ['Average customers', 81],
      ['High annual income, low spending score', 35],
      ['Low annual income, low spending score', 23],
    ]);
    const { centers } = document.model as Extract<Model, { method: 'kmeans' | 'minibatch' }>;
    expect(centers[4]?.[0]).toBeCloseTo(26.304348, 5);
    expect(centers[4]?.[1]).toBeCloseTo(20.913043, 5);
  });

  it('counts gender once: two values are one column', async () => {
    const table = mallTable(mall ?? '', ['Gender', 'Age', ...incomeAndScore]);
    const { document } = await runRecipe({ table, recipe: testRecipe({ transform: 'none', k: 10 }) });
    expect(document.preparation.columns).toHaveLength(4);
    expect(document.quality.inertia).toBeLessThanOrEqual(152.029835);
    expect(document.quality.silhouette).toBeCloseTo(0.420764, 5);
  });
});

describe.skipIf(orders === null)('R rfm example orders', () => {
  it('gives the cuts and recency scores of R rfm', async () => {
    const table = rfmOrdersTable(orders ?? '');
    const { document, labels } = await runRecipe({ table, recipe: testRecipe({ method: 'rfm' }, 'orders') });
    const { cuts } = document.model as RfmModel;
    const near = (expected: number[]) => expected.map((value) => expect.closeTo(value, 9));
    expect(cuts.recency).toEqual(near([115, 181, 297.4, 482]));
    expect(cuts.frequency).toEqual(near([4, 5, 6, 8]));
    expect(cuts.monetary).toEqual(near([255.8, 382, 506.4, 666]));
    const counts = [0, 0, 0, 0, 0];
    for (const value of table.numbers.recency ?? []) {
      const score = 5 - cuts.recency.filter((cut) => cut <= value).length;
      counts[score - 1] = (counts[score - 1] ?? 0) + 1;
    }
    expect(counts).toEqual([197, 200, 199, 199, 200]);
    expect(document.customers).toBe(995);
    expect(labels.every((label) => label >= 0 && label < document.segments.length)).toBe(true);
    expect(document.warnings.find(({ code }) => code === 'score-ties')?.message).toContain('268, 187, 176, 244, 120');
  });
});

describe.skipIf(noise === null)('a table of uniform random numbers', () => {
  it('is said to have no natural groups', async () => {
    const [head = '', ...lines] = readFileSync(noise ?? '', 'utf8')
      .trim()
      .split(/\r?\n/);
    const column = (name: string) => lines.map((line) => Number(line.split(',')[head.split(',').indexOf(name)]));
    const table = customerTable({ income: column('income'), spending_score: column('spending_score') });
    for (const k of ['auto', 5] as const) {
      const { document } = await runRecipe({ table, recipe: testRecipe({ k }) });
      expect(document.warnings.map(({ code }) => code)).toContain('no-natural-groups');
    }
  });
});

describe.skipIf(retail === null)('Online Retail', () => {
  const table = retail === null ? null : onlineRetailTable(retail);

  it('recommends 4 on log, standardised RFM and names them', async () => {
    const { document } = await runRecipe({ table: table!, recipe: testRecipe({ transform: 'log' }, 'orders') });
    expect(document.customers).toBe(4338);
    expect(document.choice).toEqual({
      k: 4,
      why: 'k = 4: from 3 to 4 the silhouette stands still (0.337 to 0.336) while inertia falls 19%; k = 5 costs 0.020 of silhouette. k = 2 scores highest (0.433) but stays under the 0.5 that speaks for two groups apart.',
    });
    expect(document.warnings).toEqual([]);
    expect(document.quality.inertia).toBeLessThanOrEqual(3937.95329);
    expect(document.quality.silhouette).toBeCloseTo(0.335868, 4);
    expect(document.segments.map(({ name }) => name)).toEqual(['Champions', 'Regulars', 'Promising', 'Dormant']);
    expect(document.segments[0]?.size).toBe(719);
  });

  it('chooses log by itself, and then the same', async () => {
    const { document } = await runRecipe({ table: table!, recipe: testRecipe({}, 'orders') });
    expect(document.preparation.columns.map(({ transform }) => transform)).toEqual(['log', 'log', 'log']);
    expect(document.choice?.k).toBe(4);
  });

  it('does not fall into the outlier trap on raw values', async () => {
    const choice = await kChoiceFor({ table: table!, recipe: testRecipe({ transform: 'none' }, 'orders') });
    expect(choice.candidates[0]).toMatchObject({ k: 2, smallest: 26 });
    expect(choice.candidates[0]?.silhouette).toBeCloseTo(0.8958, 3);
    expect(choice.recommended.k).not.toBe(2);
    expect(choice.warnings.map(({ code }) => code)).toContain('outliers-carry-silhouette');
  });
});
