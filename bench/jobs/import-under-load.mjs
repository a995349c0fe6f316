import { createReadStream, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile } from '../lib/run-process.mjs';
import { serve } from '../lib/serve.mjs';
import { simulatedFile } from '../lib/simulated-file.mjs';

function call(base, method, path, { body, stream, type = 'application/json' } = {}) {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${base}/api/v1${path}`,
      { method, headers: body || stream ? { 'content-type': type } : {} },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () =>
          answer.statusCode < 300
            ? resolve(text && JSON.parse(text))
            : reject(new Error(`${path}: ${answer.statusCode} ${text}`)),
        );
      },
    );
    outgoing.on('error', reject);
    if (stream) stream.pipe(outgoing);
    else outgoing.end(body && JSON.stringify(body));
  });
}

async function finished(base, job) {
  for (;;) {
    const now = await call(base, 'GET', `/jobs/${job.id}`);
    if (now.state === 'done') return now.result;
    if (now.state === 'failed' || now.state === 'cancelled')
      throw new Error(`${now.kind}: ${now.error?.detail ?? now.state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Imports simulated order lines into a running server and asks for /health every 10 ms meanwhile. */
export async function importUnderLoad({ lines }) {
  const file = await simulatedFile(lines);
  const folder = await mkdtemp(join(tmpdir(), 'clientele-bench-'));
  const server = await serve(folder);
  const { base } = server;
  try {
    const waits = [];
    let isMeasuring = true;
    const probe = (async () => {
      while (isMeasuring) {
        const started = performance.now();
        await call(base, 'GET', '/health');
        waits.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    })();
    const lap = performance.now();
    const upload = await call(base, 'POST', `/uploads?name=shop.csv`, {
      stream: createReadStream(file),
      type: 'application/octet-stream',
    });
    const uploaded = performance.now();
    const inspection = await finished(base, await call(base, 'POST', `/uploads/${upload.id}/inspection`, { body: {} }));
    const inspected = performance.now();
    const dataset = await finished(
      base,
      await call(base, 'POST', '/datasets', {
        body: { uploadId: upload.id, mapping: inspection.mapping, rules: inspection.rules },
      }),
    );
    const imported = performance.now();
    isMeasuring = false;
    await probe;
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'));
    return {
      lines: dataset.rows,
      kept: dataset.kept,
      customers: dataset.customers,
      megabytes: Math.round(statSync(file).size / 1e6),
      uploadSeconds: (uploaded - lap) / 1000,
      inspectSeconds: (inspected - uploaded) / 1000,
      importSeconds: (imported - inspected) / 1000,
      serverPeakMiB: peak ? Math.round(Number(peak[1]) / 1024) : null,
      health: {
        asked: waits.length,
        p50Ms: percentile(waits, 0.5),
        p99Ms: percentile(waits, 0.99),
        maximumMs: Math.max(...waits),
      },
    };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
