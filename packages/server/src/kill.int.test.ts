import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dataset, Inspection, Job, ViewsAnswer } from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, TestServer } from '../testing/test-server.ts';

const small = [...orderLinesCsv(simulateShop({ customers: 100, days: 200 }))].join('');
const large = [...orderLinesCsv(simulateShop({ customers: 12_000 }))].join('');
const script = fileURLToPath(new URL('../testing/serve-child.mjs', import.meta.url));

let folder: string;
let child: ChildProcess;
let victim: TestServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-kill-'));
  child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  victim = new TestServer(line.toString().trim(), folder, async () => {});
});
afterEach(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function kill(): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function importInto(server: TestServer, name: string, content: string): Promise<Job> {
  const uploadId = await server.upload(name, content);
  return server.call<Job>('importDataset', { body: { uploadId } });
}

async function scratchTables(): Promise<unknown[]> {
  const engine = await openDuckdb({ path: join(folder, 'clientele.duckdb') });
  try {
    return await engine.rows(
      "select table_name from information_schema.tables where starts_with(table_name, 'review')",
    );
  } finally {
    await engine.close();
  }
}

/** Means may differ in their last bit with the order of the threads. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(12)) : one)));

describe('a server killed', () => {
  it.each([0, 150, 400])(
    'during an import leaves earlier datasets whole, %i ms in',
    async (delayMs) => {
      const before = await victim.result<Dataset>(await importInto(victim, 'small.csv', small));
      const asked = { params: { datasetId: before.id }, query: { names: ['kpis', 'months', 'points', 'countries'] } };
      const shown = await victim.call<ViewsAnswer>('views', asked);
      const job = await importInto(victim, 'large.csv', large);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      const { state } = await victim.call<Job>('getJob', { params: { jobId: job.id } });
      await kill();

      const server = await startTestServer({ dataDir: folder });
      try {
        const datasets = await server.call<Dataset[]>('listDatasets');
        if (state !== 'done') expect(datasets.map(({ id }) => id)).toEqual([before.id]);
        expect(datasets.at(-1)).toEqual(before);
        expect(rounded(await server.call('views', asked))).toEqual(rounded(shown));
        expect(await readdir(join(folder, 'work'))).toEqual([]);
        const after = await server.result<Dataset>(await importInto(server, 'again.csv', small));
        expect(after.kept).toBe(before.kept);
      } finally {
        await server.close();
      }
    },
    60_000,
  );

  it.each([100, 500, null])(
    'during an inspection, or after it, leaves them whole and the upload to be imported, %s ms in',
    async (delayMs) => {
      const before = await victim.result<Dataset>(await importInto(victim, 'small.csv', small));
      const uploadId = await victim.upload('large.csv', large);
      const inspect = (server: TestServer) => server.call<Job>('inspectUpload', { params: { uploadId }, body: {} });
      const job = await inspect(victim);
      if (delayMs === null) await victim.result(job);
      else await new Promise((resolve) => setTimeout(resolve, delayMs));
      await kill();
      if (delayMs === null) expect(await scratchTables()).toHaveLength(1);

      const server = await startTestServer({ dataDir: folder });
      expect(await readdir(join(folder, 'work'))).toEqual([]);
      expect(await server.call<Dataset[]>('listDatasets')).toEqual([before]);
      await server.close();
      expect(await scratchTables()).toEqual([]);

      const again = await startTestServer({ dataDir: folder });
      try {
        const { ledger } = await again.result<Inspection>(await inspect(again));
        const imported = await again.result<Dataset>(await again.call<Job>('importDataset', { body: { uploadId } }));
        expect(imported.ledger).toEqual(ledger);
        expect(await again.call('getDataset', { params: { datasetId: before.id } })).toEqual(before);
      } finally {
        await again.close();
      }
      expect(await scratchTables()).toEqual([]);
    },
    60_000,
  );

  it('during an upload leaves nothing of it', async () => {
    let isOver = false;
    const endless = new ReadableStream<Uint8Array>({
      async pull(controller) {
        // `fetch` goes on reading when nobody listens any more, and files of tests share their clock.
        if (isOver) return controller.close();
        controller.enqueue(new Uint8Array(65_536));
        await new Promise((resolve) => setTimeout(resolve, 20));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: endless,
      duplex: 'half',
    };
    const sending = fetch(`${victim.url}/api/v1/uploads?name=endless.csv`, init).catch(() => 'broken');
    await expect.poll(() => readdir(join(folder, 'uploads')), { timeout: 5000 }).toHaveLength(1);
    await kill();
    expect(await sending).toBe('broken');
    isOver = true;
    const server = await startTestServer({ dataDir: folder });
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
    await server.close();
  });
});
