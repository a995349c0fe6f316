import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workshop } from '../test-support.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await Workshop.create(await openDuckdb());
});
afterAll(() => workshop.close());

async function parquet(name: string, select: string): Promise<string> {
  const path = join(workshop.folder, name);
  await workshop.engine.run(`copy (${select}) to '${path}' (format parquet)`);
  return path;
}

it('gives every type as plain text', async () => {
  const path = await parquet(
    'types.parquet',
    `select 489434.0::double as whole, 2.95::double as price, 1e21::double as large, 'nan'::double as none,
      0.1::float as small, 2.50::decimal(9,2) as amount, 100::decimal(9,2) as hundred, 100::decimal(9,0) as flat,
      7::bigint as count, timestamp '2010-12-01 08:26:00' as time, timestamptz '2010-12-01 08:26:00+00' as zoned,
      date '2010-12-01' as day, true as flag, ''::varchar as empty, null::integer as missing,
      [1, 2] as list, {'a': 1} as object, 'x'::blob as bytes`,
  );
  await workshop.engine.run("set timezone = 'America/New_York'");
  const source = await workshop.openPath(path);
  const expected = [
    ['489434', '2.95', '1e+21', null, '0.1', '2.5', '100', '100', '7', '2010-12-01 08:26:00', '2010-12-01 08:26:00'],
    ['2010-12-01', 'true', null, null, '[1,2]', '{"a":1}', 'x'],
  ].flat();
  expect(await workshop.rows(source)).toEqual([expected]);
  expect(source.sample).toEqual([expected]);
  expect(source.info).toMatchObject({ format: 'parquet', encoding: null, hasHeader: true });
});

it('takes hostile names for names, and reads it gzipped', async () => {
  const path = await parquet(
    'names.parquet',
    `select 1 as "a""b; drop table x", 2 as "__proto__", 3 as "c1", 4 as "$1"`,
  );
  const source = await workshop.openPath(path);
  expect(source.columns).toEqual(['a"b; drop table x', '__proto__', 'c1', '$1']);
  expect(await workshop.rows(source, [3, 0])).toEqual([['4', '1']]);
  const packed = await workshop.open('names.parquet.gz', gzipSync(await readFile(path)));
  expect(packed.rows).toEqual([['1', '2', '3', '4']]);
});

it('opens a file without rows', async () => {
  const source = await workshop.openPath(await parquet('none.parquet', 'select 1 as id, 2 as a where false'));
  expect([source.columns, source.sample]).toEqual([['id', 'a'], []]);
});

it('says where it is damaged, at opening or at reading', async () => {
  const path = await parquet('whole.parquet', 'select range as id, hash(range) as a from range(100000)');
  const bytes = await readFile(path);
  bytes.fill(0x55, 20, bytes.length - 2000);
  const failure = await workshop.open('damaged.parquet', bytes).catch((cause: unknown) => cause);
  expect(failure).toMatchObject({ code: 'format-broken', message: expect.stringContaining('damaged.parquet') });
});
