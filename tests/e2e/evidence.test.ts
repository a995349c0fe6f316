import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clientele/client';
import type { Explanation, Segmentation } from '@clientele/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { writeShop } from '../support/sample-file.ts';
import { type Served, serve } from '../support/serve.ts';

const patient = { timeout: 20_000 };

/** Everything that the axe rules find serious, once nothing is on its way any more. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, patient);
  return seriousFaults(page);
}

describe('evidence where the question arises', () => {
  let folder: string;
  let served: Served;
  let browser: Browser;
  let segmentation: Segmentation;
  let address: (screen: string) => string;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-evidence-'));
    const orders = join(folder, 'orders.csv');
    await writeShop(orders, { customers: 150, days: 240 });
    [served, browser] = await Promise.all([serve(['--no-sample', orders]), openBrowser()]);
    const client = createClient({ base: served.url });
    const [dataset] = await client.call('listDatasets');
    const datasetId = dataset?.id ?? '';
    const job = await client.call('segment', { params: { datasetId }, body: { recipe: { k: 4 } } });
    const made = await client.watchJob<'segment'>(job);
    const params = { segmentationId: made.id };
    await client.watchJob(await client.call('gatherEvidence', { params }));
    segmentation = await client.call('getSegmentation', { params });
    address = (screen) => `${served.url}/${screen}?dataset=${datasetId}&segmentation=${made.id}`;
    const opened = await openPage(browser);
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    ({ page, complaints } = opened);
  });
  afterEach(() => expect(complaints).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('the Lab says whether there are groups, and how stable the segments are', async () => {
    const { evidence, segments } = segmentation.document;
    await page.goto(address('lab'));
    const verdict = page.getByRole('region', { name: 'Are there groups at all?' });
    const word = evidence?.structure.verdict === 'slices' ? 'No natural groups' : 'natural groups';
    await verdict.getByText(word).first().waitFor(patient);
    await verdict.getByText('Gap statistic').waitFor(patient);
    for (const name of [/silhouette|natural groups/i, /come back|comes back/])
      await verdict.getByRole('heading', { name }).first().waitFor(patient);
    const unstable = evidence?.stability.segments.filter(({ grade }) => /doubt|untrust/.test(grade)) ?? [];
    const table = page.getByRole('table', { name: 'Segments' });
    await table.waitFor(patient);
    expect(await table.getByRole('img', { name: /^Unstable/ }).count()).toBe(unstable.length);
    expect(segments).toHaveLength(4);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('Segments says the rule of each, and gives it as SQL', async () => {
    await page.goto(address('segments'));
    const rule = segmentation.document.evidence?.segments.find((each) => each.rule !== null)?.rule;
    const text = rule?.text ?? '';
    await page
      .getByText(text.charAt(0).toUpperCase() + text.slice(1))
      .first()
      .waitFor(patient);
    await page
      .getByText(/^Holds for \d+% of them; \d+% of those it picks are /)
      .first()
      .waitFor(patient);
    await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('postgresql');
    await page.getByRole('textbox', { name: 'Table' }).fill('crm.people');
    const code = page.getByRole('textbox', { name: 'Rules as PostgreSQL' });
    await expect.poll(() => code.inputValue(), patient).toContain('FROM "crm"."people"');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor(patient);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('SELECT "customer"');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('a customer’s page says why here, and what would move them; Predict follows the values', async () => {
    const client = createClient({ base: served.url });
    const params = { segmentationId: segmentation.id };
    const { rows } = await client.call('listCustomers', {
      params: { datasetId: segmentation.datasetId },
      query: { segmentation: segmentation.id, limit: 50 },
    });
    const ids = segmentation.document.preparation.columns.map(({ id }) => id);
    const told: Explanation[] = await client.call('explain', {
      params,
      body: {
        rows: rows.map(({ features }) => Object.fromEntries(ids.map((id) => [id, features[id] ?? null]))),
      },
    });
    const at = told.findIndex(({ change }) => change !== null);
    const [customer, explanation] = [rows[at], told[at]];
    if (customer === undefined || explanation?.change == null) throw new Error('No customer can be moved.');
    await page.goto(address(`customers/${encodeURIComponent(customer.id)}`));
    await page.getByRole('heading', { name: 'Why here' }).waitFor(patient);
    await page.getByText(explanation.sentence).waitFor(patient);
    await page.getByText(explanation.change.sentence).waitFor(patient);
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(address('predict'));
    const answer = page.getByRole('region', { name: 'Segment', exact: true });
    await answer.getByRole('heading', { name: 'What would move them' }).waitFor(patient);
    expect(await faultsOf(page)).toEqual([]);
  });
});
