import { ClienteleError, segmentationDocumentSchema } from '@clientele/contracts';
import { createPool } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { segmentationJson } from '../exports/segmentation-json.ts';
import { kChoiceFor, runRecipe } from './run-recipe.ts';
import { customerTable, orderTable, testRecipe, threeClouds } from './testing/tables.ts';

const failure = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof ClienteleError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('expected a failure');
};

describe('runRecipe', () => {
  it('finds three clouds, says why and gives every customer a label', async () => {
    const table = threeClouds(20);
    const { document, labels, ids } = await runRecipe({ table, recipe: testRecipe() });
    expect(document.choice?.k).toBe(3);
    expect(document.choice?.why).toContain('k = 3: the silhouette is highest there');
    expect(document.segments.map(({ size }) => size)).toEqual([20, 20, 20]);
    expect(ids).toEqual(table.ids);
    // Highest values first.
    expect([labels[59], labels[30], labels[0]]).toEqual([0, 1, 2]);
    expect(segmentationDocumentSchema.parse(document)).toEqual(document);
  });

  it('gives the same bytes again, with and without workers', async () => {
    const input = { table: threeClouds(30), recipe: testRecipe({ k: 4, seed: 7 }) };
    const text = segmentationJson((await runRecipe(input)).document);
    expect(segmentationJson((await runRecipe(input)).document)).toBe(text);
    const pool = createPool({ threads: 2 });
    try {
      expect(segmentationJson((await runRecipe(input, { pool })).document)).toBe(text);
    } finally {
      await pool.close();
    }
  });

  it('gives the same quality whether k was chosen or asked for', async () => {
    const table = threeClouds(25);
    const chosen = await runRecipe({ table, recipe: testRecipe() });
    const asked = await runRecipe({ table, recipe: testRecipe({ k: 3 }) });
    expect(asked.document.quality).toEqual(chosen.document.quality);
    expect(asked.document.model).toEqual(chosen.document.model);
    expect(asked.document.choice).toBeNull();
    expect(chosen.document.recipe.k).toBe('auto');
  });

  it('leaves out customers that lack a feature, with label -1', async () => {
    const table = customerTable({ x: [1, 2, Number.NaN, 101, 102, 103], y: [1, 1, 1, 5, 5, 5] });
    const { document, labels } = await runRecipe({ table, recipe: testRecipe({ k: 2, missing: 'drop' }) });
    expect(labels[2]).toBe(-1);
    expect(document.customers).toBe(5);
    expect(document.preparation.dropped).toBe(1);
    expect(document.warnings.find(({ code }) => code === 'missing-dropped')?.message).toBe(
      '1 of 6 customers are left out because a feature is missing: x (1).',
    );
  });

  it('says when there are too few customers', async () => {
    const one = orderTable({ recency: [1], frequency: [1], monetary: [10] });
    expect(await failure(runRecipe({ table: one, recipe: testRecipe({ k: 4 }) }))).toEqual({
      code: 'too-few-customers',
      message:
        '1 customer is left after cleaning, and k = 4 needs at least 4; widen the filters, switch cleaning rules off, or choose fewer segments.',
    });
    const none = orderTable({ recency: [], frequency: [], monetary: [] });
    expect((await failure(runRecipe({ table: none, recipe: testRecipe() }))).message).toContain('No customer is left');
    const two = customerTable({ x: [1, 2] });
    expect((await failure(runRecipe({ table: two, recipe: testRecipe() }))).message).toContain('needs at least 3');
    const dropped = customerTable({ x: [1, Number.NaN, Number.NaN, Number.NaN] });
    const recipe = testRecipe({ k: 3, missing: 'drop' });
    expect((await failure(runRecipe({ table: dropped, recipe }))).message).toContain('once those that lack a feature');
  });

  it('gives fewer segments, with a warning, where customers do not differ enough', async () => {
    const table = customerTable({ x: [1, 1, 1, 2, 2, 2, 3, 3] });
    const { document } = await runRecipe({ table, recipe: testRecipe({ k: 5 }) });
    expect(document.segments).toHaveLength(3);
    expect(document.model.k).toBe(3);
    expect(document.warnings.map(({ code }) => code)).toContain('fewer-segments');
  });

  it('accepts as many segments as customers, with no silhouette', async () => {
    const { document } = await runRecipe({ table: customerTable({ x: [1, 2, 4] }), recipe: testRecipe({ k: 3 }) });
    expect(document.quality).toEqual({
      inertia: 0,
      silhouette: null,
      silhouetteExact: true,
      silhouetteBound: 0,
      daviesBouldin: null,
      calinskiHarabasz: null,
      silhouettes: [],
    });
    expect(new Set(document.segments.map(({ name }) => name)).size).toBe(3);
  });

  it('stops when it is asked to', async () => {
    const abort = new AbortController();
    abort.abort();
    const work = runRecipe({ table: threeClouds(30), recipe: testRecipe() }, { signal: abort.signal });
    expect((await failure(work)).code).toBe('cancelled');
  });

  it('reports what it is doing', async () => {
    const steps = new Set<string>();
    await runRecipe({ table: threeClouds(30), recipe: testRecipe() }, { onProgress: ({ step }) => steps.add(step) });
    expect([...steps]).toEqual(['Preparing features', 'Quality over k', 'Comparing with chance', 'Naming segments']);
  });

  it('changes the data receipt with a value or an id, and the recipe receipt with a choice', async () => {
    const receipt = async (x: number[], seed = 1) =>
      (await runRecipe({ table: customerTable({ x }), recipe: testRecipe({ k: 2, seed }) })).document.receipt;
    const first = await receipt([1, 2, 8, 9]);
    const value = await receipt([1, 2, 8, 9.5]);
    const seed = await receipt([1, 2, 8, 9], 2);
    expect(first.data).toMatch(/^[0-9a-f]{64}$/);
    expect(value.data).not.toBe(first.data);
    expect(value.recipe).toBe(first.recipe);
    expect(seed.data).toBe(first.data);
    expect(seed.recipe).not.toBe(first.recipe);
  });
});

