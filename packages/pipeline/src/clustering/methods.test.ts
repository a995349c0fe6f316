import { methods, recipeInputSchema } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { segmentationJson } from '../exports/segmentation-json.ts';
import { createPredictor } from '../prediction/create-predictor.ts';
import { readModel } from '../prediction/read-model.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { orderTable, testRecipe } from '../run/testing/tables.ts';
import { segmentationMethods } from './methods.ts';

const count = 120;
const spread = (step: number, modulus: number) => Array.from({ length: count }, (_, i) => ((i * step) % modulus) + 1);
const table = orderTable({
  recency: spread(37, 365),
  frequency: spread(7, 13),
  monetary: spread(101, 997).map((value, i) => value * 10 + i / 8),
});

describe.each(methods)('%s, the suite of every method', (method) => {
  const recipe = testRecipe({ method, k: method === 'kmeans' ? 4 : 'auto', transform: 'log' }, 'orders');
  const run = () => runRecipe({ table, recipe });

  it('labels run from 0 to k - 1, all in use, and match the sizes', async () => {
    const { document, labels } = await run();
    const sizes = document.segments.map(({ id }) => labels.filter((label) => label === id).length);
    expect(document.segments.map(({ size }) => size)).toEqual(sizes);
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    expect(document.model.k).toBe(document.segments.length);
  });

  it('segments go by mean revenue, highest first, and shares are whole', async () => {
    const { segments } = (await run()).document;
    const value = segments.map(({ revenue, size }) => (revenue ?? 0) / size);
    expect(value).toEqual([...value].sort((a, b) => b - a));
    expect(segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(segments.reduce((sum, { revenueShare }) => sum + (revenueShare ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it('scoring the base again gives the labels', async () => {
    const { document, labels } = await run();
    const predict = createPredictor(readModel(segmentationJson(document), 'segmentation.json'));
    const again = table.ids.map((_, row) => {
      const value = (id: string) => table.numbers[id]?.[row] ?? null;
      return predict({ recency: value('recency'), frequency: value('frequency'), monetary: value('monetary') });
    });
    expect(again.map(({ segment }) => segment)).toEqual(Array.from(labels));
    for (const { scores, confidence, segment, runnerUp } of again) {
      expect(scores.reduce((sum, score) => sum + score.confidence, 0)).toBeCloseTo(1, 9);
      expect(scores[segment]?.confidence).toBe(confidence);
      expect(confidence).toBe(Math.max(...scores.map((score) => score.confidence)));
      expect(runnerUp?.segment).not.toBe(segment);
    }
  });

  it('the order of customers does not change who belongs together', async () => {
    const back = orderTable(
      {
        recency: [...(table.numbers.recency ?? [])].reverse(),
        frequency: [...(table.numbers.frequency ?? [])].reverse(),
        monetary: [...(table.numbers.monetary ?? [])].reverse(),
      },
      [...table.ids].reverse(),
    );
    const { document } = await run();
    const turned = (await runRecipe({ table: back, recipe })).document;
    expect(turned.segments.map(({ size }) => size)).toEqual(document.segments.map(({ size }) => size));
  });

  it('names are unique and have a reason, advice is there', async () => {
    const { segments } = (await run()).document;
    expect(new Set(segments.map(({ name }) => name)).size).toBe(segments.length);
    expect(segments.every(({ nameWhy, advice }) => nameWhy.length > 10 && advice.length > 10)).toBe(true);
  });

  it('its parameters have the defaults of the recipe', () => {
    const { id, parameters } = segmentationMethods[method];
    const defaults = recipeInputSchema.parse({});
    expect(id).toBe(method);
    for (const parameter of parameters) expect(parameter.default).toBe(defaults[parameter.name]);
  });
});
