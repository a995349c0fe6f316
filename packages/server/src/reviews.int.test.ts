import type { Dataset, Inspection, Job, Mapping } from '@clientele/contracts';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const csv = [...orderLinesCsv(simulateShop({ customers: 100, days: 200 }))].join('');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const startInspection = (uploadId: string, body: object = {}) =>
  server.call<Job>('inspectUpload', { params: { uploadId }, body });
const inspect = async (uploadId: string, body?: object) =>
  server.result<Inspection>(await startInspection(uploadId, body));
const startImport = (uploadId: string, body: object = {}) =>
  server.call<Job>('importDataset', { body: { uploadId, ...body } });

function without(mapping: Mapping, role: keyof Mapping['roles']): Mapping {
  const { [role]: _, ...roles } = mapping.roles;
  return { ...mapping, roles };
}

describe('a mapping that is given', () => {
  it('is the whole of it: a role taken away does not come back', async () => {
    const uploadId = await server.upload('shop.csv', csv);
    const { mapping } = await inspect(uploadId);
    expect(mapping.roles.country).toBe('Country');
    const asked = without(mapping, 'country');
    expect((await inspect(uploadId, { mapping: asked })).mapping).toEqual(asked);
    const { mapping: imported, countries } = await server.result<Dataset>(
      await startImport(uploadId, { mapping: asked }),
    );
    expect([imported, countries]).toEqual([asked, []]);
  });

  it('is no failure where it lacks a needed role: the ledger is missing and a warning says why', async () => {
    const uploadId = await server.upload('shop.csv', csv);
    const { mapping } = await inspect(uploadId);
    const asked = without(mapping, 'customer');
    const inspection = await inspect(uploadId, { mapping: asked });
    expect(inspection).toMatchObject({ ledger: null, mapping: asked, kind: 'orders' });
    expect(inspection.rows).toBeGreaterThan(0);
    expect(inspection.problems).toContainEqual({
      severity: 'warning',
      code: 'mapping-incomplete',
      message:
        'shop.csv was taken for order lines, but no column plays customer; choose one (at the prompt: --map customer=COLUMN), or read the file as a table of customers.',
    });
    const job = await server.finished(await startImport(uploadId, { mapping: asked }));
    expect(job).toMatchObject({ state: 'failed', error: { code: 'mapping-incomplete', status: 422 } });
    expect((await inspect(uploadId, { mapping })).ledger).not.toBeNull();
  });
});

describe('an import', () => {
  it('gives the same after an inspection as without one', async () => {
    const [seen, unseen] = [await server.upload('shop.csv', csv), await server.upload('shop.csv', csv)];
    const { mapping, ledger } = await inspect(seen);
    const [first, second] = [
      await server.result<Dataset>(await startImport(seen, { mapping })),
      await server.result<Dataset>(await startImport(unseen, { mapping })),
    ];
    expect(first.ledger).toEqual(ledger);
    expect({ ...first, id: '', createdAt: '' }).toEqual({ ...second, id: '', createdAt: '' });
    const [one, other] = await Promise.all(
      [first, second].map(({ id }) =>
        server.call<object>('views', { params: { datasetId: id }, query: { names: ['kpis', 'months', 'points'] } }),
      ),
    );
    expect(one).toEqual(other);
  });

  it('asked for twice at once is done once, and the other says why not', async () => {
    const before = (await server.call<Dataset[]>('listDatasets')).length;
    const uploadId = await server.upload('twice.csv', csv);
    const jobs = [await startImport(uploadId), await startImport(uploadId), await startInspection(uploadId)];
    const ends = await Promise.all(jobs.map((job) => server.finished(job)));
    expect(ends.map(({ state }) => state)).toEqual(['done', 'failed', 'failed']);
    for (const { error } of ends.slice(1))
      expect(error).toMatchObject({ code: 'not-found', status: 404, detail: expect.stringContaining('imported') });
    expect((await server.call<Dataset[]>('listDatasets')).length).toBe(before + 1);
  });

  it('can be asked for again after it was cancelled', async () => {
    const uploadId = await server.upload('again.csv', csv);
    const job = await startImport(uploadId);
    await server.call('cancelJob', { params: { jobId: job.id } });
    expect((await server.finished(job)).state).toBe('cancelled');
    expect(await server.result<Dataset>(await startImport(uploadId))).toMatchObject({ name: 'again' });
  });
});
