import { isLinkage, type Method, methods, methodTable, type RecipeInput } from '@clientele/contracts';
import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { segmentationJson } from '../exports/segmentation-json.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { createPredictor } from '../prediction/create-predictor.ts';
import { readModel } from '../prediction/read-model.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { orderTable, testRecipe } from '../run/testing/tables.ts';
import { segmentationMethods } from './methods.ts';

const count = 120;

/** Three groups of customers, a little scattered, and two who are like nobody; a category that follows the groups. */
function shop(): FeatureTable {
  const random = createRandom(5);
  const group = (row: number) => (row < 2 ? 3 : row % 3);
  const scatter = (middles: readonly number[]) =>
    Array.from({ length: count }, (_, row) => Math.ceil((middles[group(row)] ?? 0) * (1 + 0.3 * random.next())));
  const table = orderTable({
    recency: scatter([10, 90, 300, 3000]),
    frequency: scatter([30, 9, 2, 600]),
    monetary: scatter([9000, 900, 90, 900_000]).map((value) => value + 0.25),
  });
  const channel = {
    id: 'channel',
    label: 'Channel',
    unit: 'category',
    meaning: '',
    suggested: true,
    values: [],
  } as const;
  return {
    ...table,
    features: [...table.features, { ...channel, values: [] }],
    categories: { channel: table.ids.map((_, row) => ['web', 'shop', 'phone'][row % 3] ?? null) },
  };
}

const table = shop();
const numeric = { ...table, features: table.features.filter(({ unit }) => unit !== 'category'), categories: {} };

/** What differs: k-prototypes takes the category too. */
const tableFor = (method: Method): FeatureTable => (method === 'kprototypes' ? table : numeric);
const inputs: Partial<Record<Method, Partial<RecipeInput>>> = {
  dbscan: { eps: 0.8, minSamples: 4 },
  hdbscan: { minClusterSize: 10 },
};

describe.each(methods)('%s, the suite of every method', (method) => {
  const recipe = testRecipe({ method, k: 3, transform: 'log', starts: 5, ...inputs[method] }, 'orders');
  const run = (seen = tableFor(method)) => runRecipe({ table: seen, recipe });

  it('labels run from 0 to k - 1, all in use, noise apart, and match the sizes', async () => {
    const { document, labels } = await run();
    const sizes = document.segments.map(({ id }) => labels.filter((label) => label === id).length);
    const noise = labels.filter((label) => label < 0).length;
    expect(document.segments.map(({ size }) => size)).toEqual(sizes);
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, noise)).toBe(count);
    expect(document.unassigned?.size ?? 0).toBe(noise);
    expect(document.model.k).toBe(document.segments.length);
    expect(document.model.method).toBe(method);
  });

  it('segments go by mean revenue, highest first, and shares are whole', async () => {
    const { segments, unassigned } = (await run()).document;
    const value = segments.map(({ revenue, size }) => (revenue ?? 0) / size);
    expect(value).toEqual([...value].sort((a, b) => b - a));
    expect(segments.reduce((sum, { share }) => sum + share, unassigned?.share ?? 0)).toBeCloseTo(1, 12);
    expect(
      segments.reduce((sum, { revenueShare }) => sum + (revenueShare ?? 0), unassigned?.revenueShare ?? 0),
    ).toBeCloseTo(1, 12);
  });

  it('scoring the base again gives the labels', async () => {
    const { document, labels } = await run();
    const predict = createPredictor(readModel(segmentationJson(document), 'segmentation.json'));
    const ids = tableFor(method).features.map(({ id }) => id);
    const again = table.ids.map((_, row) =>
      predict(
        Object.fromEntries(ids.map((id) => [id, table.numbers[id]?.[row] ?? table.categories[id]?.[row] ?? null])),
      ),
    );
    const same = again.filter(({ segment }, row) => segment === labels[row]).length;
    // A tree has no rule for new customers: its model says what share of the base the nearest mean gives back.
    const { model } = document;
    expect(same / count).toBeCloseTo('agreement' in model ? model.agreement : 1, 9);
    for (const { scores, confidence, segment, runnerUp, name } of again) {
      const sum = scores.reduce((total, score) => total + score.confidence, 0);
      if (segment < 0) {
        expect(confidence).toBeCloseTo(1 - sum, 9);
        expect(name).toBe('No segment');
        continue;
      }
      expect(sum).toBeLessThan(1 + 1e-9);
      expect(scores[segment]?.confidence).toBe(confidence);
      expect(confidence).toBe(Math.max(...scores.map((score) => score.confidence)));
      expect(runnerUp?.segment).not.toBe(segment);
    }
  });

  it('the order of customers does not change who belongs together', async () => {
    const turn = <T>(values: ArrayLike<T>): T[] => Array.from(values).reverse();
    const seen = tableFor(method);
    const back: FeatureTable = {
      ...seen,
      ids: turn(seen.ids),
      numbers: Object.fromEntries(Object.entries(seen.numbers).map(([id, own]) => [id, Float64Array.from(turn(own))])),
      categories: Object.fromEntries(Object.entries(seen.categories).map(([id, own]) => [id, turn(own)])),
      revenue: seen.revenue === null ? null : Float64Array.from(turn(seen.revenue)),
      countries: turn(seen.countries),
    };
    expect(turn((await run(back)).labels)).toEqual(Array.from((await run()).labels));
  });

  it('the same recipe gives the same bytes', async () => {
    expect(segmentationJson((await run()).document)).toBe(segmentationJson((await run()).document));
  });

  it('names are unique and have a reason, advice is there', async () => {
    const { segments } = (await run()).document;
    expect(new Set(segments.map(({ name }) => name)).size).toBe(segments.length);
    expect(segments.every(({ nameWhy, advice }) => nameWhy.length > 10 && advice.length > 10)).toBe(true);
  });

  it('its recipe holds its own parameters and no others', async () => {
    const special = ['batchRows', 'height', 'covariance', 'gamma', 'eps', 'minClusterSize', 'minSamples', 'selection'];
    const { document } = await run();
    const held = special.filter((name) => name in document.recipe);
    expect(held).toEqual(
      special.filter((name) => (methodTable[method].parameters as readonly string[]).includes(name)),
    );
    expect(segmentationMethods[method].id).toBe(method);
  });

  it('has a dendrogram where it is hierarchical, that ends in one group', async () => {
    const { model } = (await run()).document;
    expect('dendrogram' in model).toBe(isLinkage(method));
    if (!('dendrogram' in model)) return;
    const { leaves, merges } = model.dendrogram;
    expect(merges).toHaveLength(leaves.length - 1);
    expect(leaves.reduce((sum, { size }) => sum + size, 0)).toBe(count);
    expect(new Set(leaves.map(({ segment }) => segment)).size).toBeGreaterThanOrEqual(model.k);
  });
});
