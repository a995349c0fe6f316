import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { writeShop } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

const patient = { timeout: 30_000 };

interface Studio {
  page: Page;
  grid: Locator;
  groups: Locator;
  complaints: string[];
}

describe('the RFM studio', () => {
  let folder: string;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-rfm-studio-'));
    const orders = join(folder, 'orders.csv');
    await writeShop(orders);
    served = await serve(['--no-sample', orders]);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function openStudio(): Promise<Studio> {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${served.url}/lab`);
    await page.getByRole('combobox', { name: 'Method', exact: true }).selectOption('rfm');
    const grid = page.getByRole('grid', { name: 'Map of the grid' });
    await grid.getByRole('gridcell', { name: /^R 5, FM 5: Champions, [\d,]+ customers/ }).waitFor(patient);
    return { page, grid, groups: page.getByRole('table', { name: 'Groups' }), complaints };
  }
  const codesOf = async (groups: Locator, name: string) =>
    groups.getByRole('row').filter({ hasText: name }).getByRole('cell').first().textContent();

  it('is painted with mouse and keys, linted, and run', async () => {
    const { page, grid, groups, complaints } = await openStudio();
    const at = (r: number, fm: number) => grid.getByRole('gridcell', { name: new RegExp(`^R ${r}, FM ${fm}:`) });
    expect(await codesOf(groups, 'Champions')).toBe('3');

    await page.getByRole('button', { name: 'Add a group' }).click();
    await page.getByRole('textbox', { name: 'Name of Group 12' }).fill('Sleepers');
    await page.keyboard.press('Enter');
    const from = (await at(2, 1).boundingBox())!;
    const to = (await at(1, 3).boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2);
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 2 });
    await page.mouse.up();
    await expect.poll(() => codesOf(groups, 'Sleepers')).toBe('4');

    await at(1, 4).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => codesOf(groups, 'Sleepers')).toBe('6');
    await page.keyboard.press('Control+z');
    await expect.poll(() => codesOf(groups, 'Sleepers')).toBe('5');
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => codesOf(groups, 'Sleepers')).toBe('6');

    await page.keyboard.press('0');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Warning 1 of 25 codes is in no group/ }).click(patient);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();

    const result = page.getByRole('region', { name: 'Result' });
    await page.getByRole('button', { name: 'Run recipe' }).click();
    await result.getByText('Not saved yet: RFM scores').waitFor(patient);
    await result.getByRole('rowheader', { name: 'Sleepers' }).waitFor(patient);
    await result.getByRole('rowheader', { name: 'Champions' }).waitFor(patient);
    expect(await result.getByRole('rowheader', { name: 'Lost' }).count()).toBe(0);
    expect(await result.getByText('The form holds another recipe by now').count()).toBe(0);

    await page.reload();
    await expect.poll(() => codesOf(groups, 'Sleepers'), patient).toBe('6');
    expect(complaints).toEqual([]);
  });

  it('has presets, other scores and cut points, and schemes as files', async () => {
    const { page, grid, groups, complaints } = await openStudio();
    await page.getByRole('button', { name: 'One score fewer' }).click();
    await grid.getByRole('gridcell', { name: /^R 4, FM 4: Champions, / }).waitFor(patient);
    expect(await grid.getByRole('gridcell').count()).toBe(16);
    await page.getByRole('radio', { name: 'Fixed' }).check({ force: true });
    const cut = page.getByRole('textbox', { name: 'Orders, between score 1 and 2' });
    await cut.fill('9999');
    await cut.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Not taken: 9,999 is above' }).waitFor(patient);

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the scheme' }).click();
    const saved = await (await downloading).path();
    const scheme = JSON.parse(await readFile(saved, 'utf8'));
    expect(scheme).toMatchObject({
      scores: 4,
      cuts: { recency: [expect.any(Number), expect.any(Number), expect.any(Number)] },
    });

    await page.getByRole('button', { name: 'Presets' }).click();
    await page.getByRole('menuitemradio', { name: /^R rfm 0.3/ }).click();
    await page.getByRole('grid', { name: 'Map of the grid for M 5' }).waitFor(patient);
    await page.getByRole('button', { name: /10 of 125 codes are in no group/ }).waitFor(patient);
    expect(await seriousFaults(page)).toEqual([]);

    const file = page.locator('input[type=file][accept*=json]');
    await file.setInputFiles(saved);
    await page.getByText('Opened').waitFor(patient);
    expect(await codesOf(groups, 'Champions')).toBe(
      String(await grid.getByRole('gridcell', { name: /: Champions/ }).count()),
    );
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{"groups": []}');
    await file.setInputFiles(broken);
    await page.getByText('broken.json cannot be opened: groups must be a list').waitFor(patient);
    expect(complaints).toEqual([]);
  });
});
