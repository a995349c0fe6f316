import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { percentile } from '../lib/run-process.mjs';
import { serve } from '../lib/serve.mjs';
import { simulatedFile } from '../lib/simulated-file.mjs';

/** A graphics card played by the processor takes up to 700 ms of the two cores for one redraw; a computer without one composes in software. */
const unwanted =
  /^--(single-process|no-zygote|headless|in-process-gpu|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu)/;
const overview = [
  'kpis',
  'kpiComparison',
  'months',
  'topCustomers',
  'countries',
  'orderCounts',
  'countryMonths',
  'weekHours',
  'points',
  'segmentTotals',
];

const spread = (values) => ({
  asked: values.length,
  medianMs: percentile(values, 0.5),
  p95Ms: percentile(values, 0.95),
  maximumMs: Math.max(...values),
});

/** Different filters in a fixed order: dates, countries, segments and their mixtures; none twice, so that none is remembered. */
function filtersOf(count, countries, k, shift = 0) {
  const day = (at) => new Date(Date.UTC(2024, 0, 1 + at + shift)).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, i) => ({
    ...(i % 4 !== 1 && { from: day(7 * i) }),
    ...(i % 3 === 0 && { to: day(400 + 5 * i) }),
    ...(i % 4 === 1 && { countries: [countries[i % countries.length], countries[(i * 3 + 1) % countries.length]] }),
    ...(i % 5 === 2 && { segments: [i % k] }),
  }));
}

const queryOf = (values) =>
  new URLSearchParams(
    Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? JSON.stringify(value) : String(value)]),
  ).toString();

async function timed(work) {
  const started = performance.now();
  const answer = await work();
  return [performance.now() - started, answer];
}

const json = async (address, body) => {
  const response = await fetch(
    address,
    body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response.json();
};

/**
 * The screens over simulated order lines: how long until all is redrawn after a changed filter (in a real browser up to `browserMost` lines, the
 * answer of the server beyond), first paint after start, lookup, prediction, the report.
 */
export async function screens({ lines, browserMost = 2_000_000 }) {
  const file = await simulatedFile(lines);
  const folder = await mkdtemp(join(tmpdir(), 'clientele-screens-'));
  try {
    const first = await serve(folder, [file]);
    const importMs = first.startMs;
    await first.close();
    const server = await serve(folder);
    const api = `${server.base}/api/v1`;
    try {
      const painted = lines <= browserMost ? await inBrowser(server, api) : null;
      return {
        lines,
        importSeconds: importMs / 1000,
        serverReadyMs: server.startMs,
        ...painted,
        ...(await overHttp(api)),
      };
    } finally {
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function shownData(api) {
  const [dataset] = await json(`${api}/datasets`);
  const [segmentation] = await json(`${api}/datasets/${dataset.id}/segmentations`);
  return { dataset, segmentation, countries: dataset.countries.map(({ name }) => name) };
}

async function overHttp(api) {
  const { dataset, segmentation, countries } = await shownData(api);
  const views = [];
  for (const filters of filtersOf(24, countries, segmentation.k, 3)) {
    const query = queryOf({ names: overview, points: 2000, segmentation: segmentation.id, ...filters });
    views.push((await timed(() => json(`${api}/datasets/${dataset.id}/views?${query}`)))[0]);
  }
  const lookups = [];
  for (let i = 0; i < 40; i++)
    lookups.push(
      (await timed(() => json(`${api}/datasets/${dataset.id}/customers?${queryOf({ search: `1${i}`, limit: 8 })}`)))[0],
    );
  const predictions = [];
  for (let i = 0; i < 60; i++) {
    const rows = [{ recency: 3 + i, frequency: 1 + (i % 9), monetary: 50 + 17 * i }];
    predictions.push((await timed(() => json(`${api}/segmentations/${segmentation.id}/predictions`, { rows })))[0]);
  }
  const reports = [];
  for (let i = 0; i < 3; i++) {
    const query = queryOf({ segmentation: segmentation.id, from: `2024-02-0${i + 1}` });
    const [ms, bytes] = await timed(async () => {
      const response = await fetch(`${api}/datasets/${dataset.id}/report?${query}`);
      return (await response.arrayBuffer()).byteLength;
    });
    reports.push({ ms, bytes });
  }
  return {
    kept: dataset.kept,
    customers: dataset.customers,
    overviewAnswer: spread(views),
    lookup: spread(lookups),
    prediction: spread(predictions),
    pdf: reports,
  };
}

async function inBrowser(server, api) {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((argument) => !unwanted.test(argument)), '--disable-gpu'],
  });
  try {
    const { dataset, segmentation, countries } = await shownData(api);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await page.goto(`${server.base}/overview?dataset=${dataset.id}`);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const paintMs = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
    const redraws = {};
    for (const screen of ['overview', 'segments', 'explore']) {
      await page.goto(`${server.base}/${screen}?dataset=${dataset.id}&segmentation=${segmentation.id}`);
      await page.waitForSelector('svg, canvas');
      await page.waitForTimeout(4000);
      const times = [];
      for (const filters of filtersOf(24, countries, segmentation.k)) {
        const query = queryOf({ dataset: dataset.id, segmentation: segmentation.id, ...filters });
        times.push(await page.evaluate(redrawn, `/${screen}?${query}`));
        await page.waitForTimeout(250);
      }
      const kept = times.slice(2);
      redraws[screen] = { first: spread(kept.map(({ first }) => first)), all: spread(kept.map(({ all }) => all)) };
    }
    return { firstPaintAfterNavigationMs: paintMs, redraws };
  } finally {
    await browser.close();
  }
}

/** In the page: from a changed address to the frame in which the first answer is drawn, and to the one in which nothing is stale any more. */
async function redrawn(address) {
  const isBusy = () => document.querySelector('[aria-busy="true"]') !== null;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const started = performance.now();
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  while (!isBusy() && performance.now() - started < 500) await frame();
  // The figures of the first answer are those that stand over the fold; slower ones follow.
  const stale = () => document.querySelectorAll('[aria-busy="true"]').length;
  const all = stale();
  while (stale() === all && all > 0) await frame();
  await frame();
  const first = performance.now() - started;
  while (isBusy()) await frame();
  await frame();
  return { first, all: performance.now() - started };
}
