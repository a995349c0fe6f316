import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ClienteleError } from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workshop } from './test-support.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.create(await openDuckdb());
});
afterAll(() => workshop.close());

const noise = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256));

describe('files that cannot be read', () => {
  it.each<[name: string, content: string | Uint8Array, code: string, words: RegExp]>([
    ['empty.csv', '', 'file-empty', /0 bytes/],
    ['blank.csv', ' \n\t\r\n ', 'file-empty', /only white space/],
    ['bom.csv', '\ufeff', 'file-empty', /empty/],
    ['empty.csv.gz', gzipSync(''), 'file-empty', /inside the compression/],
    ['a.csv', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'format-unknown', /PNG picture; expected CSV/],
    ['b.csv', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'format-unknown', /PDF document/],
    ['c.zip', Buffer.from('PK\x03\x04\x14\0\0\0\0\0hello', 'latin1'), 'format-unknown', /ZIP archive/],
    [
      'd.xls',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'),
      'format-unknown',
      /old Excel.*save it as .xlsx/,
    ],
    ['e.db', Buffer.from('SQLite format 3\0\x10\0\x01', 'latin1'), 'format-unknown', /SQLite database/],
    ['f.csv', noise, 'format-unknown', /binary/],
    ['g.csv', 'id,a\n1,x\0y\n', 'format-unknown', /zero byte at position 9/],
    ['h.csv.gz', gzipSync('id,a\n1,some text\n').subarray(0, 22), 'format-broken', /cut off/],
    ['i.parquet', `PAR1${'x'.repeat(200)}`, 'format-broken', /cut off/],
    [
      'j.xlsx',
      Buffer.from(`PK\x03\x04\x14\0\0\0\0\0xl/workbook.xml`, 'latin1'),
      'format-broken',
      /Excel workbook.*directory/,
    ],
    ['k.jsonl', '{"a":1}\n{"a":}\n', 'format-broken', /at line 2/],
    ['l.jsonl', '{"a":1}\n{"a":"x', 'format-broken', /at line 2/],
    ['m.json', '[{"a":1},', 'format-broken', /inside the array/],
    ['n.json', '[1,2,3]', 'format-broken', /"1" at line 1/],
    ['o.jsonl', 'hello', 'format-broken', /"hello" at line 1/],
    ['q.json', '[{"a":1},\n{"a":1 2}]', 'format-broken', /not JSON at line 2/],
    ['r.json', '[{"a":1}]\nx', 'format-broken', /not JSON at line 2/],
    ['s.json', '{"a":\n1}\n{"a"}', 'format-broken', /not JSON at line 3/],
    ['t.jsonl', '{"a":1}\n[2]\n', 'format-broken', /"\[2\]" at line 2/],
    ['p.json', '[]', 'file-empty', /no objects/],
  ])('%s', async (name, content, code, words) => {
    const failure = await workshop.failure(name, content);
    expect(failure).toBeInstanceOf(ClienteleError);
    const { code: found, message } = failure as ClienteleError;
    expect({ code: found, message }).toEqual({ code, message: expect.stringMatching(words) });
    expect(message.startsWith(`${name} `)).toBe(true);
    expect(message.endsWith('.')).toBe(true);
  });

  it('a path that leads to nothing, or to a folder', async () => {
    await expect(workshop.openPath('/nowhere/x.csv')).rejects.toMatchObject({ code: 'not-found' });
    await mkdir(join(workshop.folder, 'folder.csv'));
    await expect(workshop.openPath(join(workshop.folder, 'folder.csv'))).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('is a folder'),
    });
  });

  it('zero bytes beyond the first part, and a compression cut off there', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `${index},${(index * 7919) % 100_003}`).join('\n');
    expect(await workshop.failure('deep.csv', `id,a\n${lines}\n1,\0\n`)).toMatchObject({
      code: 'format-broken',
      message: expect.stringContaining('zero bytes after line'),
    });
    const packed = gzipSync(`id,a\n${lines}`);
    expect(await workshop.failure('deep.csv.gz', packed.subarray(0, packed.length - 20_000))).toMatchObject({
      code: 'format-broken',
      message: expect.stringContaining('cut off'),
    });
    expect(await workshop.leftFiles()).toEqual([]);
  });

  it('uses the name that was given', async () => {
    expect(await workshop.failure('x.csv', '', { name: 'orders.csv' })).toMatchObject({
      message: expect.stringMatching(/^orders\.csv is empty/),
    });
  });

  it('ends when it is cancelled', async () => {
    const signal = AbortSignal.abort();
    expect(await workshop.failure('x.csv', 'id,a\n1,2\n', { signal })).toMatchObject({ code: 'cancelled' });
  });

  it('explains what the engine meets while it reads, and nothing else', async () => {
    const { source } = await workshop.open('gone.csv', 'id,a\n1,2\n');
    await workshop.write('gone.csv', Buffer.from('id,a\n1,2,3,4\n\xff\xff,2\n', 'latin1'));
    const failure = await workshop.rows(source).catch((cause: unknown) => source.explain(cause));
    expect(failure).toMatchObject({
      code: 'format-broken',
      message: expect.stringContaining('gone.csv could not be read'),
    });
    const other = new RangeError('something else');
    expect(source.explain(other)).toBe(other);
  });
});
