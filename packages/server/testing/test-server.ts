import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api, apiBase, type Job, type OperationName } from '@clientele/contracts';
import { expect } from 'vitest';
import { startServer } from '../src/index.ts';

/** What was answered: parsed where it is JSON. */
export interface Answer {
  status: number;
  type: string;
  headers: Headers;
  text: string;
  json: unknown;
}

export interface Parts {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** A real server on a free port and a temporary folder, with calls by the name of the operation. */
export class TestServer {
  readonly url: string;
  readonly folder: string;
  readonly close: () => Promise<void>;

  constructor(url: string, folder: string, close: () => Promise<void>) {
    this.url = url;
    this.folder = folder;
    this.close = close;
  }

  /** Sends a request as it is given. */
  async fetch(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, init);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return {
      status: response.status,
      type,
      headers: response.headers,
      text,
      json: /json/.test(type) && text !== '' ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  /** Calls an operation; its answer must fit its schema. */
  async call<T = unknown>(name: OperationName, parts: Parts = {}): Promise<T> {
    const answer = await this.ask(name, parts);
    expect(answer.status, answer.text.slice(0, 500)).toBe('status' in api[name] ? api[name].status : 200);
    const { answer: schema } = api[name];
    return (schema ? schema.parse(answer.json) : answer.json) as T;
  }

  /** Calls an operation, whatever it answers. */
  ask(name: OperationName, { params = {}, query = {}, body }: Parts = {}): Promise<Answer> {
    const path = api[name].path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const pairs = Object.entries(query).map(([key, value]): [string, string] => [
      key,
      Array.isArray(value) ? JSON.stringify(value) : String(value),
    ]);
    return this.fetch(`${apiBase}${path}?${new URLSearchParams(pairs)}`, {
      method: api[name].method.toUpperCase(),
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  }

  /** Waits for a job and answers it. */
  async finished(job: Job): Promise<Job> {
    for (;;) {
      const now = await this.call<Job>('getJob', { params: { jobId: job.id } });
      if (now.state !== 'waiting' && now.state !== 'running') return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Waits for a job that must end well and answers its result. */
  async result<T>(job: Job): Promise<T> {
    const done = await this.finished(job);
    expect(done.error).toBeNull();
    return done.result as T;
  }

  /** Sends a file; answers its upload id. */
  async upload(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<string> {
    const answer = await this.fetch(`${apiBase}/uploads?${new URLSearchParams({ name })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: content,
    });
    expect(answer.status, answer.text).toBe(201);
    return (answer.json as { id: string }).id;
  }

  /** A request with headers and a path that `fetch` would not send. */
  raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; text: string }> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path, method, headers }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => {
          text += part.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      asked.on('error', reject);
      asked.end();
    });
  }
}

export type TestOptions = Partial<Parameters<typeof startServer>[0]>;

/** Starts a server; its folder is removed when it is closed, unless it was given. */
export async function startTestServer(options: TestOptions = {}): Promise<TestServer> {
  const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'clientele-server-')));
  const server = await startServer({
    port: 0,
    sample: false,
    webDir: join(folder, 'no-web'),
    ...options,
    dataDir: folder,
  });
  return new TestServer(server.url, folder, async () => {
    await server.close();
    if (options.dataDir === undefined) await rm(folder, { recursive: true, force: true });
  });
}
