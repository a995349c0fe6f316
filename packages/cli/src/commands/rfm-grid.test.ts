import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RfmGrid, RfmPreset, RfmScheme } from '@clientele/contracts';
import { defaultScheme } from '@clientele/pipeline';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readRecipeOptions } from '../options/recipe-options.ts';
import { addRfmGrid } from './rfm-grid.ts';

let folder: string;
let shop: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-rfm-'));
  shop = join(folder, 'shop.csv');
  await writeFile(shop, [...orderLinesCsv(simulateShop({ customers: 200, days: 200 }))].join(''));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the command prints. */
async function rfmGrid(...args: string[]): Promise<string> {
  const program = new Command().exitOverride();
  addRfmGrid(program);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
  let printed = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text: unknown, done?: unknown) => {
    printed += String(text);
    if (done instanceof Function) done();
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await program.parseAsync(['rfm-grid', ...args], { from: 'user' });
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
  return printed;
}

describe('clientele rfm-grid', () => {
  it('draws the eleven groups as a map', async () => {
    const lines = (await rfmGrid()).split('\n');
    expect(lines.slice(0, 6)).toEqual([
      ' FM 1 2 3 4 5',
      ' R5 D C B A A',
      ' R4 E C C B A',
      ' R3 E F C B B',
      ' R2 G F F H H',
      ' R1 K J H I I',
    ]);
    expect(lines.find((line) => line.startsWith('H '))).toMatch(/^H {2}At risk +3$/);
    expect(lines.at(-2)).toBe('Nothing is wrong with this grid.');
  });

  it('draws three axes side by side, and says what is wrong', async () => {
    const text = await rfmGrid('--grid', 'pymc-marketing');
    expect(text.split('\n').slice(0, 6)).toEqual([
      '    F1        F2        F3        F4',
      '  M 1 2 3 4   1 2 3 4   1 2 3 4   1 2 3 4',
      ' R4 E D C C   · D C C   · · A A   · · A A',
      ' R3 E D C C   · D C C   · B A A   · · A A',
      ' R2 E D · D   · D D C   · B B B   · · B B',
      ' R1 E E E E   · D D C   · D C C   · · B C',
    ]);
    expect(text).toContain('warning: 18 of 64 codes are in no group');
    expect(text).toMatch(/· {2}In no group +18/);
  });

  it('tells the sizes in a file, and the same as JSON', async () => {
    const grid = JSON.parse(await rfmGrid(shop, '--scores', '3', '--ties', 'values', '--json')) as RfmGrid;
    expect(grid).toMatchObject({ customers: 200, unassigned: 0, scheme: { scores: 3, ties: 'values' } });
    const text = await rfmGrid(shop, '--scores', '3', '--ties', 'values');
    expect(text).toContain('200 customers, as of ');
    for (const { name, customers } of grid.groups) expect(text).toMatch(new RegExp(`${name} +\\d+ +${customers} `));
    const later = JSON.parse(await rfmGrid(shop, '--as-of', '2031-01-01', '--json')) as RfmGrid;
    expect(Math.min(...later.cuts.recency)).toBeGreaterThan(1000);
  });

  it('lists the grids', async () => {
    const presets = JSON.parse(await rfmGrid('--list', '--json')) as RfmPreset[];
    const text = await rfmGrid('--list');
    for (const { id } of presets) expect(text).toContain(`\n${id} `);
  });

  it('writes a grid to be edited, which is taken back as it is', async () => {
    const path = join(folder, 'mine.json');
    await rfmGrid('--grid', 'r-rfm', '--write', path);
    const text = await readFile(path, 'utf8');
    expect(text).toContain('"r": [3, 5],');
    const written = JSON.parse(text) as RfmScheme;
    expect(await rfmGrid('--grid', path)).toBe(await rfmGrid('--grid', 'r-rfm'));
    const fixed = {
      ...written,
      cuts: { recency: [7, 30, 90, 365], frequency: [2, 3, 5, 9], monetary: [9, 99, 200, 999] },
    };
    await writeFile(path, JSON.stringify(fixed));
    expect(await rfmGrid(shop, '--grid', path)).toContain('Cut points (fixed): recency: 7, 30, 90, 365;');
    await expect(rfmGrid('--grid', path, '--ties', 'values')).rejects.toThrow('fixed cut points, which know no ties');
  });

  it.each([
    ['[1]', 'holds no JSON object'],
    ['{"groups": ', 'is not JSON'],
    [
      '{"groups": [{"name": "A", "boxes": [{"r": [1, 2], "FM": [1, 2]}]}]}',
      'has "FM" at groups[0].boxes[0].FM, where r, fm, f, m are known',
    ],
    [
      '{"groups": [{"name": "A", "boxes": [{"r": [1, "two"]}]}]}',
      'is wrong at groups[0].boxes[0].r[1]: found "two", expected number',
    ],
    [
      '{"groups": [{"name": "A", "boxes": [{"r": [3, 2]}]}]}',
      'is wrong at groups[0].boxes[0].r: the first score of a range must not be above the last',
    ],
    [
      '{"scores": 4, "groups": [{"name": "A", "boxes": [{"r": [1, 5]}]}]}',
      'is wrong at groups: A names a score above 4',
    ],
    ['{"tie": "values", "groups": []}', 'has "tie" at tie'],
    ['{}', 'is wrong at groups: found nothing, expected array'],
  ])('says where and what is wrong in %s', async (text, what) => {
    const path = join(folder, 'broken.json');
    await writeFile(path, text);
    const failure = await rfmGrid('--grid', path).catch((error: unknown) => error as Error & { code: string });
    expect(failure).toMatchObject({ code: 'format-broken' });
    expect((failure as Error).message).toContain(what);
  });

  it('refuses options that contradict themselves', async () => {
    await expect(rfmGrid('--grid', 'clientle')).rejects.toThrow(
      'there is no grid "clientle"; expected clientele, r-rfm',
    );
    await expect(rfmGrid('--grid', './none.json')).rejects.toThrow('There is no file ./none.json for --grid');
    await expect(rfmGrid('--scores', '11')).rejects.toThrow('"11" is not a whole number from 3 to 10');
    await expect(rfmGrid('--grid', 'braze', '--scores', '5')).rejects.toThrow('braze are over 4 scores and not 5');
    await expect(rfmGrid('--weights', 'recency=2')).rejects.toThrow('found "recency=2", expected frequency=');
    await expect(rfmGrid('--weights', 'frequency=0,monetary=0')).rejects.toThrow('one of them must be above 0');
    await expect(rfmGrid('--write', 'grid.txt')).rejects.toThrow('does not end in .json');
  });
});

describe('the options in a recipe', () => {
  it('make its scheme, over that of a saved recipe', async () => {
    expect((await readRecipeOptions({ method: 'rfm' })).rfm).toBeUndefined();
    const { rfm } = await readRecipeOptions({ method: 'rfm', scores: '7', weights: 'frequency=2' });
    expect(rfm).toEqual({ ...defaultScheme(7), weights: { frequency: 2, monetary: 1 } });
    const path = join(folder, 'recipe.json');
    await writeFile(path, JSON.stringify({ method: 'rfm', rfm }));
    const again = await readRecipeOptions({ recipe: path, ties: 'values' });
    expect(again.rfm).toEqual({ ...rfm, ties: 'values' });
    expect((await readRecipeOptions({ recipe: path })).rfm).toEqual(rfm);
    expect((await readRecipeOptions({ recipe: path, grid: 'clientele' })).rfm).toEqual(defaultScheme());
  });

  it('are refused for other methods', async () => {
    await expect(readRecipeOptions({ method: 'ward', grid: 'braze' })).rejects.toThrow('add --method rfm');
  });
});
