import {
  evidenceSchema,
  type Method,
  methods,
  type RecipeInput,
  type SegmentationDocument,
} from '@clientele/contracts';
import { createPool, createRandom, type Pool } from '@clientele/kernels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withRegion } from '../explanation/customer/testing/explained.ts';
import { meetsRule } from '../explanation/rules/meets-rule.ts';
import { segmentationJson } from '../exports/segmentation-json.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { readModel } from '../prediction/read-model.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { orderTable, testRecipe, threeClouds } from '../run/testing/tables.ts';
import { type EvidenceInput, gatherEvidence } from './gather-evidence.ts';
import { withEvidence } from './with-evidence.ts';

/** A shop of three kinds of customers in two countries, the kinds apart in the logarithms. */
function shop(customers: number): FeatureTable {
  const random = createRandom(8);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const column = (middles: readonly number[], digits: number) =>
    Array.from({ length: customers }, (_, row) =>
      Number(((middles[row % 3] ?? 0) * Math.exp(0.25 * normal())).toFixed(digits)),
    );
  const table = orderTable({
    recency: column([12, 90, 600], 0),
    frequency: column([120, 25, 5], 0),
    monetary: column([9000, 900, 90], 2),
  });
  return { ...table, countries: table.ids.map((_, row) => (row % 3 === 0 ? 'United Kingdom' : 'France')) };
}

async function segmented(table: FeatureTable, input: Partial<RecipeInput>): Promise<EvidenceInput> {
  const kind = table.revenue === null ? 'customers' : 'orders';
  const recipe = testRecipe({ starts: 2, transform: 'log', ...input }, kind);
  const { document, labels } = await runRecipe({ table, recipe });
  return { table, document, labels };
}

/** Whether every number of a value is finite, however deep: JSON would make null of another. */
const hasFinite = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : value === undefined || typeof value !== 'object' || value === null || Object.values(value).every(hasFinite);

/** What holds of any evidence: its shape, an entry a segment, rules and confidences to the row. */
async function expectEvidence(input: EvidenceInput) {
  const { table, document, labels } = input;
  const evidence = await gatherEvidence(input);
  expect(evidenceSchema.parse(evidence)).toEqual(evidence);
  expect(hasFinite(evidence)).toBe(true);
  expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
  const ids = document.segments.map(({ id }) => id);
  expect(evidence.segments.map(({ segment }) => segment)).toEqual(ids);
  expect(evidence.stability.segments.map(({ segment }) => segment)).toEqual(ids);
  for (const { segment, sentence, rule, confidence, unsure } of evidence.segments) {
    expect(sentence).toMatch(/\.$/);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(unsure).toBeGreaterThanOrEqual(0);
    expect(unsure).toBeLessThanOrEqual(1);
    if (rule === null) continue;
    const matched = [...table.ids.keys()].filter(meetsRule(table, rule.boxes));
    const hits = matched.filter((row) => labels[row] === segment).length;
    expect([rule.matched, rule.hits]).toEqual([matched.length, hits]);
    expect(rule.recall).toBe(hits / (document.segments[segment]?.size ?? 0));
  }
  return evidence;
}

let pool: Pool;
beforeAll(() => {
  pool = createPool({ threads: 2 });
});
afterAll(() => pool.close());

describe.each(methods)('%s', (method) => {
  const table = method === 'kprototypes' ? withRegion(shop(75)) : shop(75);
  const own: Partial<Record<Method, Partial<RecipeInput>>> = { dbscan: { eps: 0.6 }, hdbscan: { minClusterSize: 8 } };

  it('gives evidence, one entry a segment', async () => {
    const evidence = await expectEvidence(await segmented(table, { method, k: 3, ...own[method] }));
    expect(evidence.structure.verdict).toBe('natural-groups');
    expect(evidence.segments.filter(({ rule }) => rule !== null).length).toBeGreaterThan(1);
  });
});

