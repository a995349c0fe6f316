import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWeb } from './serve-web.ts';
import { listWebFiles } from './web-files.ts';

const script = 'console.log("customers");\n'.repeat(200);
const app = new Hono();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-web-'));
  const web = join(folder, 'web');
  await mkdir(join(web, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(web, 'index.html'), '<!doctype html><title>Clientele</title>');
  await writeFile(join(web, 'assets', 'index-BxY12_-z.js'), script);
  await writeFile(join(web, 'assets', 'lab-BxY12_-z.js'), script);
  await writeFile(join(web, 'assets', 'lab-BxY12_-z.js.br'), brotliCompressSync(script));
  app.get('*', serveWeb(await listWebFiles(web)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('serveWeb', () => {
  it.each(['/', '/index.html', '/lab', '/segments/3', '/customers/12%20345'])(
    'answers %s with the start page',
    async (path) => {
      const response = await app.request(path);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('Clientele');
    },
  );

  it('takes an address with a dot for a screen where a page is asked for', async () => {
    const response = await app.request('/customers/A.12', { headers: { accept: 'text/html,*/*' } });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('lets hashed files be kept for ever and compresses them', async () => {
    const response = await app.request('/assets/index-BxY12_-z.js', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(script);
  });

  it('sends what the build compressed, to those who take it', async () => {
    const ask = (accepted: string) =>
      app.request('/assets/lab-BxY12_-z.js', { headers: { 'accept-encoding': accepted } });
    const response = await ask('gzip, deflate, br, zstd');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe(script);
    for (const [accepted, encoding] of [
      ['gzip, br;q=0', 'gzip'],
      ['br;q=0.5', 'br'],
      ['gzip;q=0.0', null],
      ['x-br', null],
      ['', null],
    ] as const)
      expect((await ask(accepted)).headers.get('content-encoding'), accepted).toBe(encoding);
    expect(await (await ask('')).text()).toBe(script);
  });

  it('keeps the compressed file behind the address of the file', async () => {
    expect((await app.request('/assets/lab-BxY12_-z.js.br')).status).toBe(404);
  });

  it('answers 304 to the tag it gave, which each encoding has of its own', async () => {
    const etag = (await app.request('/')).headers.get('etag') ?? '';
    expect((await app.request('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const tags = await Promise.all(
      ['', 'gzip', 'br'].map(async (accepted) => {
        const headers = { 'accept-encoding': accepted };
        const tag = (await app.request('/assets/lab-BxY12_-z.js', { headers })).headers.get('etag') ?? '';
        const again = { ...headers, 'if-none-match': tag };
        expect((await app.request('/assets/lab-BxY12_-z.js', { headers: again })).status).toBe(304);
        return tag;
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
  ])('never leaves its folder: %s', async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });

  it('answers a missing file and a broken address with 404', async () => {
    expect((await app.request('/assets/gone.js')).status).toBe(404);
    expect((await app.request('/%E0%A4%A')).status).toBe(404);
  });

  it('says so where the app is not built', async () => {
    const empty = new Hono().get('*', serveWeb(await listWebFiles(join(folder, 'none'))));
    const response = await empty.request('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});
