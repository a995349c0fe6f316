import { defaultRules, type Mapping, type Rules } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stage } from './stage.ts';
import type { StageOptions } from './staged.ts';
import { type Cells, memorySource } from './testing/memory-source.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const columns = ['no', 'who', 'when', 'n', 'p', 'code', 'text', 'land'];
const mapping: Mapping = {
  kind: 'orders',
  roles: {
    order: 'no',
    customer: 'who',
    time: 'when',
    quantity: 'n',
    unitPrice: 'p',
    product: 'code',
    description: 'text',
    country: 'land',
  },
  dateOrder: 'auto',
  decimal: 'auto',
  currency: null,
};
const plain: Cells[] = [
  ['1', 'a', '2020-01-01', '2', '3', '85123A', 'cup', 'France'],
  ['1', 'a', '2020-01-01', '1', '5', 'POST', 'POSTAGE', 'France'],
  ['2', 'b', '2020-01-02', '4', '1', '22111', 'lamp', 'Spain'],
  ['C3', 'a', '2020-01-05', '-2', '3', '85123A', 'cup', 'France'],
];
/** Customer, time and country on an order's first line only. */
const firstLines: Cells[] = ['1', '2', '3', '4'].flatMap((order) => [
  [order, `c${order}`, '2020-01-01', '1', '2', '22111', 'lamp', 'Spain'],
  [order, null, null, '1', '3', '85123A', 'cup', null],
]);

async function table(rows: Cells[], options: StageOptions) {
  await stage(engine, memorySource(columns, rows), mapping, 't', options);
  return engine.rows('SELECT * FROM t ORDER BY rowid');
}

describe('columns that a run can spare', () => {
  const spare = ['product', 'country'] as const;
  const everyRule = Object.fromEntries(Object.keys(defaultRules).map((rule) => [rule, true])) as Rules;
  const thrifty: Rules = { ...defaultRules, 'cancelled-later': false, administrative: false, duplicate: false };

  it.each([
    ['lines that are whole', plain],
    ['orders whose first line holds what they share', firstLines],
  ])('are NULL, and nothing else changes: %s', async (_, rows) => {
    const kept = await table(rows, { rules: thrifty });
    expect(kept[0]?.product).not.toBeNull();
    expect(kept[1]?.country).not.toBeNull();
    const spared = await table(rows, { rules: thrifty, spare });
    expect(spared).toEqual(kept.map((row) => ({ ...row, product: null, country: null })));
  });

  it('are kept where a rule asks for them', async () => {
    const kept = await table(plain, { rules: everyRule });
    const spared = await table(plain, { rules: everyRule, spare });
    expect(spared).toEqual(kept.map((row) => ({ ...row, country: null })));
    expect(new Set(kept.map((row) => row.flags)).size).toBeGreaterThan(2);
  });
});