describe('kChoiceFor', () => {
  it('has a candidate for every k and the warnings of the preparation', async () => {
    const table = customerTable({ x: [1, 2, 3, 11, 12, 13, 21, 22, 23, Number.NaN], same: new Array(10).fill(4) });
    const choice = await kChoiceFor({ table, recipe: testRecipe({ toK: 5, k: 2 }) });
    expect(choice.candidates.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
    expect(choice.customers).toBe(10);
    expect(choice.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['constant-feature', 'missing-filled']),
    );
  });

  it('cuts the range to the customers and says so', async () => {
    const choice = await kChoiceFor({ table: customerTable({ x: [1, 2, 8, 9] }), recipe: testRecipe() });
    expect(choice.candidates.map(({ k }) => k)).toEqual([2, 3]);
    expect(choice.warnings.map(({ code }) => code)).toContain('k-range-cut');
  });

  it('cuts the range to the different customers', async () => {
    const table = customerTable({ x: [1, 1, 1, 1, 5, 5, 5, 5, 9, 9, 9, 9] });
    const choice = await kChoiceFor({ table, recipe: testRecipe() });
    expect(choice.candidates.map(({ k }) => k)).toEqual([2, 3]);
    expect(choice.recommended.k).toBe(3);
    expect(choice.warnings.map(({ code }) => code)).toContain('few-distinct');
  });

  it('refuses a range upside down, and RFM', async () => {
    const table = threeClouds(5);
    expect((await failure(kChoiceFor({ table, recipe: testRecipe({ fromK: 6, toK: 4 }) }))).code).toBe('usage');
    expect((await failure(kChoiceFor({ table, recipe: testRecipe({ method: 'rfm' }) }))).code).toBe('usage');
  });
});
