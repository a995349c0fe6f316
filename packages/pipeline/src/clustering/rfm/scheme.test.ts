import { type RfmModel, type RfmScheme, rfmSchemeSchema, segmentationDocumentSchema } from '@clientele/contracts';
import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { recipeJson } from '../../exports/segmentation-json.ts';
import { createPredictor } from '../../prediction/create-predictor.ts';
import { readModel } from '../../prediction/read-model.ts';
import { runRecipe } from '../../run/run-recipe.ts';
import { orderTable, testRecipe } from '../../run/testing/tables.ts';
import { defaultScheme } from './default-scheme.ts';

const random = createRandom(3);
const column = (make: (share: number) => number) => Array.from({ length: 400 }, () => make(random.next()));
const table = orderTable({
  recency: column((share) => Math.floor(share * 365)),
  frequency: column((share) => 1 + Math.floor(share ** 3 * 20)),
  monetary: column((share) => Math.exp(share * 6)),
});
const customer = (row: number) =>
  Object.fromEntries(Object.entries(table.numbers).map(([id, values]) => [id, values[row] ?? null]));
const recipeOf = (rfm?: RfmScheme) => testRecipe({ method: 'rfm', ...(rfm && { rfm }) }, 'orders');
const run = (rfm?: RfmScheme) => runRecipe({ table, recipe: recipeOf(rfm) });
const partial = rfmSchemeSchema.parse({
  scores: 4,
  axes: 'r-f-m',
  groups: [
    { name: 'Big', boxes: [{ r: [2, 4], m: [4, 4] }] },
    { name: 'Frequent', boxes: [{ r: [2, 4], f: [3, 4] }] },
    { name: 'Asleep', boxes: [{ r: [1, 1], f: [3, 4], m: [3, 4] }] },
  ],
});

describe('a scheme', () => {
  it('left out is the default one: the same segments, and a recipe without it', async () => {
    const [bare, given] = [await run(), await run(defaultScheme())];
    expect(given.document.segments).toEqual(bare.document.segments);
    expect(given.labels).toEqual(bare.labels);
    expect(bare.document.recipe).not.toHaveProperty('rfm');
    expect(given.document.recipe.rfm).toEqual(defaultScheme());
  });

  it('is part of a recipe of RFM only, in one order of its keys', () => {
    expect(testRecipe({ method: 'kmeans', rfm: partial })).not.toHaveProperty('rfm');
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    const text = recipeJson(recipeOf(partial));
    expect(recipeJson(recipeOf(turned(partial) as RfmScheme))).toBe(text);
    expect(JSON.parse(text).rfm).toEqual(partial);
  });

  it('leaves customers whose code no group has in no segment, and says how many', async () => {
    const { document, labels } = await run(partial);
    const none = labels.filter((label) => label === -1).length;
    expect(none).toBeGreaterThan(50);
    expect(document.unassigned?.size).toBe(none);
    expect(document.segments.reduce((sum, { size }) => sum + size, none)).toBe(400);
    expect(document.warnings.find(({ code }) => code === 'grid-uncovered')?.message).toContain(
      `so ${none} customers (`,
    );
    const { grid, k } = document.model as RfmModel;
    expect([k, grid.length, grid[0]?.length]).toEqual([3, 4, 16]);
    expect(grid[0]?.slice(0, 4)).toEqual([-2, -2, -2, -2]);
    expect(document.segments.find(({ name }) => name === 'Big')?.nameWhy).toBe(
      'Big: scores R 2 to 4, M 4 (4 is best).',
    );
    expect(document.segments.find(({ name }) => name === 'Frequent')?.nameWhy).toMatch(/less the codes of groups/);
    expect(document.segments.find(({ name }) => name === 'Asleep')?.nameWhy).toBe(
      'Asleep: R, F and M scores 1,4,4 1,4,3 1,3,4 1,3,3 (4 is best).',
    );
  });

  it.each([
    ['default', defaultScheme()],
    ['partial', partial],
    ['weighted', { ...defaultScheme(7), weights: { frequency: 3, monetary: 1 }, ties: 'values' as const }],
    ['fixed', { ...partial, cuts: { recency: [30, 60, 200], frequency: [2, 2, 9], monetary: [5, 50, 200] } }],
  ])('scores its own customers as it fitted them (%s)', async (_, scheme) => {
    const { document, labels } = await run(scheme);
    const predict = createPredictor(readModel(JSON.stringify(document), 'model.json'));
    for (const row of labels.keys()) {
      const { segment, name, confidence, scores } = predict(customer(row));
      expect(segment).toBe(labels[row]);
      if (segment < 0) expect(name).toBe('No segment');
      expect(confidence).toBeGreaterThan(0);
      const inAny = scores.reduce((sum, each) => sum + each.confidence, 0);
      expect(inAny).toBeLessThanOrEqual(1 + 1e-9);
      if (scheme.axes === 'r-fm') expect(inAny).toBeCloseTo(1, 9);
    }
  });

  it('needs somebody in its groups, and customers enough for its scores', async () => {
    const nobody = { ...partial, cuts: { recency: [400, 500, 600], frequency: [1, 1, 1], monetary: [1, 2, 3] } };
    const top = { ...nobody, groups: [{ name: 'Gone', boxes: [{ r: [1, 2] as [number, number] }] }] };
    await expect(run(top)).rejects.toThrow('None of the 400 customers has a code that a group of the grid holds');
    const few = orderTable({ recency: [1, 2, 3, 4], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] });
    const recipe = recipeOf(defaultScheme(6));
    await expect(runRecipe({ table: few, recipe })).rejects.toThrow('RFM scores of 1 to 6 need at least 6');
  });
});

describe('a model of an older version', () => {
  it('has five scores and a grid of 25, and is read and scored as before', async () => {
    const { document, labels } = await run();
    const { cuts, grid, k } = document.model as RfmModel;
    const old = { ...document, model: { method: 'rfm', k, cuts, grid } };
    expect(segmentationDocumentSchema.parse(old).model).toEqual(document.model);
    const predict = createPredictor(old as unknown as typeof document);
    for (const row of labels.keys()) expect(predict(customer(row)).segment).toBe(labels[row]);
  });

  it('is refused where its grid does not fit its scores', async () => {
    const { document } = await run(partial);
    const model = document.model as RfmModel;
    const read = (change: Partial<RfmModel>) => () =>
      readModel(JSON.stringify({ ...document, model: { ...model, ...change } }), 'model.json');
    expect(read({ scores: 5 })).toThrow('RFM scores of 1 to 5 need 4 cuts a feature and a grid of 5 x 25');
    expect(read({ axes: 'r-fm' })).toThrow('a grid of 4 x 4');
    expect(read({ grid: model.grid.map((row) => row.map(() => 3)) })).toThrow('a segment that is not there');
  });
});
