import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clientele/client';
import { recipeInputSchema } from '@clientele/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJson } from '../support/run-command.ts';
import { writeShop } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

describe('prompt and API', () => {
  let folder: string;
  let file: string;
  let served: Served;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-bytes-'));
    file = join(folder, 'shop.csv');
    await writeShop(file);
    served = await serve(['--no-sample']);
  });
  afterAll(async () => {
    await served.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['a fixed k', { transform: 'log', k: 4, seed: 3 }, ['--transform', 'log', '--k', '4', '--seed', '3']],
    ['k chosen', { transform: 'auto' }, []],
    ['RFM', { method: 'rfm' }, ['--method', 'rfm']],
    [
      'filters and an as-of date',
      { k: 3, asOf: '2025-01-01', filters: { from: '2024-02-01', countries: ['United Kingdom', 'Ireland'] } },
      [
        '--k',
        '3',
        '--as-of',
        '2025-01-01',
        '--from',
        '2024-02-01',
        '--country',
        'United Kingdom',
        '--country',
        'Ireland',
      ],
    ],
  ])('write the same segmentation.json: %s', async (_, choices, args) => {
    const out = join(folder, 'out');
    await runJson(['segment', file, ...args, '--out', out]);
    const client = createClient({ base: served.url });
    const upload = await client.upload(new Blob([await readFile(file)]), { name: 'shop.csv' });
    const dataset = await client.watchJob<'import'>(
      await client.call('importDataset', { body: { uploadId: upload.id } }),
    );
    const segmentation = await client.watchJob<'segment'>(
      await client.call('segment', {
        params: { datasetId: dataset.id },
        body: { recipe: recipeInputSchema.parse(choices), name: 'Kept' },
      }),
    );
    for (const [name, operation] of [
      ['segmentation.json', 'downloadModel'],
      ['recipe.json', 'downloadRecipe'],
    ] as const) {
      const address = client.address(operation, { params: { segmentationId: segmentation.id } });
      const answer = await fetch(address);
      expect(answer.status).toBe(200);
      expect(await answer.text(), name).toBe(await readFile(join(out, name), 'utf8'));
    }
  });
});
