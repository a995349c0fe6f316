import { existsSync } from 'node:fs';
import { defaultRules, recipeInputSchema } from '@clientele/contracts';
import { type FeatureTable, makeRecipe } from '@clientele/pipeline';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunInput } from './run-tasks.ts';
import { startInlineRunner, startThreadRunner } from './runner.ts';

const script = new URL('../../dist/runs/run-worker.js', import.meta.url);
const isBuilt = existsSync(script);
if (!isBuilt)
  console.warn('runner.int.test: the thread is not tested, as packages/server is not built; run npm run build');

function input(k: number): RunInput {
  const rows = 400;
  const column = (scale: number, shift: number) =>
    Float64Array.from({ length: rows }, (_, i) => scale * (i % 4) + shift * Math.sin(i) + 20);
  const feature = (id: string) =>
    ({ id, label: id, unit: 'number', meaning: id, suggested: true, values: [] }) satisfies FeatureTable['features'][0];
  const table: FeatureTable = {
    ids: Array.from({ length: rows }, (_, i) => `c${i}`),
    features: [feature('a'), feature('b')],
    numbers: { a: column(10, 1), b: column(-5, 2) },
    categories: {},
    revenue: null,
    countries: new Array<null>(rows).fill(null),
    asOf: null,
  };
  const mapping = { kind: 'customers', roles: {}, dateOrder: 'auto', decimal: 'auto', currency: null } as const;
  const data = { name: 'x.csv', mapping, rules: defaultRules };
  return { table, recipe: makeRecipe(recipeInputSchema.parse({ k, features: ['a', 'b'], transform: 'none' }), data) };
}

const idle = () => ({ signal: new AbortController().signal, onProgress: () => {} });
const inline = startInlineRunner();
afterAll(() => inline.close());

describe.skipIf(!isBuilt)('the computing thread', () => {
  it('gives what the calling thread gives, and tells how far it is', async () => {
    const thread = startThreadRunner(script);
    const steps = new Set<string>();
    const job = { ...idle(), onProgress: ({ step }: { step: string }) => void steps.add(step) };
    const there = await thread.do('segment', input(4), job);
    const here = await inline.do('segment', input(4), idle());
    expect(there).toEqual(here);
    expect(steps).toContain('Preparing features');
    const umap = { neighbours: 15, minDistance: 0.1, dimensions: 2, seed: 1 } as const;
    expect(await thread.do('umap', { ...input(4), umap }, job)).toEqual(
      await inline.do('umap', { ...input(4), umap }, idle()),
    );
    expect(steps).toContain('Drawing the map');
    await thread.close();
  });

  it('sends errors of ours back as they are', async () => {
    const thread = startThreadRunner(script);
    await expect(
      thread.do('segment', { ...input(50), table: { ...input(50).table, ids: [] } }, idle()),
    ).rejects.toMatchObject({
      code: 'too-few-customers',
    });
    await thread.close();
  });

  it('stops where its signal is aborted, and where it is closed', async () => {
    const thread = startThreadRunner(script);
    const controller = new AbortController();
    const stopped = thread.do('segment', input(4), { ...idle(), signal: controller.signal });
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const closed = thread.do('chooseK', input(4), idle());
    const refused = expect(closed).rejects.toMatchObject({ code: 'cancelled' });
    await thread.close();
    await refused;
  });
});
