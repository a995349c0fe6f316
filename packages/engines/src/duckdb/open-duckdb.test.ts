import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine.ts';
import { openDuckdb } from './open-duckdb.ts';

const hostileNames = ['a"b', "x'); drop table t; --", '__proto__', 'constructor', 'select', 'ü ñ 漢', ';', '$1', ' '];
const hostileTexts = ["'", '"', '; drop table t', '\\', '\n', '\u0000x', '=1+1', '', 'NULL', '漢字', '💐'];

describe('the embedded engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2 });
  });
  afterEach(() => engine.run('drop table if exists t'));
  afterAll(() => engine.close());

  it('takes any name for a table and its columns', async () => {
    for (const name of hostileNames) {
      const quoted = engine.quoteIdentifier(name);
      await engine.run(`create table ${quoted} (${quoted} integer)`);
      await engine.run(`insert into ${quoted} values ($1)`, [7]);
      expect((await engine.columns(`select ${quoted} as v from ${quoted}`)).numbers.v?.[0]).toBe(7);
      await engine.run(`drop table ${quoted}`);
    }
  });

  it('gives back any text it was given', async () => {
    for (const text of hostileTexts)
      expect(await engine.rows('select $1::varchar as v, $1 = $1 as same', [text])).toEqual([{ v: text, same: true }]);
  });

  it('binds numbers of every size', async () => {
    for (const number of [0, -1, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER, 1e200, -1e300, 5e-324])
      expect((await engine.rows('select $1::double as v', [number]))[0]?.v).toBe(number);
  });

  it('reads decimals to the last digit, times without zone, nulls and lists', async () => {
    const [row] = await engine.rows(
      `select 8911407.904::decimal(18,6) as amount, timestamp '2010-12-01 08:26:00' as time, date '2011-12-09' as day,
       null as nothing, [1, 2] as list, sum(x)::decimal(38,6) as total from (values (0.1::decimal(18,6)), (0.2)) v(x)`,
    );
    expect(row).toEqual({
      amount: 8911407.904,
      time: '2010-12-01T08:26:00',
      day: '2011-12-09',
      nothing: null,
      list: [1, 2],
      total: 0.3,
    });
  });

  it('gives columns as typed arrays with NaN for a missing number', async () => {
    const columns = await engine.columns(
      'select i as n, case when i = 1 then null else i / 2 end as half, i::varchar as t from range(3) r(i) order by i',
    );
    expect(columns.rows).toBe(3);
    expect([...(columns.numbers.half ?? [])]).toEqual([0, Number.NaN, 1]);
    expect(columns.texts.t).toEqual(['0', '1', '2']);
  });

  it('writes Parquet of true types, in order, wherever the path leads', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-engine-'));
    const path = join(folder, "shop's \u00fc.parquet");
    const written = await engine.exportParquet(
      path,
      `select i::integer as "a""b", $1 || i as t, i / 3 as x from range(5000) r(i) order by i desc`,
      ["o'k "],
    );
    expect(written).toBe(5000);
    const read = await engine.columns('select * from read_parquet($1)', [path]);
    expect(read.numbers['a"b']?.[0]).toBe(4999);
    expect(read.numbers.x?.[0]).toBe(4999 / 3);
    expect(read.texts.t?.[4999]).toBe("o'k 0");
    await rm(folder, { recursive: true });
  });

  it('keeps all of a transaction or nothing', async () => {
    await engine.run('create table t (v integer)');
    await expect(
      engine.transaction(async (session) => {
        await session.run('insert into t values (1)');
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await engine.rows('select count(*) as n from t')).toEqual([{ n: 0 }]);
    await engine.transaction((session) => session.run('insert into t values (1)'));
    expect(await engine.rows('select count(*) as n from t')).toEqual([{ n: 1 }]);
  });

  it('stops a running statement when its signal says so', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const started = performance.now();
    await expect(
      engine.transaction(
        (session) =>
          session.rows('select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range'),
        { signal: controller.signal },
      ),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('keeps nothing where its signal comes between two statements', async () => {
    await engine.run('create table t (v integer)');
    const controller = new AbortController();
    const work = engine.transaction(
      async (session) => {
        await session.run('insert into t values (1)');
        controller.abort();
      },
      { signal: controller.signal },
    );
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(await engine.rows('select * from t')).toEqual([]);
  });

  it('says what is wrong with a file that is no store', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-engine-'));
    const path = join(folder, 'store.duckdb');
    await writeFile(path, 'this is no database, whatever its name says'.repeat(1000));
    await expect(openDuckdb({ path })).rejects.toMatchObject({ code: 'file-unreadable', message: /store\.duckdb/ });
    await rm(folder, { recursive: true });
  });
});
