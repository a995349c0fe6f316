import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropMembers } from './drop-members.ts';
import { type Folder, openFolder } from './open-folder.ts';
import { findUmap, writeUmap } from './umap-tables.ts';
import { Uploads } from './uploads.ts';
import { readLabels, writeMembers } from './write-members.ts';

let dataDir: string;
let folder: Folder;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'clientele-store-'));
  folder = await openFolder(dataDir, 1);
});
afterEach(async () => {
  await folder.close();
  await rm(dataDir, { recursive: true, force: true });
});

const uploadsOf = (limit = 1000) => new Uploads(folder.engine, folder.uploads, limit);
const parts = async function* (...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
};

describe('openFolder', () => {
  it('refuses a folder that is open already, and opens it after that is closed', async () => {
    await expect(openFolder(dataDir, 1)).rejects.toMatchObject({ code: 'conflict' });
    await folder.close();
    folder = await openFolder(dataDir, 1);
  });

  it('refuses a store of another schema version', async () => {
    await folder.engine.run('update store set schema_version = 99');
    await folder.close();
    await expect(openFolder(dataDir, 1)).rejects.toThrow('schema version 99');
    const other = await mkdtemp(join(tmpdir(), 'clientele-store-'));
    folder = await openFolder(other, 1);
    await rm(other, { recursive: true, force: true });
  });

  it('says so where the file is no database', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'clientele-store-'));
    await writeFile(join(broken, 'clientele.duckdb'), 'not a database at all'.repeat(1000));
    await expect(openFolder(broken, 1)).rejects.toMatchObject({ code: 'file-unreadable' });
    await rm(broken, { recursive: true, force: true });
  });

  it('removes the working files of a dead process', async () => {
    await folder.close();
    await writeFile(join(dataDir, 'work', 'normalised.csv'), 'a,b');
    await mkdir(join(dataDir, 'work', 'left'), { recursive: true });
    folder = await openFolder(dataDir, 1);
    expect(await readdir(join(dataDir, 'work'))).toEqual([]);
  });
});

describe('Uploads', () => {
  it('keeps the bytes under a name of its own', async () => {
    const uploads = uploadsOf();
    const { id, name, bytes } = await uploads.receive('../../etc/passwd', parts('a,b\n', '1,2\n'));
    expect({ name, bytes }).toEqual({ name: '../../etc/passwd', bytes: 8 });
    expect(id).toMatch(/^[\w-]{16}$/);
    expect(await readdir(folder.uploads)).toEqual([id]);
    expect(await readFile(uploads.path(id), 'utf8')).toBe('a,b\n1,2\n');
    expect(await uploads.find(id)).toEqual({ id, name, bytes });
  });

  it('stops at the limit and leaves nothing', async () => {
    await expect(uploadsOf(5).receive('big.csv', parts('1234', '5678'))).rejects.toMatchObject({ code: 'too-large' });
    expect(await readdir(folder.uploads)).toEqual([]);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const broken = async function* () {
      yield Buffer.from('half');
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    };
    await expect(uploadsOf().receive('half.csv', broken())).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder.uploads)).toEqual([]);
  });

  it.each(["'; drop table uploads; --", '__proto__', '', '../x'])('has no upload %j', async (id) => {
    await expect(uploadsOf().find(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('sweeps what no record knows and what was never imported', async () => {
    const uploads = uploadsOf();
    const fresh = await uploads.receive('fresh.csv', parts('1'));
    const old = await uploads.receive('old.csv', parts('2'));
    await folder.engine.run("update uploads set created_at = '2020-01-01' where id = $1", [old.id]);
    await writeFile(join(folder.uploads, 'x.part'), 'half');
    await uploads.sweep();
    expect(await readdir(folder.uploads)).toEqual([fresh.id]);
    await expect(uploads.find(old.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('writeMembers', () => {
  it('keeps every customer with its segment, whatever the id', async () => {
    const hostile = ['"', "'; drop table m; --", '\\', '{}', 'null', '', 'é\n', '顧客', '__proto__'];
    const ids = [...hostile, ...Array.from({ length: 25_000 }, (_, i) => `c${i}`)];
    const labels = Int32Array.from(ids, (_, i) => (i % 7) - 1);
    const x = Float64Array.from(ids, (_, i) => (i % 3 === 0 ? Number.NaN : i / 10));
    const members = await writeMembers(folder.engine, 3, { ids, labels, plane: { x, y: x, prepared: [x] } });
    expect(await readLabels(folder.engine, members, [...ids].reverse())).toEqual(labels.slice().reverse());
    const rows = await folder.engine.rows(`select * from ${members.table}`);
    const rowOf = (id: string | undefined) => rows.find(({ customer }) => customer === id);
    expect(rowOf(hostile[1])).toEqual({ customer: hostile[1], segment: 0, x: 0.1, y: 0.1, p0: 0.1 });
    expect(rowOf(hostile[7])).toEqual({ customer: hostile[7], segment: null, x: 0.7, y: 0.7, p0: 0.7 });
    expect(rowOf(hostile[3])).toMatchObject({ segment: 2, x: null, y: null, p0: null });
    const [kept] = await folder.engine.rows(`select count(*) as n from ${members.table}`);
    expect(kept?.n).toBe(labels.filter((label, i) => label >= 0 || i % 3 !== 0).length);
  });
});

describe('writeUmap', () => {
  const places = { x: Float64Array.of(1, Number.NaN, 3), y: Float64Array.of(4, Number.NaN, 6), z: null };
  const input = { ids: ["a'", 'b', 'c'], labels: Int32Array.of(2, -1, -1), places };
  const request = (seed: number) => ({ neighbours: 15, minDistance: 0.1, dimensions: 2, seed }) as const;

  it('keeps a few maps a segmentation, the newest, and drops them with its members', async () => {
    const { engine } = folder;
    const one = await writeMembers(engine, 7, { ids: input.ids, labels: input.labels, plane: places });
    const other = await writeMembers(engine, 77, { ids: input.ids, labels: input.labels, plane: places });
    await writeUmap(engine, other, request(1), input);
    for (const seed of [1, 2, 3, 4, 5, 4]) await writeUmap(engine, one, request(seed), input);
    const kept = await Promise.all([1, 2, 3, 4, 5].map((seed) => findUmap(engine, one, request(seed))));
    expect(kept.map((name) => name !== null)).toEqual([false, true, true, true, true]);
    expect(await findUmap(engine, one, { ...request(4), dimensions: 3 })).toBeNull();
    expect(await engine.rows(`select * from ${engine.quoteIdentifier(kept[3]!)}`)).toEqual([
      { customer: "a'", segment: 2, x: 1, y: 4 },
      { customer: 'c', segment: null, x: 3, y: 6 },
    ]);
    await dropMembers(engine, one.table);
    const left = await engine.rows(
      "select table_name as t from information_schema.tables where table_name like 'members_7%'",
    );
    expect(left.map(({ t }) => t).sort()).toEqual([other.table, await findUmap(engine, other, request(1))]);
  });
});
