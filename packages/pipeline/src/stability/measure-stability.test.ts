import {
  ClienteleError,
  type Method,
  methods,
  type RecipeInput,
  type Stability,
  stabilitySchema,
} from '@clientele/contracts';
import { createPool, createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import type { RunEffects } from '../clustering/kernel-calls.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { prepare } from '../preparation/prepare.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { customerTable, orderTable, testRecipe } from '../run/testing/tables.ts';
import { measureStability, type StabilityAsked } from './measure-stability.ts';
import { refitResamples } from './refit-resamples.ts';

function normalOf(seed: number): () => number {
  const random = createRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** A shop of three kinds of customers, far apart in the logarithms, and a category that follows the kinds. */
function shop(customers: number): FeatureTable {
  const normal = normalOf(5);
  const column = (middles: readonly number[]) =>
    Array.from({ length: customers }, (_, row) => Math.ceil((middles[row % 3] ?? 0) * Math.exp(0.25 * normal())));
  const table = orderTable({
    recency: column([12, 90, 600]),
    frequency: column([120, 25, 5]),
    monetary: column([9000, 900, 90]).map((value) => value + 0.25),
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

const numeric = (table: FeatureTable): FeatureTable => ({
  ...table,
  features: table.features.filter(({ unit }) => unit !== 'category'),
  categories: {},
});

/** One round cloud. */
function cloud(customers: number, seed: number): FeatureTable {
  const normal = normalOf(seed);
  const column = () => Array.from({ length: customers }, normal);
  return customerTable({ x: column(), y: column(), z: column() });
}

async function asked(table: FeatureTable, input: Partial<RecipeInput>): Promise<StabilityAsked> {
  const recipe = testRecipe(input, table.revenue === null ? 'customers' : 'orders');
  const { document, labels } = await runRecipe({ table, recipe });
  const prepared = prepare(table, document.recipe);
  const own = Int32Array.from(prepared.kept, (row) => labels[row] ?? -1);
  return { table, prepared, recipe: document.recipe, labels: own, k: document.model.k, model: document.model };
}

/** The radius that DBSCAN finds for so few leaves a tenth of them at the rims. */
const radius: Partial<Record<Method, Partial<RecipeInput>>> = { dbscan: { eps: 0.4 } };
const inputFor = (method: Method): Partial<RecipeInput> => ({
  method,
  k: 3,
  transform: 'log',
  starts: 3,
  ...radius[method],
});
const seeded: readonly Method[] = ['kmeans', 'minibatch', 'gmm', 'kprototypes'];

describe.each(methods)('%s', (method) => {
  const table = method === 'kprototypes' ? shop(360) : numeric(shop(360));

  it('finds planted groups again, says so by the contract, and says the same again', async () => {
    const input = await asked(table, inputFor(method));
    const before = input.labels.slice();
    const found = await measureStability(input);
    expect(stabilitySchema.parse(found)).toEqual(found);
    expect(found).toMatchObject({ resamples: method === 'kmeans' ? 50 : 20, rows: 360, exact: true });
    expect(found.segments.map(({ segment }) => segment)).toEqual(Array.from({ length: input.k }, (_, id) => id));
    if (method !== 'rfm') {
      expect(input.k).toBe(3);
      for (const { jaccard, grade, dissolved } of found.segments) {
        expect(jaccard).toBeGreaterThan(0.85);
        expect(grade).toBe('highly-stable');
        expect(dissolved).toBe(0);
      }
    }
    expect(found.seeds === null).toBe(!seeded.includes(method));
    if (found.seeds !== null) expect(found.seeds).toMatchObject({ ari: 1, lowest: 1 });
    const others = ['kmeans', 'ward', 'gmm'].filter((other) => other !== method);
    expect(found.methods.map((other) => other.method)).toEqual(others);
    if (method !== 'rfm') for (const { ari, ami } of found.methods) expect(Math.min(ari, ami)).toBeGreaterThan(0.9);
    expect(await measureStability(input)).toEqual(found);
    expect(input.labels).toEqual(before);
  });
});

describe('measureStability', () => {
  it.each(['kmeans', 'ward', 'gmm'] as const)('does not trust the halves of one cloud: %s', async (method) => {
    for (let seed = 1; seed <= 4; seed++) {
      const { model, k, labels, ...input } = await asked(cloud(400, seed), {
        method,
        k: 2,
        transform: 'none',
        starts: 2,
      });
      const found = await refitResamples({ input, labels, k, model, customers: 400 }, {});
      expect(Math.max(...found.jaccard)).toBeLessThan(0.6);
    }
  });

  it('measures the groups of an RFM grid, whose cuts move with the customers', async () => {
    const { segments } = await measureStability(await asked(numeric(shop(360)), inputFor('rfm')));
    for (const { jaccard, plain, grade } of segments) {
      expect((jaccard ?? 0) <= (plain ?? 0) + 1e-9).toBe(true);
      expect(grade === 'untrustworthy').toBe((jaccard ?? 0) < 0.6);
    }
  });

  it('draws from a sample of many customers and says so', async () => {
    const input = await asked(numeric(shop(6000)), { k: 3, transform: 'log' });
    const found = await measureStability(input);
    expect(found).toMatchObject({ rows: 5000, exact: false });
    expect(found.segments.every(({ grade }) => grade === 'highly-stable')).toBe(true);
    const ward = await measureStability(await asked(numeric(shop(6000)), { ...inputFor('ward') }));
    expect(ward).toMatchObject({ rows: 2000, exact: false });
  });

  it('has customers of no segment in none, and leaves them out of the comparison with other methods', async () => {
    const table = numeric(shop(300));
    const stray = [3, 4, 5, 6, 7, 8];
    stray.forEach((row, i) => {
      (table.numbers.monetary as Float64Array)[row] = 10 ** (7 + i);
    });
    const input = await asked(table, { method: 'hdbscan', transform: 'log', minClusterSize: 20 });
    expect(input.labels.filter((label) => label < 0).length).toBeGreaterThanOrEqual(stray.length);
    const found = await measureStability(input);
    expect(found.segments.length).toBe(input.k);
    expect(found.segments.every(({ jaccard }) => (jaccard ?? 0) > 0.85)).toBe(true);
    const nobody = { ...input, labels: input.labels.map(() => -1) };
    const none = await measureStability(nobody);
    expect(
      none.segments.every(
        ({ jaccard, plain, grade }) => jaccard === null && plain === null && grade === 'untrustworthy',
      ),
    ).toBe(true);
    expect(none.methods).toEqual([]);
  });

  it.each(methods.filter((method) => method !== 'kprototypes'))('bears few customers: %s', async (method) => {
    const table = numeric(shop(7));
    const found = await measureStability(await asked(table, inputFor(method)));
    expect(stabilitySchema.parse(found)).toEqual(found);
  });

  it('gives the same with a pool, tells its steps, and stops', async () => {
    const input = await asked(numeric(shop(360)), { k: 3, transform: 'log' });
    const pool = createPool({ threads: 2 });
    try {
      const steps: string[] = [];
      const effects: RunEffects = { pool, onProgress: ({ step }) => steps.push(step) };
      const found: Stability = await measureStability(input, effects);
      expect(found).toEqual(await measureStability(input));
      expect([...new Set(steps)]).toEqual(['Drawing resamples', 'Trying other seeds', 'Comparing with other methods']);
      const stopped = await measureStability(input, { pool, signal: AbortSignal.abort() }).catch(
        (error: unknown) => error,
      );
      expect(stopped).toBeInstanceOf(ClienteleError);
      expect(stopped).toMatchObject({ code: 'cancelled' });
    } finally {
      await pool.close();
    }
  });
});
