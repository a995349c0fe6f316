import type { Condition, SegmentRule } from '@clientele/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerTable } from '../../run/testing/tables.ts';
import { meetsRule } from './meets-rule.ts';
import { plainNumber } from './plain-number.ts';
import { rulesAs } from './rules-as.ts';
import { tableParts } from './table-parts.ts';
import { rulesOf } from './testing/executed-rules.ts';
import { documentWith, hostileNames, hostileTable } from './testing/made-segmentation.ts';

const ruleOf = (...boxes: Condition[][]): SegmentRule => {
  return { boxes, text: 'a rule', matched: 4, hits: 3, precision: 0.75, recall: 0.5 };
};
const range = (feature: string, min: number | null, max: number | null): Condition => ({
  kind: 'range',
  feature,
  min,
  max,
});

interface Written {
  segment: number;
  name: string;
  matches: (customer: Record<string, unknown>) => boolean;
}
async function evaluated(script: string): Promise<Written[]> {
  const module = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(script).toString('base64')}`
  );
  return module.rules;
}

describe('plainNumber', () => {
  it.each([
    [1e-7, '0.0000001'],
    [-1.5e-7, '-0.00000015'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [480.5, '480.5'],
  ])('%d is %s', (value, text) => expect(plainNumber(value)).toBe(text));

  it('reads back as the same double and has no exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plainNumber(value)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(plainNumber(value))).toBe(value + 0);
      }),
    );
  });
});

describe('tableParts', () => {
  it('parts a name at its points, but not within quotes', () => {
    expect(tableParts('customers')).toEqual(['customers']);
    expect(tableParts('shop.customers')).toEqual(['shop', 'customers']);
    expect(tableParts('my-project.shop.customers')).toEqual(['my-project', 'shop', 'customers']);
    expect(tableParts('"my ""shop"".x".`a.b`')).toEqual(['my "shop".x', 'a.b']);
    expect(tableParts('x; drop table y --')).toEqual(['x; drop table y --']);
    for (const wrong of ['', '.', 'a.', '.a', 'a..b', '"a', 'a"b', '""', ' . '])
      expect(() => tableParts(wrong)).toThrow(/is no name of a table/);
  });
});

describe('rulesAs', () => {
  const table = customerTable({ recency: [1, 2], 'a`"\\b': [3, 4], kind: ['x', "O'H\\\n"] });
  const odd: Condition = { kind: 'values', feature: 'kind', values: ["O'H\\\n", 'x'] };
  const rules = [
    ruleOf([range('recency', null, 45), range('a`"\\b', 1e-7, 12)]),
    ruleOf([odd], [range('recency', 7, null)]),
    null,
  ];

  it('writes SQL for DuckDB', async () => {
    const document = await documentWith(table, ['Best', 'two\n; -- */ x', 'None'], rules);
    const script = rulesAs(document, 'duckdb', { table: 'shop.customers' });
    expect(script.replaceAll(document.receipt.data, 'HASH').replaceAll(document.receipt.version, 'V')).toBe(
      `-- Rules that stand for the segments of a segmentation of 2 customers by Clientele V.
-- k = 3, method kmeans, data HASH
-- Precision: share of the matching customers that are in the segment. Recall: share of the segment that matches.
-- 0 Best: precision 75.0%, recall 50.0%: 4 customers match, 3 of them in the segment of 6.
-- 1 two ; -- * / x: precision 75.0%, recall 50.0%: 4 customers match, 3 of them in the segment of 6.
-- 2 None: no short rule stands for it.
-- DuckDB. Columns are named as in customers.csv; numbers are numbers, categories are text, what is missing is NULL.

-- 0 Best: a rule
SELECT "customer"
FROM "shop"."customers"
WHERE "recency" <= 45 AND "a\`""\\b" BETWEEN 0.0000001 AND 12;

-- 1 two ; -- * / x: a rule
SELECT "customer"
FROM "shop"."customers"
WHERE ("kind" IN ('O''H\\
', 'x')) OR ("recency" >= 7);

-- 2 None: no short rule stands for it.

-- All rules at once: 1 where a customer meets one.
SELECT
  "customer",
  -- 0 Best: a rule
  CASE WHEN "recency" <= 45 AND "a\`""\\b" BETWEEN 0.0000001 AND 12 THEN 1 ELSE 0 END AS "rule_0",
  -- 1 two ; -- * / x: a rule
  CASE WHEN ("kind" IN ('O''H\\
', 'x')) OR ("recency" >= 7) THEN 1 ELSE 0 END AS "rule_1"
FROM "shop"."customers";
`,
    );
  });

  it('escapes as BigQuery and Snowflake want it', async () => {
    const document = await documentWith(table, ['a', 'b', 'c'], rules);
    const bigquery = rulesAs(document, 'bigquery', { table: 'my-project.shop.customers' });
    expect(bigquery).toContain('FROM `my-project`.`shop`.`customers`');
    expect(bigquery).toContain('`a\\`"\\\\b` BETWEEN 0.0000001 AND 12');
    expect(bigquery).toContain("`kind` IN ('O\\'H\\\\\\n', 'x')");
    const snowflake = rulesAs(document, 'snowflake', { table: 'shop' });
    expect(snowflake).toContain('"a`""\\b" BETWEEN');
    expect(snowflake).toContain("\"kind\" IN ('O''H\\\\\n', 'x')");
  });

  it('casts numbers that a database would not keep as they are', async () => {
    const exact = ruleOf([range('recency', 0.1 + 0.2, 1e21)]);
    const document = await documentWith(table, ['a'], [exact]);
    const script = (dialect: 'bigquery' | 'postgresql') => rulesAs(document, dialect, { table: 't' });
    expect(script('postgresql')).toContain(
      `BETWEEN CAST('0.30000000000000004' AS DOUBLE PRECISION) AND CAST('1000000000000000000000' AS DOUBLE PRECISION)`,
    );
    expect(script('bigquery')).toContain("CAST('1000000000000000000000' AS FLOAT64)");
  });

  it('says what it lacks', async () => {
    const document = await documentWith(table, ['a'], null);
    for (const dialect of ['duckdb', 'javascript'] as const)
      expect(() => rulesAs(document, dialect, { table: 't' })).toThrow(/has no evidence yet/);
    const none = rulesAs(await documentWith(table, ['a'], [null]), 'postgresql', { table: 't' });
    expect(none.replace(/^--.*$/gm, '').trim()).toBe('');
  });

  it('writes JavaScript that matches the rows that the rules state', async () => {
    for (const seed of [31, 32, 33]) {
      const made = hostileTable(seed, 300);
      const found = rulesOf(made.table, made.labels);
      const written = await evaluated(
        rulesAs(await documentWith(made.table, hostileNames, found), 'javascript', { table: 't' }),
      );
      expect(written.length).toBe(found.filter((rule) => rule !== null).length);
      for (const { segment, name, matches } of written) {
        expect(name).toBe(hostileNames[segment]);
        const isMet = meetsRule(made.table, found[segment]?.boxes ?? []);
        for (let row = 0; row < 300; row++) {
          const { numbers, categories } = made.table;
          const columns = Object.entries({ ...numbers, ...categories }).map(([id, values]) => [id, values[row]]);
          const customer = Object.fromEntries(columns);
          expect(matches(customer)).toBe(isMet(row));
          const asText = Object.fromEntries(columns.map(([id, value]) => [id, String(value ?? '')]));
          expect(matches(asText)).toBe(isMet(row));
        }
      }
    }
  });

  it('never matches what is missing, in JavaScript', async () => {
    const all = [
      ruleOf([range('x', null, 5)]),
      ruleOf([range('x', -5, null)]),
      ruleOf([range('x', null, null)]),
      ruleOf([{ kind: 'values', feature: 'x', values: ['undefined', 'null', 'NaN'] }]),
      ruleOf([range('constructor', null, 5)], [range('__proto__', null, 5)]),
    ];
    const written = await evaluated(
      rulesAs(await documentWith(table, ['a', 'b', 'c', 'd', 'e'], all), 'javascript', { table: 't' }),
    );
    for (const { matches } of written.slice(0, 3)) {
      for (const missing of [null, undefined, Number.NaN, '', ' ', 'five', Number.POSITIVE_INFINITY, [], {}, true])
        expect(matches({ x: missing })).toBe(false);
      for (const present of [5, '5', -5, 5n, '0']) expect(matches({ x: present })).toBe(true);
    }
    expect([null, undefined].map((x) => written[3]?.matches({ x }))).toEqual([false, false]);
    expect(written[4]?.matches({})).toBe(false);
    expect(written[4]?.matches(JSON.parse('{"__proto__": 3}'))).toBe(true);
  });
});
