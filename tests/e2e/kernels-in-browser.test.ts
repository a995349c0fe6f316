import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createRandom, kmeans, type PoolCapabilities, type PoolOptions, silhouette } from '@clientele/kernels';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../support/browser.ts';
import { root } from '../support/run-command.ts';

/** What the page computed. */
interface Answer {
  capabilities: PoolCapabilities;
  labels: number[];
  inertia: number;
  silhouette: number;
  reports: number[];
  /** What the aborted call was rejected with. */
  stopped: string;
  /** Milliseconds from there to the end of the next call. */
  freeMs: number;
}

const shape = { rows: 3_000, columns: 4 };
const script = `
  import { createPool, createRandom } from '@clientele/kernels';
  globalThis.compute = async (options) => {
    const random = createRandom(7);
    const points = Float64Array.from({ length: ${shape.rows * shape.columns} }, () => random.next());
    const shape = ${JSON.stringify(shape)};
    const pool = createPool(options);
    const reports = [];
    const fit = await pool.kmeans(points, { ...shape, clusters: 5 }, { onProgress: (done) => reports.push(done) });
    const { mean } = await pool.silhouette(points, { ...shape, labels: fit.labels });
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 150);
    const long = { ...shape, from: 2, to: 12, starts: 50 };
    const stopped = await pool.chooseClusters(points, long, { signal: abort.signal }).catch(({ name }) => name);
    const began = performance.now();
    await pool.kmeans(points.slice(0, 12), { rows: 3, columns: 4, clusters: 2 });
    const freeMs = performance.now() - began;
    const { capabilities } = pool;
    await pool.close();
    return { capabilities, labels: [...fit.labels], inertia: fit.inertia, silhouette: mean, reports, stopped, freeMs };
  };`;
const isolation = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** As `openBrowser`, but with the walls between origins up: without them no page counts as isolated. */
async function openIsolatingBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') return playwright.launch({ channel: 'chrome' });
  return playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
}

describe('@clientele/kernels in the browser', () => {
  let folder: string;
  let browser: Browser;
  const servers: Server[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-kernels-'));
    await mkdir(join(folder, 'node_modules/@clientele'), { recursive: true });
    await symlink(join(root, 'packages/kernels'), join(folder, 'node_modules/@clientele/kernels'));
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><title>k</title><script type="module" src="./page.js"></script>',
    );
    await writeFile(join(folder, 'page.js'), script);
    browser = await openIsolatingBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Bundles the page as an app would, from the built package or from its source. */
  async function bundle(name: string, conditions: string[]): Promise<string> {
    const outDir = join(folder, name);
    const resolve = conditions.length > 0 ? { conditions: [...conditions, 'module', 'browser', 'production'] } : {};
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      resolve,
      build: { outDir, modulePreload: { polyfill: false } },
    });
    return outDir;
  }

  /** Serves a folder on the loopback. */
  async function serve(from: string, headers: Record<string, string>): Promise<string> {
    const server = createServer(({ url = '/' }, response) => {
      const name = url === '/' ? 'index.html' : url.slice(1);
      try {
        const content = readFileSync(join(from, name));
        response
          .writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', ...headers })
          .end(content);
      } catch {
        response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
      }
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function computed(url: string, options: PoolOptions): Promise<Answer> {
    const { page, context, complaints } = await openPage(browser);
    await page.goto(url);
    const answer = await compute(page, options);
    expect(complaints).toEqual([]);
    await context.close();
    return answer;
  }

  async function compute(page: Page, options: PoolOptions): Promise<Answer> {
    await page.waitForFunction(() => 'compute' in globalThis);
    return page.evaluate(
      (given) => (globalThis as unknown as { compute(options: PoolOptions): Promise<Answer> }).compute(given),
      options,
    );
  }

  function expectTheBitsOfNode({ labels, inertia, silhouette: mean }: Answer): void {
    const random = createRandom(7);
    const points = Float64Array.from({ length: shape.rows * shape.columns }, () => random.next());
    const fit = kmeans(points, { ...shape, clusters: 5 });
    expect(labels).toEqual(Array.from(fit.labels));
    expect(inertia).toBe(fit.inertia);
    expect(mean).toBe(silhouette(points, { ...shape, labels: fit.labels }).mean);
  }

  it('gives the bits of Node over shared memory, over copies, and on the thread of the page', async () => {
    const built = await bundle('built', []);
    for (const name of readdirSync(join(built, 'assets'))) {
      expect(readFileSync(join(built, 'assets', name), 'utf8')).not.toMatch(/browser-external|worker_threads/);
    }
    const isolated = await serve(built, isolation);
    const open = await serve(built, {});
    const cases = [
      { url: isolated, options: { threads: 2 }, capabilities: { threads: 2, sharedMemory: true, simd: true } },
      { url: open, options: { threads: 2 }, capabilities: { threads: 2, sharedMemory: false, simd: true } },
      { url: open, options: { threads: 0 }, capabilities: { threads: 0, sharedMemory: false, simd: true } },
    ];
    for (const { url, options, capabilities } of cases) {
      const answer = await computed(url, options);
      expect(answer.capabilities).toEqual(capabilities);
      expectTheBitsOfNode(answer);
      expect(answer.reports.at(-1)).toBe(1);
      expect(answer.stopped).toBe('Stopped');
      expect(answer.freeMs).toBeLessThan(2_000);
    }
  });

  it('is bundled from its source as well, and does without workers where their file is missing', async () => {
    const source = await bundle('source', ['clientele-source']);
    const url = await serve(source, isolation);
    const answer = await computed(url, { threads: 1 });
    expect(answer.capabilities).toEqual({ threads: 1, sharedMemory: true, simd: true });
    expectTheBitsOfNode(answer);

    const workers = readdirSync(join(source, 'assets')).filter((name) => name.includes('worker'));
    expect(workers).toHaveLength(1);
    for (const name of workers) await rm(join(source, 'assets', name));
    const { page, context } = await openPage(browser);
    await page.goto(url);
    const alone = await compute(page, { threads: 1 });
    await context.close();
    expect(alone.capabilities).toEqual({ threads: 0, sharedMemory: false, simd: true });
    expectTheBitsOfNode(alone);
  });
});
