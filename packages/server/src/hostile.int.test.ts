import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiBase, type Job } from '@clientele/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ uploadLimitBytes: 10_000 });
});
afterAll(() => server.close());

const json = { 'content-type': 'application/json' };

describe('a server among hostile pages', () => {
  it('answers only under its own name and to its own pages', async () => {
    const { host } = new URL(server.url);
    expect((await server.raw(`${apiBase}/health`, { host })).status).toBe(200);
    expect((await server.raw(`${apiBase}/health`, { host: 'evil.example' })).status).toBe(403);
    expect((await server.raw(`${apiBase}/health`, { host, origin: 'http://evil.example' })).status).toBe(403);
    const cross = { host, 'sec-fetch-site': 'cross-site', 'content-length': '0' };
    expect((await server.raw(`${apiBase}/datasets/sample`, cross, 'POST')).status).toBe(403);
  });

  it.each(['/', `${apiBase}/health`, `${apiBase}/nothing`, `${apiBase}/docs`])(
    'protects the answer of %s',
    async (path) => {
      const { headers } = await server.fetch(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it.each(['/../../etc/passwd', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/../../../etc/passwd'])(
    'stays in its folder: %s',
    async (path) => {
      const { host } = new URL(server.url);
      const answer = await server.raw(path, { host });
      expect(answer.text).not.toContain('root:');
    },
  );
});

describe('bodies', () => {
  const post = (body: string, headers: Record<string, string> = json) =>
    server.fetch(`${apiBase}/datasets`, { method: 'POST', headers, body });

  it('takes JSON only as JSON', async () => {
    expect((await post('{}', { 'content-type': 'text/plain' })).json).toMatchObject({ status: 400, code: 'usage' });
    expect((await post('{"uploadId":')).json).toMatchObject({ status: 400, code: 'usage' });
  });

  it('takes no more than a mebibyte', async () => {
    const answer = await post(JSON.stringify({ uploadId: 'x'.repeat(1024 * 1024) }));
    expect(answer.json).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('says which field is wrong', async () => {
    const answer = await post('{"uploadId": 7}');
    expect(answer.type).toBe('application/problem+json');
    expect(answer.json).toMatchObject({
      status: 400,
      detail: '"uploadId" in the body is not as expected: expected string, received number; found 7.',
    });
  });

  it('does not let __proto__ in', async () => {
    const answer = await post('{"uploadId":"x","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
    expect(answer.status).toBe(404);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('stops an upload at the limit', async () => {
    const answer = await server.fetch(`${apiBase}/uploads?name=big.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'x'.repeat(20_000),
    });
    expect(answer.json).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('keeps an upload with the worst of names', async () => {
    const id = await server.upload("../../'; drop table uploads; --\u0000.csv", 'a,b\n1,2\n');
    expect(id).toMatch(/^[\w-]{16}$/);
  });
});

describe('what is not there', () => {
  it.each([
    ['GET', `${apiBase}/nothing`],
    ['PUT', `${apiBase}/datasets`],
    ['GET', '/api/v2/health'],
    ['GET', `${apiBase}/datasets/__proto__`],
    ['GET', `${apiBase}/datasets/${encodeURIComponent("' or 1=1 --")}`],
    ['GET', `${apiBase}/jobs/constructor`],
    ['POST', '/'],
  ])('%s %s is a problem document', async (method, path) => {
    const answer = await server.fetch(path, { method });
    expect(answer.type).toBe('application/problem+json');
    expect(answer.json).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('says why a file cannot be read, as the end of the job', async () => {
    const uploadId = await server.upload('empty.csv', '');
    const job = await server.finished(await server.call<Job>('inspectUpload', { params: { uploadId }, body: {} }));
    expect(job).toMatchObject({ state: 'failed', error: { code: 'file-empty' } });
  });
});

describe('two servers', () => {
  it('do not share a folder', async () => {
    await expect(startTestServer({ dataDir: server.folder })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('do not share a port', async () => {
    const other = await mkdtemp(join(tmpdir(), 'clientele-server-'));
    const port = Number(new URL(server.url).port);
    await expect(startTestServer({ dataDir: other, port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
    await rm(other, { recursive: true, force: true });
  });
});
