import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customerTableOf } from '@clientele/simulator';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { root } from '../support/run-command.ts';
import { writeShop } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

let folder: string;
let served: Served;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-joined-'));
  const [shop, people] = [join(folder, 'shop.csv'), join(folder, 'people.csv')];
  const known = customerTableOf(await writeShop(shop, { customers: 300 }), { listed: 0.9, strangers: 8 });
  await writeFile(people, [...known.csv()].join(''));
  served = await serve(['--no-sample', people, shop]);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

it.each([1440, 390])(
  'attributes are added on the Data screen, used in the Lab, and removed: %i wide',
  async (width) => {
    const { page, context, complaints } = await openPage(browser, { width, height: 900, colorScheme: 'light' });
    await page.goto(`${served.url}/data`);
    const panel = page.getByRole('region', { name: 'Attributes of customers' });
    await panel.getByRole('combobox', { name: 'Add attributes to shop from' }).selectOption('people');
    expect(await seriousFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Add attributes to shop' }).click();
    await expect
      .poll(() => panel.getByRole('status').textContent())
      .toMatch(/of 300 customers with orders are in “people”/);
    expect(await panel.getByRole('status').textContent()).toContain('8 customers of “people” have no orders.');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.ariaLabel))
      .toBe('Remove the attributes of shop');
    expect(await seriousFaults(page)).toEqual([]);
    await page.screenshot({ path: join(root, `tests/output/join-data-${width}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.goto(`${served.url}/lab`);
    await page.getByRole('checkbox', { name: /^Age/ }).first().waitFor();
    await page.goto(`${served.url}/explore`);
    await page.getByText('Channel').first().waitFor();
    await page.screenshot({ path: join(root, `tests/output/join-explore-${width}.png`), fullPage: true });
    await page.goto(`${served.url}/data`);
    await panel.getByRole('button', { name: 'Remove the attributes of shop' }).click();
    await panel.getByRole('combobox', { name: 'Add attributes to shop from' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  },
);
