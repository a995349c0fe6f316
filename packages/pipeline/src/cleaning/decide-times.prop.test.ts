import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTime } from '../recognition/time-text.ts';
import { fitsSql } from './decide-times.ts';
import { quickTimes } from './reading-plan.ts';
import { memorySource } from './testing/memory-source.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const numeric = fc
  .tuple(
    fc.integer({ min: 1, max: 32 }),
    fc.integer({ min: 1, max: 32 }),
    fc.constantFrom('2020', '20', '99', '2021', '1850'),
    fc.constantFrom('/', '.', '-'),
    fc.constantFrom('', ' 8:05', ' 23:59:01', ' 25:00', ', 1:05 pm', 'T08:30'),
  )
  .map(([a, b, year, mark, clock]) => `${[a, b, year].join(mark)}${clock}`);
const other = fc.constantFrom(
  'n/a',
  'soon',
  'epoch',
  'infinity',
  '0000-00-00 00:00',
  '2020-02-30',
  '2020-02-03 04:05',
  '2020/2/3',
  '20200203',
  '3 Jan 2020',
  'Mar 4, 2020',
  '5. März 2020',
  '1292000000',
  '44000',
);

it('counts the cells that fit each order as reading every cell both ways does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 3, arbitrary: numeric }, other), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 40 }),
      async (texts, sampled) => {
        const seen = texts.slice(0, sampled);
        const source = memorySource(
          ['when'],
          texts.map((text) => [text]),
        );
        const { sql, values } = fitsSql(source.relation([0]), 'c0', quickTimes(seen));
        const [row] = await engine.rows(sql, values);
        const fits = texts.map((text) => [readTime(text, 'dmy') !== null, readTime(text, 'mdy') !== null] as const);
        expect(row).toEqual({
          dmy: fits.filter(([dmy]) => dmy).length,
          mdy: fits.filter(([, mdy]) => mdy).length,
          only_dmy: fits.filter(([dmy, mdy]) => dmy && !mdy).length,
          only_mdy: fits.filter(([dmy, mdy]) => mdy && !dmy).length,
        });
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
