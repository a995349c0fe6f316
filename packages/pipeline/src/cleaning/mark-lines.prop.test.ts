import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ruleBit } from './kept-condition.ts';
import { markCancelledLaterSql } from './mark-lines.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

interface Line {
  customer: string | null;
  product: string;
  quantity: number;
  minute: number;
  cancelled: boolean;
}

const lines = fc.array(
  fc.record({
    customer: fc.option(fc.constantFrom('a', 'b'), { freq: 8 }),
    product: fc.constantFrom('x', 'y'),
    quantity: fc.constantFrom(1, 2, -1, -2, -1, 0),
    minute: fc.integer({ min: 0, max: 9 }),
    cancelled: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** A stack for each customer, product and number of pieces. */
function matched(list: readonly Line[]): number[] {
  const stacks = new Map<string, number[]>();
  const found: number[] = [];
  const order = list.map((_, i) => i).sort((a, b) => (list[a]?.minute ?? 0) - (list[b]?.minute ?? 0) || a - b);
  for (const i of order) {
    const line = list[i] as Line;
    if (line.customer === null || line.quantity === 0 || (line.quantity > 0 && line.cancelled)) continue;
    const key = `${line.customer} ${line.product} ${Math.abs(line.quantity)}`;
    const stack = stacks.get(key) ?? [];
    stacks.set(key, stack);
    if (line.quantity > 0) stack.push(i);
    else {
      const last = stack.pop();
      if (last !== undefined) found.push(last, i);
    }
  }
  return found.sort((a, b) => a - b);
}

it('matches cancellations with purchases, last in, first out', async () => {
  await fc.assert(
    fc.asyncProperty(lines, async (list) => {
      await engine.run(
        `CREATE OR REPLACE TABLE t AS SELECT r->>'customer' AS customer, r->>'product' AS product, NULL::VARCHAR AS description,
           CAST(r->>'quantity' AS DECIMAL(18,6)) AS quantity, CAST(0 AS DECIMAL(18,6)) AS amount,
           TIMESTAMP '2020-01-01' + to_minutes(CAST(r->>'minute' AS BIGINT)) AS time,
           CAST(CASE WHEN (r->>'cancelled')::BOOLEAN THEN ${ruleBit('cancellation')} ELSE 0 END AS USMALLINT) AS flags
         FROM (SELECT unnest(from_json($1, '["JSON"]')) AS r)`,
        [JSON.stringify(list)],
      );
      await engine.run(markCancelledLaterSql('t', true));
      const rows = await engine.rows(
        `SELECT rowid AS i FROM t WHERE flags & ${ruleBit('cancelled-later')} <> 0 ORDER BY rowid`,
      );
      expect(rows.map((row) => row.i)).toEqual(matched(list));
    }),
    { numRuns: 80 },
  );
});