describe('gatherEvidence', () => {
  it('gives the same bytes with a pool of two and without, and says what it does', async () => {
    const input = await segmented(shop(60), { k: 3 });
    const before = JSON.stringify([input.document, [...input.labels]]);
    const steps: string[] = [];
    const texts = [
      await gatherEvidence(input),
      await gatherEvidence(input, { pool, onProgress: ({ step }) => steps.push(step) }),
      await gatherEvidence(input, { pool }),
      await gatherEvidence(input),
    ].map((evidence) => JSON.stringify(evidence));
    expect(new Set(texts).size).toBe(1);
    expect([...new Set(steps)]).toEqual([
      'Looking for natural groups',
      'Drawing resamples',
      'Trying other seeds',
      'Comparing with other methods',
      'Finding rules',
    ]);
    expect(JSON.stringify([input.document, [...input.labels]])).toBe(before);
  });

  it('leaves customers of no segment aside', async () => {
    const table = shop(90);
    for (const row of [3, 4, 5, 6]) (table.numbers.monetary as Float64Array)[row] = 10 ** (7 + row);
    const input = await segmented(table, { method: 'hdbscan', minClusterSize: 12 });
    expect(input.labels.filter((label) => label < 0).length).toBeGreaterThanOrEqual(4);
    await expectEvidence(input);
  });

  it('bears one segment only, and nobody in any', async () => {
    const { document, labels, table } = await segmented(threeClouds(12), { k: 2, transform: 'none' });
    const one = { ...document, segments: document.segments.slice(0, 1).map((segment) => ({ ...segment, size: 36 })) };
    const model = { ...document.model, k: 1, centers: [[0, 0]] } as SegmentationDocument['model'];
    const alone = await expectEvidence({ table, document: { ...one, model }, labels: labels.map(() => 0) });
    expect(alone.structure.about).toBe('There is one segment, so there is no border to judge.');
    expect(alone.segments).toMatchObject([{ rule: null, confidence: 1, unsure: 0 }]);
    const nobody = await gatherEvidence({ table, document, labels: labels.map(() => -1) });
    expect(evidenceSchema.parse(nobody)).toEqual(nobody);
    expect(nobody.segments).toMatchObject([
      { rule: null, confidence: 0, sentence: expect.stringMatching(/could not be measured/) },
      { rule: null, confidence: 0 },
    ]);
  });

  it.each(methods.filter((method) => method !== 'kprototypes'))('bears seven customers: %s', async (method) => {
    await expectEvidence(await segmented(shop(7), { method, k: 2, ...(method === 'dbscan' && { eps: 1 }) }));
  });

  it('stops', async () => {
    const input = await segmented(shop(30), { k: 3 });
    const aborted = AbortSignal.abort();
    for (const effects of [{ signal: aborted }, { pool, signal: aborted }])
      await expect(gatherEvidence(input, effects)).rejects.toMatchObject({ code: 'cancelled' });
    for (const last of ['Drawing resamples', 'Comparing with other methods', 'Finding rules']) {
      const stop = new AbortController();
      const onProgress = ({ step }: { step: string }) => {
        if (step === last) stop.abort();
      };
      await expect(gatherEvidence(input, { signal: stop.signal, onProgress }), last).rejects.toMatchObject({
        code: 'cancelled',
      });
    }
  });
});

describe('withEvidence', () => {
  const doubt = { severity: 'warning', code: 'no-natural-groups', message: 'It looks like one cloud.' } as const;
  const other = { severity: 'warning', code: 'filled-missing', message: 'A median was filled in.' } as const;

  it('takes the quick doubt back where groups are found, and leaves everything else as it is', async () => {
    const input = await segmented(shop(75), { k: 3 });
    const document = { ...input.document, warnings: [doubt, other] };
    const evidence = await gatherEvidence(input);
    expect(evidence.structure.verdict).toBe('natural-groups');
    expect(withEvidence(document, evidence)).toEqual({ ...document, warnings: [other], evidence });
    expect(document.warnings).toEqual([doubt, other]);
    const slices = { ...evidence, structure: { ...evidence.structure, verdict: 'slices' as const } };
    expect(withEvidence(document, slices).warnings).toEqual([doubt, other]);
    const shown = withEvidence(document, evidence);
    expect(readModel(segmentationJson(shown), 'segmentation.json')).toEqual(shown);
  });
});
