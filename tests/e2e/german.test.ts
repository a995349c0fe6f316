import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clientele/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { writeCustomers } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

const patient = { timeout: 60_000 };
const everywhere = {
  overview: 'Überblick',
  insights: 'Erkenntnisse',
  explore: 'Erkunden',
  lab: 'Labor',
  segments: 'Segmente',
  customers: 'Kunden',
  predict: 'Vorhersage',
  report: 'Bericht',
  data: 'Daten',
};
const headings = { orders: { ...everywhere, rows: 'Zeilen' }, customers: everywhere };

/** Words of the English screens that no German one shows. */
const english = new Set(
  [
    'Overview|Insights|Explore|Segments|Customers|Predict|Rows|Data|More|Screens|Guide|Language|Colours',
    'Revenue|Orders|Country|Countries|Customer|Share|Month|Total|Median of all|All customers|No segment',
    'Reset|Done|Find|Filters|Dates|Dataset|All dates|Add data|Show all|Columns|Export|Rename|Details|Retry|Cancel|Close',
    'Loading|Show as table|Show as chart|Download CSV|Download PNG|Customers, CSV|Model, JSON|Recipe, JSON',
    'What stands out|What to do|Why this name|Statistics of the segments|Feature|Features|Mean|Least|Most|Skewness|Missing',
    'Scale|Across|Up|Measure|Title|Returning customers|One-time customers|Order value|Orders per customer|Search',
    'Days since last order|Similar customers|Distribution|Correlations|Box plot|Segmentation|Runs on this computer',
  ].flatMap((line) => line.split('|')),
);

async function openGerman(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  return { page, complaints };
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor(patient);
  await page.waitForFunction(
    () => document.querySelector('main [aria-busy="true"], main [role="status"][aria-label]') === null,
    undefined,
    patient,
  );
  await page.waitForTimeout(300);
}

/** What is read or heard of controls, headings and heads of columns that is English. */
async function englishOn(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const read = 'button, a, h1, h2, h3, h4, label, legend, th, dt, summary, option, [role="menuitem"], text';
    const texts = [...document.querySelectorAll(read)].map((element) => element.textContent ?? '');
    const heard = ['aria-label', 'title', 'placeholder'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    return [...texts, ...heard].map((text) => text.trim());
  });
  return [...new Set(said)].filter((text) => english.has(text));
}

describe('the screens in German', () => {
  let folder: string;
  let served: Served;
  let browser: Browser;
  const datasets = new Map<string, string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-german-'));
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

  it.each(['orders', 'customers'] as const)(
    'speak German throughout with %s: headings, controls, numbers',
    async (kind) => {
      const screens = headings[kind];
      const { page, complaints } = await openGerman(browser);
      for (const [screen, heading] of Object.entries(screens)) {
        await page.goto(`${served.url}/${screen}?dataset=${datasets.get(kind)}`);
        await settled(page);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
        expect(await page.getByRole('heading', { level: 1 }).first().textContent(), screen).toBe(heading);
        expect(await page.title()).toBe(`${heading}, Clientele`);
        expect(await englishOn(page), `${kind}, ${screen}`).toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        await page.getByRole('heading', { level: 1, name: heading }).first().waitFor(patient);
        await settled(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${screen} is as wide as a phone`).toBeLessThanOrEqual(390);
        expect(await englishOn(page), `${kind}, ${screen} on a phone`).toEqual([]);
        await page.setViewportSize({ width: 1440, height: 900 });
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('speak German in what opens: dialogs, menus, the guide', async () => {
    const { page, complaints } = await openGerman(browser);
    await page.goto(`${served.url}/segments?dataset=${datasets.get('orders')}`);
    await settled(page);
    await page.getByRole('button', { name: 'Umbenennen' }).click();
    await page.getByRole('dialog', { name: 'Namen und Notizen' }).waitFor();
    expect(await englishOn(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click();

    await page
      .getByRole('button', { name: /^Menü: / })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Als Tabelle zeigen' }).waitFor();
    expect(await englishOn(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Leitfaden' }).click();
    await page.getByRole('dialog', { name: 'Leitfaden' }).getByRole('heading', { name: 'Begriffe' }).waitFor(patient);
    expect(await englishOn(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Segmente/ }).click();
    await page.getByRole('list', { name: 'Segmente' }).waitFor();
    expect(await englishOn(page)).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('write money and numbers as Germans do, in the filter bar too', async () => {
    const { page, complaints } = await openGerman(browser);
    await page.goto(`${served.url}/customers?dataset=${datasets.get('orders')}`);
    await settled(page);
    const table = page.getByRole('table', { name: 'Kunden' });
    const cells = await table.getByRole('cell').allTextContents();
    expect(cells.filter((cell) => /^\d{1,3}(\.\d{3})+\s£$/.test(cell)).length).toBeGreaterThan(0);
    expect(cells.filter((cell) => cell.startsWith('£'))).toEqual([]);

    await page.getByRole('button', { name: /^Zeitraum/ }).click();
    await page.getByRole('button', { name: 'Letzte 30 Tage' }).waitFor(patient);
    await page.getByRole('button', { name: 'Voriger Monat' }).waitFor();
    expect(await page.getByRole('dialog').textContent()).toMatch(/MoDiMiDoFrSaSo/);
    expect(await englishOn(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('link').filter({ hasText: /^\d+$/ }).first().click();
    await page.waitForURL(/\/customers\/.+/, patient);
    await page.getByText(/Kunde seit/).waitFor(patient);
    await settled(page);
    expect(await englishOn(page)).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('change their language where it is asked for, and remember it', async () => {
    const { page, complaints } = await openGerman(browser);
    await page.goto(`${served.url}/segments?dataset=${datasets.get('orders')}`);
    await page.getByRole('heading', { level: 1, name: 'Segmente' }).waitFor(patient);
    await page.getByRole('button', { name: 'Sprache' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor(patient);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');

    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor(patient);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Segmente' }).waitFor(patient);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
