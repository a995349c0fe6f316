import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultReceipt, SegmentationDocument } from '@clientele/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, runJson } from '../support/run-command.ts';
import { writeShop } from '../support/sample-file.ts';

interface Verified {
  same: boolean;
  files: { name: string; state: string }[];
  changes: string[];
}

describe('verify', () => {
  let folder: string;
  let shop: string;
  let out: string;
  /** Also where it ends with 1, as it does where something changed. */
  const verify = async (...args: string[]): Promise<Verified & { code: number | null }> => {
    const { stdout, stderr, code } = await runCommand(['verify', out, ...args, '--json']);
    if (stdout === '') throw new Error(stderr);
    return { ...(JSON.parse(stdout) as Verified), code };
  };
  const change = async (name: string, edit: (text: string) => string): Promise<() => Promise<void>> => {
    const path = join(out, name);
    const before = await readFile(path, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`${name} is as it was`);
    await writeFile(path, after);
    return () => writeFile(path, before);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-verify-'));
    shop = join(folder, 'shop.csv');
    out = join(folder, 'out');
    await writeShop(shop);
    await runJson(['segment', shop, '--k', '3', '--seed', '5', '--out', out]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes every file again, to the byte', async () => {
    const receipt = JSON.parse(await readFile(join(out, 'receipt.json'), 'utf8')) as ResultReceipt;
    expect(receipt.source.path).toBe('../shop.csv');
    const { same, files, changes, code } = await verify();
    expect({ same, changes, code }).toEqual({ same: true, changes: [], code: 0 });
    expect(files.map(({ name }) => name)).toEqual(Object.keys(receipt.files));
    expect(files.length).toBeGreaterThan(7);
  });

  it('says that a file was edited, which, and that data, recipe and version are not the reason', async () => {
    const undo = await change('customers.csv', (text) => text.replace(/,0\.\d+,/, ',0.0001,'));
    const { same, files, changes, code } = await verify();
    await undo();
    expect({ same, code }).toEqual({ same: false, code: 1 });
    expect(files.filter(({ state }) => state !== 'same')).toEqual([{ name: 'customers.csv', state: 'edited' }]);
    expect(changes).toEqual([expect.stringMatching(/^Edited: customers\.csv/)]);
  });

  it('says that the recipe was changed, and in what', async () => {
    const undo = await change('recipe.json', (text) => text.replace('"k": 3', '"k": 4'));
    const { same, changes } = await verify();
    await undo();
    expect(same).toBe(false);
    expect(changes.join('\n')).toMatch(/Recipe: .* k \(3, now 4\)/);
    expect(changes.join('\n')).toMatch(/Segments: were .*; are /);
  });

  it('says that the data changed, and tells the file from the customers', async () => {
    const before = await readFile(shop, 'utf8');
    await writeFile(shop, before.split('\n').slice(0, -200).join('\n'));
    const { changes } = await verify();
    expect(changes.join('\n')).toMatch(
      /Data: the customers and their features are not those .*the file itself has changed/,
    );
    await writeFile(shop, `${before}\n`);
    const only = await verify();
    expect(only.same).toBe(true);
    await writeFile(shop, before);
  });

  it('says that another version made it', async () => {
    const undo = await change('segmentation.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "0.0.1"'));
    const { changes } = await verify();
    await undo();
    expect(changes.join('\n')).toMatch(/Version: it was made by Clientele 0\.0\.1/);
  });

  it('takes what was downloaded, and data that have moved', async () => {
    const receipt = await readFile(join(out, 'receipt.json'), 'utf8');
    await rm(join(out, 'receipt.json'));
    const lost = await runCommand(['verify', out]);
    expect(lost.stderr).toMatch(/holds no receipt\.json.*--data FILE/);
    const renamed = await change('segmentation.json', (text) => {
      const document = JSON.parse(text) as SegmentationDocument;
      const [first] = document.segments;
      if (first !== undefined) first.name = 'Best friends';
      return `${JSON.stringify(document, null, 2)}\n`;
    });
    const { changes } = await verify('--data', shop);
    await renamed();
    expect(changes.join('\n')).toMatch(/Names: segments were renamed by hand \(Best friends is made as /);
    expect((await verify('--data', shop)).same).toBe(true);
    await writeFile(join(out, 'receipt.json'), receipt);
  });

  it('says in one sentence what it cannot do', async () => {
    for (const [args, sentence] of [
      [[folder], /holds no segmentation\.json; give the folder/],
      [[out, '--data', join(folder, 'nothing.csv')], /There is no file/],
    ] as const) {
      const { code, stderr } = await runCommand(['verify', ...args]);
      expect(code).not.toBe(0);
      expect(stderr).toMatch(sentence);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});
