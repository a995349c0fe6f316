import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clientele/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser, openPage, type View } from '../support/browser.ts';
import { root } from '../support/run-command.ts';
import { writeCustomers } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

const views: View[] = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
];
const screens = [
  'overview',
  'insights',
  'explore',
  'lab',
  'segments',
  'customers',
  'predict',
  'report',
  'rows',
  'data',
];
/** Both widths and both schemes, not all four: axe takes longer than the screen. */
const isCheckedByAxe = ({ width, colorScheme }: View) => width > 900 === (colorScheme === 'light');
/** Lines in sight of the segments' medians: a kind of series that is not known is left out without a word. */
const linesOf = (page: Page) =>
  page
    .getByRole('img', { name: /Median against that of all/ })
    .locator('path[fill="none"][stroke]:not([stroke="none"])')
    .count();
const pictures = join(root, 'tests/output');

describe('every screen', () => {
  let folder: string;
  let served: Served;
  let browser: Browser;
  const datasets = new Map<string, string>();

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), 'clientele-screens-'));
    const customers = join(folder, 'customers.csv');
    await writeCustomers(customers);
    served = await serve([customers]);
    for (const { id, kind } of await createClient({ base: served.url }).call('listDatasets')) datasets.set(kind, id);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ...views.map((view) => [view, 'orders'] as const),
    // The same screens with fewer figures: those views are enough that axe looks at too.
    ...views.filter(isCheckedByAxe).map((view) => [view, 'customers'] as const),
  ])(
    'stands in %o with %s: nothing on the console, nothing serious for axe, no sideways scrolling',
    async (view, kind) => {
      const { page, context, complaints } = await openPage(browser, view);
      for (const screen of screens) {
        await page.goto(`${served.url}/${screen}?dataset=${datasets.get(kind)}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
        await page.waitForTimeout(400);
        const name = `${kind}-${screen}-${view.width}-${view.colorScheme}`;
        await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
        if (isCheckedByAxe(view)) expect(await seriousFaults(page), name).toEqual([]);
        if (screen === 'segments') expect(await linesOf(page), name).toBeGreaterThan(2);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${name} is as wide as its window`).toBeLessThanOrEqual(view.width);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
