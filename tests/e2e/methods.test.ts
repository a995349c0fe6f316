import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Method, methods, methodTable } from '@clientele/contracts';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { writeShop } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

const patient = { timeout: 30_000 };

/** Runs a method with the form as it stands and waits for its result. */
async function run(page: Page, method: Method): Promise<Locator> {
  await page.getByRole('combobox', { name: 'Method', exact: true }).selectOption(method);
  const result = page.getByRole('region', { name: 'Result' });
  await page.getByRole('button', { name: 'Run recipe' }).click();
  await result.getByText(`Not saved yet: ${methodTable[method].label}`).waitFor(patient);
  return result;
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save segmentation' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('region', { name: 'Result' }).getByText(name).first().waitFor(patient);
}

/** The whole label of the saved segmentation in the menu of those to compare with. */
async function labelOf(page: Page, name: string): Promise<string> {
  const option = page.getByRole('combobox', { name: 'Compare with' }).getByRole('option', { name });
  return (await option.first().textContent()) ?? '';
}

describe('the methods in the Lab', () => {
  let folder: string;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-methods-'));
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

  it('are all offered, show what suits each, and are compared', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${served.url}/lab`);
    const offered = page.getByRole('combobox', { name: 'Method', exact: true }).getByRole('option');
    await expect.poll(() => offered.count(), patient).toBe(methods.length);

    const ward = await run(page, 'ward');
    await ward.getByRole('img', { name: /^The largest jump .* Hierarchical, Ward: height/ }).waitFor(patient);
    await ward.getByRole('img', { name: /Silhouette of each customer/ }).waitFor(patient);
    expect(await seriousFaults(page)).toEqual([]);
    await save(page, 'By Ward');

    const hdbscan = await run(page, 'hdbscan');
    await hdbscan.getByText('in no segment', { exact: false }).first().waitFor(patient);
    await hdbscan.getByRole('rowheader', { name: 'No segment' }).waitFor(patient);
    expect(await page.getByRole('textbox', { name: 'Smallest segment' }).getAttribute('placeholder')).toBe('auto');
    expect(await page.getByRole('button', { name: 'Choose k' }).count()).toBe(0);

    await hdbscan
      .getByRole('combobox', { name: 'Compare with' })
      .selectOption({ label: await labelOf(page, 'By Ward') });
    await hdbscan.getByRole('img', { name: /^Both agree on .* \(ARI [\d.−]+\)/ }).waitFor(patient);
    await hdbscan.getByText('Adjusted mutual information').waitFor(patient);

    await hdbscan.getByRole('radio', { name: 'UMAP' }).check({ force: true });
    await hdbscan.getByRole('img', { name: /UMAP: like customers near each other/ }).waitFor(patient);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('let customers be drawn around on the points, and hand them out', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${served.url}/lab`);
    const result = page.getByRole('region', { name: 'Result' });
    await result.getByRole('img', { name: /First two principal components/ }).waitFor(patient);
    const lasso = result.getByRole('button', { name: 'Lasso' });
    // What comes later may move what stands below it.
    for (const text of ['What each measure names', 'Does another run give the same?'])
      await page.getByText(text).waitFor(patient);

    await lasso.click();
    const surface = result.getByRole('img', { name: 'Draw around customers' });
    await surface.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await surface.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const corners = [
      [0.02, 0.02],
      [0.98, 0.02],
      [0.98, 0.98],
      [0.02, 0.98],
    ] as const;
    await page.mouse.move(x + 0.02 * width, y + 0.5 * height);
    await page.mouse.down();
    for (const [across, down] of corners) await page.mouse.move(x + across * width, y + down * height, { steps: 4 });
    await page.mouse.up();
    const status = result.getByRole('status').filter({ hasText: 'selected' });
    await status.waitFor(patient);
    expect(await seriousFaults(page)).toEqual([]);
    const count = Number((await status.textContent())?.replace(/\D/g, ''));
    expect(count).toBeGreaterThan(0);
    const downloading = page.waitForEvent('download');
    await result.getByRole('button', { name: 'Download CSV' }).click();
    const csv = await readFile(await (await downloading).path(), 'utf8');
    expect(csv.trim().split(/\r?\n/)).toHaveLength(count + 1);
    await page.keyboard.press('Escape');
    await status.waitFor({ ...patient, state: 'detached' });

    await lasso.click();
    await result.getByText('Or give a box by numbers').click();
    await result.getByRole('textbox', { name: 'Across to' }).fill('-90');
    await result.getByRole('textbox', { name: 'Across from' }).fill('-91');
    await result.getByRole('button', { name: 'Select', exact: true }).click();
    await result.getByText('No customer stands inside').waitFor(patient);
    expect(complaints).toEqual([]);
  });
});
