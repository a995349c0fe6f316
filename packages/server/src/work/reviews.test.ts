import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defaultRules, type Inspection, type Upload } from '@clientele/contracts';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobContext } from '../jobs/job-runner.ts';
import { type Folder, openFolder } from '../store/open-folder.ts';
import { Uploads } from '../store/uploads.ts';
import { readingOf } from './inspect-upload.ts';
import { Reviews } from './reviews.ts';

const packed = gzipSync([...orderLinesCsv(simulateShop({ customers: 60, days: 120 }))].join(''));
const other = { ...defaultRules, duplicate: true, price: false };
const job = (): JobContext => ({ signal: new AbortController().signal, onProgress: () => {} });

let dataDir: string;
let folder: Folder;
let uploads: Uploads;
let reviews: Reviews;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'clientele-reviews-'));
  folder = await openFolder(dataDir, 2);
  uploads = new Uploads(folder.engine, folder.uploads, 1e9);
  reviews = new Reviews(folder.engine, uploads);
});
afterEach(async () => {
  await folder.close();
  await rm(dataDir, { recursive: true, force: true });
});

const send = (name = 'shop.csv.gz') =>
  uploads.receive(
    name,
    (async function* () {
      yield packed;
    })(),
  );
const inspect = (upload: Upload, asked: Parameters<typeof readingOf>[1] = {}, context = job()): Promise<Inspection> =>
  reviews.take(upload, context.signal, (review) => review.inspect(readingOf(upload, asked), context));
const tables = async () =>
  (
    await folder.engine.rows(
      "select table_name from information_schema.tables where table_name like '%\\_%' escape '\\'",
    )
  )
    .map(({ table_name: name }) => String(name))
    .sort();
const copies = () => readdir(folder.engine.workDir);

/** Without the file nothing can be read of it; what is answered then was kept. */
async function loseFile({ id }: Upload): Promise<void> {
  await rm(uploads.path(id));
  for (const name of await copies()) await rm(join(folder.engine.workDir, name));
}

describe('a review', () => {
  it('answers a switched rule from what was read, as if it were read again', async () => {
    const upload = await send();
    const first = await inspect(upload);
    const asked = { mapping: first.mapping, rules: other };
    const fresh = await inspect(await send(), asked);
    await loseFile(upload);
    expect(await inspect(upload, asked)).toEqual(fresh);
    expect(await inspect(upload)).toEqual(first);
    const inEuro = await inspect(upload, { mapping: { ...first.mapping, currency: 'EUR' } });
    expect(inEuro.mapping.currency).toBe('EUR');
    expect(inEuro.ledger).toEqual(first.ledger);
  });

  it('reads the rows again for another mapping', async () => {
    const upload = await send();
    const { mapping, columns } = await inspect(upload);
    const { country, ...roles } = mapping.roles;
    expect(country).toBeDefined();
    const without = await inspect(upload, { mapping: { ...mapping, roles } });
    expect(without.mapping.roles).toEqual(roles);
    expect(without.columns).toEqual(columns);
    expect(await tables()).toHaveLength(1);
    await loseFile(upload);
    await expect(inspect(upload, { mapping })).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it('keeps one table while it lasts, hands it over whole, and nothing of its own', async () => {
    const upload = await send();
    const { ledger, mapping } = await inspect(upload);
    await loseFile(upload);
    const adopt = (fail: boolean) =>
      reviews.take(upload, job().signal, (review) =>
        review.adopt(readingOf(upload, { mapping }), 'rows_7', job(), async (session, imported) => {
          if (fail) throw new Error('stop');
          expect(imported.ledger).toEqual(ledger);
          const [counted] = await session.rows(`select count(*) as rows from ${imported.table.table}`);
          return counted?.rows;
        }),
      );
    await expect(adopt(true)).rejects.toThrow('stop');
    expect(await tables()).toEqual([expect.stringMatching(/^review_\d+$/)]);
    expect(await adopt(false)).toBe(ledger?.read.rows);
    expect(await tables()).toEqual(['rows_7']);
    await reviews.close();
    expect([await tables(), await copies()]).toEqual([['rows_7'], []]);
  });

  it('answers each of two at once what it asked', async () => {
    const upload = await send();
    const { mapping } = await inspect(upload);
    const { country: _, ...roles } = mapping.roles;
    const asked = [{ mapping: { ...mapping, roles } }, { rules: other }, { mapping, rules: defaultRules }];
    const answers = await Promise.all(asked.map((one) => inspect(upload, one)));
    expect(answers.map((one) => [one.mapping.roles.country, one.rules])).toEqual([
      [undefined, defaultRules],
      [mapping.roles.country, other],
      [mapping.roles.country, defaultRules],
    ]);
    expect(await tables()).toHaveLength(1);
  });

  it('goes on after one that was cancelled or failed', async () => {
    const upload = await send();
    const { mapping } = await inspect(upload);
    const controller = new AbortController();
    const context = {
      signal: controller.signal,
      onProgress: ({ step }: { step: string }) => step === 'Reading rows' && controller.abort(),
    };
    const { country: _, ...roles } = mapping.roles;
    await expect(inspect(upload, { mapping: { ...mapping, roles } }, context)).rejects.toMatchObject({
      code: 'cancelled',
    });
    const wrong = {
      ...mapping,
      roles: { ...roles, time: mapping.roles.customer ?? '', customer: mapping.roles.time ?? '' },
    };
    await expect(inspect(upload, { mapping: wrong })).rejects.toMatchObject({ code: 'values-unreadable' });
    await loseFile(upload);
    expect((await inspect(upload, { mapping })).mapping).toEqual(mapping);
    expect(await tables()).toHaveLength(1);
  });
});

describe('Reviews', () => {
  it('keep the last four uploads, and no more', async () => {
    const sent: Upload[] = [];
    for (let i = 0; i < 6; i++) {
      const upload = await send(`shop ${i}.csv.gz`);
      sent.push(upload);
      await inspect(upload);
    }
    expect(await tables()).toHaveLength(4);
    expect(await copies()).toHaveLength(4);
    const [first] = sent as [Upload];
    expect((await inspect(first)).source.name).toBe('shop 0.csv.gz');
    expect(await tables()).toHaveLength(4);
  });

  it('leave nothing to the next start', async () => {
    await inspect(await send());
    await folder.engine.run('create table rows_9 as select 1 as line');
    await folder.close();
    folder = await openFolder(dataDir, 2);
    expect([await tables(), await copies()]).toEqual([['rows_9'], []]);
  });
});
