import { type RuleId, type Rules, ruleIds } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keptCondition, ruleBit } from './kept-condition.ts';
import { ledger } from './ledger.ts';

interface Line {
  customer: string | null;
  order: string;
  cents: number;
  flags: number;
}

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const lines = fc.array(
  fc.record({
    customer: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { freq: 4 }),
    order: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    cents: fc.integer({ min: -10_000, max: 10_000 }),
    flags: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 511 })),
  }),
  { maxLength: 30 },
);
const anyRules = fc.array(fc.boolean(), { minLength: ruleIds.length, maxLength: ruleIds.length });

function totals(list: readonly Line[]) {
  return {
    rows: list.length,
    customers: new Set(list.flatMap((line) => line.customer ?? [])).size,
    orders: new Set(list.map((line) => line.order)).size,
    revenue: list.reduce((sum, line) => sum + line.cents, 0) / 100,
  };
}

function minus(before: readonly Line[], left: readonly Line[]) {
  const [a, b] = [totals(before), totals(left)];
  return {
    rows: a.rows - b.rows,
    customers: a.customers - b.customers,
    orders: a.orders - b.orders,
    revenue: (a.revenue * 100 - b.revenue * 100) / 100,
  };
}

it('agrees with filtering one rule after the other, and closes', async () => {
  await fc.assert(
    fc.asyncProperty(lines, anyRules, async (list, switches) => {
      const rules = Object.fromEntries(ruleIds.map((rule, i) => [rule, switches[i]])) as Rules;
      await engine.run(
        `CREATE OR REPLACE TABLE t AS SELECT r->>'customer' AS customer, r->>'order' AS order_id,
           CAST((r->>'cents')::BIGINT / 100 AS DECIMAL(18,6)) AS amount, CAST(r->>'flags' AS USMALLINT) AS flags
         FROM (SELECT unnest(from_json($1, '["JSON"]')) AS r)`,
        [JSON.stringify(list)],
      );
      const mapping = {
        kind: 'orders' as const,
        roles: {},
        dateOrder: 'ymd' as const,
        decimal: 'point' as const,
        currency: null,
      };
      const account = await ledger(engine, { kind: 'orders', table: 't', mapping, columns: [], rules });

      expect(account.read).toEqual(totals(list));
      let before: readonly Line[] = list;
      const expected = ruleIds
        .filter((rule) => rules[rule])
        .map((rule) => {
          const left = before.filter((line) => (line.flags & ruleBit(rule)) === 0);
          const entry = { rule, ...minus(before, left), left: totals(left) };
          before = left;
          return entry;
        });
      const rounded = (entries: { rule: RuleId; revenue: number }[]) =>
        entries.map((entry) => ({ ...entry, revenue: Math.round(entry.revenue * 100) / 100 + 0 }));
      expect(rounded(account.entries)).toEqual(rounded(expected));
      expect(account.kept).toEqual(totals(before));
      const off = ruleIds
        .filter((rule) => !rules[rule])
        .map((rule) => {
          const left = before.filter((line) => (line.flags & ruleBit(rule)) === 0);
          return { rule, ...minus(before, left), left: totals(left) };
        });
      expect(rounded(account.off)).toEqual(rounded(off));

      const removed = account.entries.reduce((sum, entry) => sum + Math.round(entry.revenue * 100), 0);
      expect(Math.round(account.read.revenue * 100)).toBe(Math.round(account.kept.revenue * 100) + removed);
      const [kept] = await engine.rows(`SELECT count(*) AS n FROM t WHERE ${keptCondition(rules)}`);
      expect(kept?.n).toBe(account.kept.rows);
    }),
    { numRuns: 60 },
  );
});
