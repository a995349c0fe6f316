import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shop } from '@clientele/simulator';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { writeShop } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

const patient = { timeout: 60_000 };

/** Drops a file on the page as a hand would: what the page sees is a real DataTransfer with a real File. */
async function dropFile(page: Page, path: string, name: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const transfer = await page.evaluateHandle(
    ([content, fileName]) => {
      const data = new DataTransfer();
      data.items.add(new File([content as string], fileName as string, { type: 'text/csv' }));
      return data;
    },
    [text, name],
  );
  const zone = page.getByRole('region', { name: 'Add data' });
  for (const type of ['dragenter', 'dragover', 'drop']) await zone.dispatchEvent(type, { dataTransfer: transfer });
}

describe('the whole road', () => {
  let folder: string;
  let shop: Shop;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-road-'));
    shop = await writeShop(join(folder, 'orders.csv'));
    served = await serve(['--no-sample']);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('leads from a dropped file to named segments, a customer, a prediction and a file to take away', async () => {
    const { page, complaints } = await openPage(browser);
    const kept = shop.truth.kept;

    await page.goto(`${served.url}/data`);
    await dropFile(page, join(folder, 'orders.csv'), 'orders.csv');
    const importing = page.getByRole('button', { name: /^Import [\d,]+ lines$/ });
    await importing.waitFor(patient);
    expect(await importing.textContent()).toContain(kept.rows.toLocaleString('en-GB'));

    await page.getByRole('button', { name: 'Role of Country: Country' }).click();
    await page.getByRole('menuitemradio', { name: 'No role' }).click();
    await page.getByRole('button', { name: 'Role of Country: No role' }).waitFor(patient);
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, patient);
    expect(await page.getByRole('button', { name: 'Role of Country: No role' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Role of Country: No role' }).click();
    await page.getByRole('menuitemradio', { name: /^Country/ }).click();
    await page.getByRole('button', { name: 'Role of Country: Country' }).waitFor(patient);
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, patient);
    expect(await seriousFaults(page)).toEqual([]);
    await importing.click();

    await page.waitForURL(/\/overview/, patient);
    await page.getByRole('heading', { name: 'Overview' }).waitFor(patient);
    await page.getByText(kept.customers.toLocaleString('en-GB'), { exact: true }).first().waitFor(patient);
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Lab' }).click();
    await page.getByRole('button', { name: 'Choose k' }).click();
    await page
      .getByText(/^k = \d+/)
      .first()
      .waitFor(patient);
    await page.getByRole('button', { name: 'Run recipe' }).click();
    const save = page.getByRole('button', { name: 'Save segmentation' });
    await expect.poll(() => save.isEnabled(), patient).toBe(true);
    await save.click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Spring campaign');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Spring campaign').first().waitFor(patient);
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('radio', { name: '3-D' }).check({ force: true });
    await page
      .getByRole('combobox', { name: /axis|Across|Up|Deep/i })
      .or(page.locator('canvas'))
      .first()
      .waitFor(patient);
    await page.waitForTimeout(1500);
    expect(complaints).toEqual([]);

    const customer = shop.customers[0]?.id ?? '';
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByLabel('Start of the customer id').fill(customer);
    await page.getByRole('link', { name: customer }).first().click();
    await page.getByRole('heading', { name: customer }).waitFor(patient);
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Predict' }).click();
    const answer = page.getByRole('region', { name: 'Segment' });
    await answer
      .getByText(/confidence/)
      .first()
      .waitFor(patient);
    const before = await answer.textContent();
    await page.getByRole('textbox', { name: 'Days since last order, value' }).fill('1');
    await page.getByRole('textbox', { name: 'Orders, value' }).fill('60');
    await page.getByRole('textbox', { name: 'Revenue, value' }).fill('9000');
    await expect.poll(() => answer.textContent(), patient).not.toBe(before);
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Segments' }).click();
    const download = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /Customers, CSV/ })
      .or(page.getByRole('button', { name: /Customers, CSV/ }))
      .first()
      .click();
    const path = await (await download).path();
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(kept.customers + 1);
    expect(lines[0]).toContain('segment_name');
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
