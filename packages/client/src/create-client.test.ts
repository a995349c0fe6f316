import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dataset, Inspection, Job, ViewsAnswer } from '@clientele/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from './create-client.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const running: (() => void)[] = [];
afterEach(() => {
  for (const close of running.splice(0)) close();
});

async function serve(answer: Answer): Promise<Client> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return createClient({ base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

const json = (response: ServerResponse, value: unknown, status = 200, type = 'application/json') => {
  response.writeHead(status, { 'content-type': type });
  response.end(JSON.stringify(value));
};

const job = (change: Partial<Job>): Job => ({
  id: 'j1',
  kind: 'import',
  state: 'running',
  progress: 0,
  step: 'Reading lines',
  rows: null,
  error: null,
  result: null,
  ...change,
});

describe('createClient', () => {
  it('writes parameters, lists and bodies as the server reads them', async () => {
    const seen: string[] = [];
    const client = await serve(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      seen.push(`${request.method} ${request.url} ${request.headers['content-type'] ?? '-'} ${body}`);
      json(response, {});
    });
    await client.call('getCustomer', {
      params: { datasetId: 'd/1', customerId: 'a b&c?' },
      query: { countries: ["Côte d'Ivoire", 'a,b'], segments: [0, 2] },
    });
    await client.call('updateDataset', { params: { datasetId: 'd1' }, body: { name: 'Shop' } });
    const [first, second] = seen;
    const address = new URL(first?.split(' ')[1] ?? '', 'http://localhost');
    expect(address.pathname).toBe('/api/v1/datasets/d%2F1/customers/a%20b%26c%3F');
    expect(JSON.parse(address.searchParams.get('countries') ?? '')).toEqual(["Côte d'Ivoire", 'a,b']);
    expect(address.searchParams.get('segments')).toBe('[0,2]');
    expect(second).toBe('PATCH /api/v1/datasets/d1 application/json {"name":"Shop"}');
  });

  it('has the types of the operations', async () => {
    const client = await serve((_, response) => json(response, null));
    const overview: ViewsAnswer = await client.call('views', {
      params: { datasetId: 'x' },
      query: { names: ['kpis'], points: 3 },
    });
    const datasets: Dataset[] = await client.call('listDatasets');
    const nothing: undefined = await client.call('deleteDataset', { params: { datasetId: 'x' } });
    // @ts-expect-error the parameters are missing
    await client.call('getDataset');
    // @ts-expect-error the list is no text
    await client.call('views', { params: { datasetId: 'x' }, query: { names: ['kpis'], countries: 'France' } });
    expect([overview, datasets, nothing]).toEqual([null, null, null]);
  });

  it('throws the error of a problem document', async () => {
    const problem = { type: 'x', title: 'x', status: 404, detail: 'There is no such dataset.', code: 'not-found' };
    const client = await serve((_, response) => json(response, problem, 404, 'application/problem+json'));
    await expect(client.call('getDataset', { params: { datasetId: 'x' } })).rejects.toMatchObject({
      name: 'ClienteleError',
      code: 'not-found',
      message: 'There is no such dataset.',
    });
  });

  it('says so where the server does not answer', async () => {
    const client = createClient({ base: 'http://127.0.0.1:9' });
    await expect(client.call('health')).rejects.toThrow('does not answer');
  });

  it('sends a file as its bytes', async () => {
    const client = await serve(async (request, response) => {
      let bytes = 0;
      for await (const part of request) bytes += part.length;
      const name = new URL(request.url ?? '', 'http://localhost').searchParams.get('name');
      json(response, { id: 'u1', name, bytes }, 201);
    });
    const upload = await client.upload(new Blob(['a,b\n1,2\n']), { name: 'Umsätze & more.csv' });
    expect(upload).toEqual({ id: 'u1', name: 'Umsätze & more.csv', bytes: 8 });
  });
});

describe('watchJob', () => {
  const events = (response: ServerResponse, ...jobs: Job[]) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const one of jobs) response.write(`event: job\ndata: ${JSON.stringify(one)}\n\n`);
  };

  it('tells each change and resolves with the result', async () => {
    const client = await serve((_, response) => {
      events(response, job({ progress: 0.5 }), job({ state: 'done', kind: 'inspect', result: { rows: 3 } }));
      response.end();
    });
    const seen: (number | null)[] = [];
    const result: Inspection = await client.watchJob<'inspect'>(job({}), {
      onChange: (one) => seen.push(one.progress),
    });
    expect(result.rows).toBe(3);
    expect(seen).toEqual([0.5, 0]);
  });

  it('asks again where the stream breaks off', async () => {
    let asked = 0;
    const client = await serve((_, response) => {
      events(response, asked++ === 0 ? job({}) : job({ state: 'done', result: { id: 'd1' } }));
      response.end();
    });
    expect(await client.watchJob<'import'>(job({}))).toEqual({ id: 'd1' });
    expect(asked).toBe(2);
  });

  it('fails with the error of the job', async () => {
    const error = { type: 'x', title: 'x', status: 422, detail: 'The file is empty.', code: 'file-empty' };
    const client = await serve((_, response) => events(response, job({ state: 'failed', error })));
    await expect(client.watchJob(job({}))).rejects.toMatchObject({ code: 'file-empty', message: 'The file is empty.' });
  });

  it('cancels the job where its signal is aborted', async () => {
    let stream: ServerResponse | undefined;
    const client = await serve((request, response) => {
      if (request.method === 'DELETE') {
        if (stream) events(stream, job({ state: 'cancelled' }));
        return json(response, job({ state: 'cancelled' }));
      }
      stream = response;
      events(response, job({}));
    });
    const controller = new AbortController();
    const watching = client.watchJob(job({}), { signal: controller.signal, onChange: () => controller.abort() });
    await expect(watching).rejects.toMatchObject({ code: 'cancelled' });
  });
});
