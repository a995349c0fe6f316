import { type Comparison, comparisonSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ComparedSide, compareSegmentations } from './compare-segmentations.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

type Row = [customer: string, segment: number | null];

async function side(table: string, segments: string[], rows: readonly Row[]): Promise<ComparedSide> {
  await engine.run(`create or replace table ${table} (customer varchar, segment integer)`);
  for (const row of rows) await engine.run(`insert into ${table} values ($1, $2)`, row);
  return { id: table, name: table, method: 'kmeans', segments, members: { table } };
}

async function compare(first: readonly Row[], second: readonly Row[]): Promise<Comparison> {
  const one = await side('one', ['A', 'B'], first);
  const other = await side('other', ['P', 'Q', 'R'], second);
  return comparisonSchema.parse(await compareSegmentations(engine, one, other));
}

describe('compareSegmentations', () => {
  it('counts, measures and matches what is counted by hand', async () => {
    const found = await compare(
      [
        ['c1', 0],
        ['c2', 0],
        ['c3', 0],
        ['c4', 1],
        ['c5', 1],
        ['c6', null],
        ["'; --", 1],
        ['alone', 0],
      ],
      [
        ['c6', null],
        ['c5', 0],
        ['c4', 0],
        ['c3', 2],
        ['c2', 1],
        ['c1', 1],
        ["'; --", null],
        ['x', 0],
        ['y', null],
      ],
    );
    expect(found.first).toEqual({ id: 'one', name: 'one', method: 'kmeans', segments: ['A', 'B'] });
    expect(found).toMatchObject({ customers: 7, onlyFirst: 1, onlySecond: 2 });
    expect(found.table).toEqual([
      [0, 2, 1, 0],
      [2, 0, 0, 1],
      [0, 0, 0, 1],
    ]);
    // Pairs together: 2 in both, 6 in the first, 3 in the second, of 21: (2 - 6 x 3 / 21) / ((6 + 3) / 2 - 6 x 3 / 21).
    expect(found.adjustedRandIndex).toBeCloseTo((2 - 18 / 21) / (4.5 - 18 / 21), 12);
    expect(found.adjustedMutualInformation).toBeGreaterThan(0);
    expect(found.matches).toEqual([
      { first: 0, second: 1, customers: 2, jaccard: 2 / 3 },
      { first: 1, second: 0, customers: 2, jaccard: 2 / 3 },
    ]);
    expect(found.matched).toBeCloseTo(4 / 7, 12);
  });

  it('finds the same parts under other numbers to be the same', async () => {
    const rows = Array.from({ length: 20 }, (_, i): Row => [`c${i}`, i % 2]);
    const found = await compare(
      rows,
      rows.map(([id, segment]): Row => [id, 2 - (segment ?? 0)]),
    );
    expect(found).toMatchObject({ adjustedRandIndex: 1, adjustedMutualInformation: 1, matched: 1 });
  });

  it('measures nothing of fewer than two customers', async () => {
    const one = await compare([['c1', 0]], [['c1', 2]]);
    expect(one).toMatchObject({ customers: 1, adjustedRandIndex: null, adjustedMutualInformation: null, matched: 1 });
    const none = await compare([['c1', 0]], [['c2', 0]]);
    expect(none).toMatchObject({ customers: 0, onlyFirst: 1, onlySecond: 1, adjustedRandIndex: null, matches: [] });
    expect(none.table).toEqual(Array.from({ length: 3 }, () => [0, 0, 0, 0]));
  });

  it('matches nothing with no segment', async () => {
    const found = await compare(
      [
        ['c1', null],
        ['c2', null],
      ],
      [
        ['c1', null],
        ['c2', null],
      ],
    );
    expect(found).toMatchObject({ customers: 2, adjustedRandIndex: 1, matches: [], matched: 0 });
  });

  it('counts a customer that repeats once, in the first of its segments', async () => {
    const found = await compare(
      [
        ['c1', 1],
        ['c1', 0],
        ['c1', null],
      ],
      [
        ['c1', 2],
        ['c1', 2],
      ],
    );
    expect(found.customers).toBe(1);
    expect(found.table[0]).toEqual([0, 0, 1, 0]);
  });

  it('bears a million customers', async () => {
    const made = (table: string, segment: string) =>
      engine.run(`create or replace table ${table} as
        select 'c' || i as customer, cast(${segment} as integer) as segment from range(1000000) t(i)`);
    await made('one', 'i % 2');
    await made('other', 'case when i % 10 < 9 then i % 2 end');
    const sides = ['one', 'other'].map(
      (table): ComparedSide => ({ id: table, name: table, method: null, segments: ['0', '1'], members: { table } }),
    );
    const found = await compareSegmentations(engine, sides[0]!, sides[1]!);
    expect(found.table).toEqual([
      [500_000, 0, 0],
      [0, 400_000, 100_000],
      [0, 0, 0],
    ]);
    expect(found.matched).toBe(0.9);
  });

  it('refuses more segments than can be compared', async () => {
    const one = await side('one', Array.from({ length: 501 }, String), []);
    await expect(compareSegmentations(engine, one, one)).rejects.toMatchObject({ code: 'unsupported' });
  });
});
