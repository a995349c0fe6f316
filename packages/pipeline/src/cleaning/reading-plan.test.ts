import type { Mapping } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInRangeSql, quickTimeSql } from './cell-sql.ts';
import { planReading, quickTimes } from './reading-plan.ts';
import { memorySource } from './testing/memory-source.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const unreadable = ['n/a', 'pending', '0000-00-00 00:00', 'tbc 12', '?'];

describe('quickTimes', () => {
  it('is not turned away by cells that nothing reads', () => {
    expect(quickTimes(['2024-01-01 13:57', '2024-01-02 08:00', ...unreadable]).dmy).toEqual({ way: 'iso' });
    expect(quickTimes(['25/12/2020 8:05', ...unreadable.slice(0, 2)]).dmy).toEqual({
      way: 'formats',
      formats: ['%d/%m/%Y %H:%M'],
    });
    expect(quickTimes(['3. März 2021', 'soon']).dmy).toEqual({ way: 'none' });
  });

  it('follows most cells and keeps the six most frequent formats, short years first', () => {
    const rare = ['1-2-2020', '1.2.2020', '1 Jan 2020', 'Jan 1, 2020', '20200101', '2020/1/2'];
    const texts = ['1/2/20', '1/2/2020', '3/4/2020', '5/6/2020', '7/8/20', '2020-01-01', ...rare];
    const quick = quickTimes(texts).mdy;
    expect(quick).toEqual({
      way: 'formats',
      formats: ['%m/%d/%y', '%m/%d/%Y', '%Y-%m-%d', '%m-%d-%Y', '%m.%d.%Y', '%d %b %Y'],
    });
  });
});

it('leaves only the strange cells of a column to the slow way', async () => {
  const good = Array.from({ length: 400 }, (_, i) => `2024-0${1 + (i % 9)}-1${i % 10} 13:57`);
  const american = good.map((_, i) => `${1 + (i % 12)}/${13 + (i % 15)}/2024 ${i % 24}:05`);
  for (const times of [good, american]) {
    const cells = times.flatMap((time, i) => (i % 80 === 3 ? [unreadable[i % 5] as string, time] : [time]));
    const source = memorySource(
      ['who', 'when', 'money'],
      cells.map((time) => ['a', time, '1']),
    );
    const roles = { customer: 'who', time: 'when', amount: 'money' };
    const mapping: Mapping = { kind: 'orders', roles, dateOrder: 'auto', decimal: 'auto', currency: null };
    const plan = planReading(source, mapping);
    const { sql, values } = source.relation([1]);
    const [row] = await engine.rows(
      `SELECT count(*) AS rows, count(*) FILTER (WHERE ${isInRangeSql('q')}) AS quick
       FROM (SELECT ${quickTimeSql('c1', plan.quickTimes[plan.dayOrder])} AS q FROM ${sql})`,
      values,
    );
    expect(row).toEqual({ rows: 405, quick: 400 });
  }
});
