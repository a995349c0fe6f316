import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clientele/client';
import { recipeInputSchema } from '@clientele/contracts';
import { customerTableOf, type ShopCustomers } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChooseKAnswer, SegmentAnswer } from '../support/answers.ts';
import { runCommand, runJson } from '../support/run-command.ts';
import { writeShop } from '../support/sample-file.ts';
import { serve } from '../support/serve.ts';

describe('orders with a table of their customers', () => {
  let folder: string;
  let shop: string;
  let people: string;
  let known: ShopCustomers;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-attributes-'));
    shop = join(folder, 'shop.csv');
    people = join(folder, 'people.csv');
    known = customerTableOf(await writeShop(shop), { listed: 0.95, strangers: 20 });
    await writeFile(people, [...known.csv()].join(''));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('segment by both, and the API gives the same bytes', async () => {
    const cases = [
      [{ features: ['recency', 'frequency', 'Age'], k: 4 }, ['--features', 'recency,frequency,age', '--k', '4']],
      [
        { features: ['monetary', 'Channel', 'Newsletter'], method: 'kprototypes', k: 3, missing: 'drop' },
        ['--features', 'monetary,channel,newsletter', '--method', 'kprototypes', '--k', '3', '--missing', 'drop'],
      ],
      [{ k: 3 }, ['--k', '3']],
    ] as const;
    const served = await serve(['--no-sample']);
    try {
      const client = createClient({ base: served.url });
      const imported = async (path: string, name: string) => {
        const upload = await client.upload(new Blob([await readFile(path)]), { name });
        return client.watchJob<'import'>(await client.call('importDataset', { body: { uploadId: upload.id } }));
      };
      const { id: datasetId } = await imported(shop, 'shop.csv');
      const { id: customers } = await imported(people, 'people.csv');
      const { join: found } = await client.call('updateDataset', { params: { datasetId }, body: { join: customers } });
      expect(found).toMatchObject({ matched: known.listed, without: 400 - known.listed, unused: 20 });
      for (const [choices, args] of cases) {
        const out = join(folder, 'out');
        const answer = await runJson<SegmentAnswer>(['segment', shop, '--attributes', people, ...args, '--out', out]);
        expect(answer.dataset).toMatchObject({ join: { name: 'people.csv', matched: known.listed } });
        const { id, document } = await client.watchJob<'segment'>(
          await client.call('segment', {
            params: { datasetId },
            body: { recipe: recipeInputSchema.parse(choices), name: args.join(' ') },
          }),
        );
        expect(answer.receipt).toEqual(document.receipt);
        const model = await fetch(client.address('downloadModel', { params: { segmentationId: id } }));
        expect(await model.text()).toBe(await readFile(join(out, 'segmentation.json'), 'utf8'));
      }
    } finally {
      await served.close();
    }
  });

  it('do not change what is made without them', async () => {
    const bare = await runJson<SegmentAnswer>(['segment', shop, '--k', '4']);
    const joined = await runJson<SegmentAnswer>(['segment', shop, '--k', '4', '--attributes', people]);
    expect(joined.receipt).toEqual(bare.receipt);
    expect(joined.recipe).toEqual(bare.recipe);
    expect(Object.keys(bare.dataset)).not.toContain('join');
  });

  it('repeat themselves from a recipe, whatever the columns are called', async () => {
    const renamed = join(folder, 'renamed.csv');
    const text = await readFile(people, 'utf8');
    await writeFile(renamed, text.replace('Customer,Age', '"No, of client",Revenue'));
    const out = join(folder, 'renamed');
    const args = ['--features', 'recency,renamed.revenue', '--k', '3'];
    const first = await runJson<SegmentAnswer>([
      'segment',
      shop,
      '--attributes',
      renamed,
      '--attributes-map',
      'customer="No, of client"',
      ...args,
      '--out',
      out,
    ]);
    expect(first.recipe.features).toEqual(['recency', 'renamed.Revenue']);
    const recipe = ['--recipe', join(out, 'recipe.json')];
    const again = await runJson<SegmentAnswer>(['segment', shop, '--attributes', renamed, ...recipe]);
    expect(again.receipt).toEqual(first.receipt);
    const model = ['predict', '--model', join(out, 'segmentation.json')];
    const predicted = await runJson<{ name: string }>([...model, '--set', 'recency=9,renamed.Revenue=44']);
    expect(first.segmentation.segments.map(({ name }) => name)).toContain(predicted.name);
    const lines = await runCommand([...model, '--input', shop]);
    expect([lines.code, lines.stderr]).toEqual([2, expect.stringContaining('the model has features of renamed.csv')]);
    const without = await runCommand(['segment', shop, ...recipe]);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('give such a table with --attributes')]);
  });

  it('choose k by attributes, and make a report', async () => {
    const asked = [shop, '--attributes', people, '--features', 'monetary,age'];
    const { candidates } = await runJson<ChooseKAnswer>(['choose-k', ...asked, '--to-k', '4']);
    expect(candidates).toHaveLength(3);
    const out = join(folder, 'report.html');
    const ran = await runCommand(['report', ...asked, '--k', '3', '--out', out]);
    expect(ran.code, ran.stderr).toBe(0);
    expect(await readFile(out, 'utf8')).toContain('Age');
  });

  it('say what is wrong', async () => {
    const stranger = join(folder, 'strangers.csv');
    await writeFile(stranger, 'Customer,Age\nA1,30\nA2,40\nA3,51\n');
    const said = async (...args: string[]) => {
      const { code, stderr } = await runCommand(['segment', shop, ...args]);
      return `${code} ${stderr.trim()}`;
    };
    expect(await said('--attributes', stranger)).toMatch(
      /^1 clientele: None of the 400 customers with orders is in strangers.csv: .*"10001".*"A1"/,
    );
    expect(await said('--attributes-map', 'customer=Id')).toMatch(/^2 .*without --attributes/);
    expect(await said('--attributes', people, '--attributes-map', 'client=Id')).toMatch(
      /^2 .*--attributes-map: "client=Id"/,
    );
    expect(await said('--attributes', join(folder, 'none.csv'))).toMatch(/^1 .*none.csv/);
  });
});
