import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNumber } from '../recognition/number-text.ts';
import { isoText, readTime } from '../recognition/time-text.ts';
import { isInRangeSql, numberSql, type QuickTimes, quickTimeSql, withTimeSql } from './cell-sql.ts';
import { quickTimes } from './reading-plan.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const times: [text: string, dmy: string | null, mdy?: string | null][] = [
  ['2010-12-01', '2010-12-01 00:00:00'],
  ['2010-12-01 08:26:00', '2010-12-01 08:26:00'],
  ['2010-12-01T08:26', '2010-12-01 08:26:00'],
  ['2010/1/2 8:05', '2010-01-02 08:05:00'],
  ['2025-01-15 17:41:00 -0500', '2025-01-15 17:41:00'],
  ['2025-01-15T17:41:00+01:00', '2025-01-15 17:41:00'],
  ['2025-01-15T17:41:00.123Z', '2025-01-15 17:41:00'],
  ['2025-01-15 17:41:00 UTC', '2025-01-15 17:41:00'],
  ['19970118', '1997-01-18 00:00:00'],
  ['20250115174100', '2025-01-15 17:41:00'],
  ['12/1/2010 8:26', '2010-01-12 08:26:00', '2010-12-01 08:26:00'],
  ['31/12/10', '2010-12-31 00:00:00', null],
  ['12/31/2010', null, '2010-12-31 00:00:00'],
  ['1.2.2011 17:05:09', '2011-02-01 17:05:09', '2011-01-02 17:05:09'],
  ['01-02-11', '2011-02-01 00:00:00', '2011-01-02 00:00:00'],
  ['3/4/2011 12:05 AM', '2011-04-03 00:05:00', '2011-03-04 00:05:00'],
  ['3/4/2011, 1:05:30 pm', '2011-04-03 13:05:30', '2011-03-04 13:05:30'],
  ['12 Dec 2011', '2011-12-12 00:00:00'],
  ['12-Dec-11 10:00', '2011-12-12 10:00:00'],
  ['Dec 12, 2011', '2011-12-12 00:00:00'],
  ['December 3rd, 2011 4:15 PM', '2011-12-03 16:15:00'],
  ['Mon, 12 Dec 2011 10:00:00 GMT', '2011-12-12 10:00:00'],
  ['3. März 2021', '2021-03-03 00:00:00'],
  ['5 août 2021', '2021-08-05 00:00:00'],
  ['1292000000', '2010-12-10 16:53:20'],
  ['1292000000000', '2010-12-10 16:53:20'],
  ['40513.3513888889', '2010-12-01 08:26:00'],
  ['29/2/2011', null],
  ['2011-02-30', null],
  ['31/31/2011', null],
  ['12/1/2010 25:00', null],
  ['0001-01-01', null],
  ['infinity', null],
  ['epoch', null],
  ['yesterday', null],
  ['', null],
  ['17850', null],
];

async function read(text: string, order: 'dmy' | 'mdy', quick: QuickTimes) {
  const rows = withTimeSql('(SELECT $1 AS c)', 'c', 't', order, quick);
  const [row] = await engine.rows(`SELECT strftime(date_trunc('second', t), '%Y-%m-%d %H:%M:%S') AS t FROM ${rows}`, [
    text,
  ]);
  return row?.t;
}

const usual = ['31/12/10', '12/31/2010', '1.2.2011 17:05:09', '12 Dec 2011', '3/4/2011 12:05 AM', '2010/1/2 8:05'];

describe('withTimeSql', () => {
  it.each(times)('reads %j as readTime does', async (text, dmy, mdy = dmy) => {
    for (const [order, expected] of [
      ['dmy', dmy],
      ['mdy', mdy],
    ] as const) {
      const time = readTime(text, order);
      expect(time === null ? null : isoText(time), order).toBe(expected);
      for (const quick of [[], [text], usual, ['2010-12-01']].map(quickTimes))
        expect(await read(text, order, quick), `${order} ${quick[order].way}`).toBe(expected);
    }
  });

  it('keeps the written local time on the fast path', async () => {
    const [row] = await engine.rows(
      `SELECT strftime(${quickTimeSql('c', { way: 'iso' })}, '%H:%M') AS t FROM (SELECT $1 AS c)`,
      ['2025-01-15 17:41:00 -0500'],
    );
    expect(row?.t).toBe('17:41');
  });
});

it.each(times)('reads %j the quick way, if at all, as the slow way does', async (text, dmy, mdy = dmy) => {
  for (const [order, expected] of [
    ['dmy', dmy],
    ['mdy', mdy],
  ] as const) {
    const quick = quickTimes([text])[order];
    if (quick.way === 'none') continue;
    const [row] = await engine.rows(
      `SELECT strftime(date_trunc('second', q), '%Y-%m-%d %H:%M:%S') AS t
       FROM (SELECT CASE WHEN ${isInRangeSql('q')} THEN q END AS q FROM (SELECT ${quickTimeSql('c', quick)} AS q FROM (SELECT $1 AS c)))`,
      [text],
    );
    expect(row?.t, order).toBe(expected);
  }
});

it.each(['12 Dec 2011 8:05', 'December 12, 2011', '2011/12/2', '3/4/2011, 1:05:30 pm', '12-Dec-11', '1.2.2011T08:30'])(
  'has a quick way for %s',
  (text) => expect(quickTimes([text]).dmy.way).toBe('formats'),
);

const numbers: [text: string, point: number | null, comma: number | null][] = [
  ['12', 12, 12],
  ['-12.5', -12.5, null],
  ['1,234.56', 1234.56, null],
  ['1.234,56', null, 1234.56],
  ['1 234,56', null, 1234.56],
  ['1\u00a0234,56 €', null, 1234.56],
  ["1'234.56", 1234.56, null],
  ['$1,234', 1234, 1.234],
  ['12,50 EUR', null, 12.5],
  ['£5', 5, 5],
  ['CHF 7.90', 7.9, null],
  ['US$ 7.90', 7.9, null],
  ['(12.00)', -12, null],
  ['12.00-', -12, null],
  ['−3', -3, -3],
  ['-£3.50', -3.5, null],
  ['1,23,456', 123456, null],
  ['12,50', null, 12.5],
  ['1e3', 1000, null],
  ['.5', 0.5, null],
  ['12%', null, null],
  ['NaN', null, null],
  ['Infinity', null, null],
  ['C536379', null, null],
  ['', null, null],
  ['12 apples', null, null],
  ['1.2.3', null, null],
];

describe('numberSql', () => {
  it.each(numbers)('reads %j as readNumber does', async (text, point, comma) => {
    for (const [mark, expected] of [
      ['point', point],
      ['comma', comma],
    ] as const) {
      for (const type of ['decimal', 'double'] as const) {
        const sql = numberSql('c', mark, type);
        const [row] = await engine.rows(`SELECT ${sql} AS n FROM (SELECT $1 AS c)`, [text]);
        expect([row?.n, readNumber(text, mark)], `${mark} ${type}`).toEqual([expected, expected]);
      }
    }
  });
});
