import { createClient } from '@clientele/client';
import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, openPage } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';

const most = { javascript: 400_000, ground: 50_000 };

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await serve();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

interface Loaded {
  name: string;
  encoding: string | undefined;
  bytes: number;
  text: string;
}

async function loaded(response: Response): Promise<Loaded> {
  const { responseBodySize } = await response.request().sizes();
  return {
    name: new URL(response.url()).pathname,
    encoding: response.headers()['content-encoding'],
    bytes: responseBodySize,
    text: await response.text(),
  };
}

it('the first screen with all its figures asks for little JavaScript, compressed, and none that checks shapes', async () => {
  const shop = (await createClient({ base: served.url }).call('listDatasets')).find(({ kind }) => kind === 'orders');
  const { page, context, complaints } = await openPage(browser);
  const scripts: Promise<Loaded>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(loaded(response));
  });
  await page.goto(`${served.url}/overview?dataset=${shop?.id}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.mouse.wheel(0, 20_000);
  await page.waitForLoadState('networkidle');

  const files = await Promise.all(scripts);
  const said = files.map(({ name, bytes }) => `${bytes} ${name}`).join('\n');
  for (const { name, encoding, bytes, text } of files) {
    expect(encoding ?? (bytes < 256 ? 'br' : 'none'), name).toBe('br');
    expect(text.includes('ZodError'), `${name} holds the library of the schemas`).toBe(false);
  }
  // The outlines of the countries are data: they are counted apart from what is run.
  const isGround = ({ name }: Loaded) => name.includes('/world-ground-');
  const sum = (some: readonly Loaded[]) => some.reduce((bytes, file) => bytes + file.bytes, 0);
  expect(files.length).toBeGreaterThan(5);
  expect(sum(files.filter((file) => !isGround(file))), said).toBeLessThan(most.javascript);
  expect(sum(files.filter(isGround)), said).toBeLessThan(most.ground);
  expect(complaints).toEqual([]);
  await context.close();
});
