import { type Rules, ruleIds } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeFeatures } from './compute-features.ts';
import { featuresOffered } from './features-offered.ts';
import { materialise } from './materialise.ts';
import { makeOrders, storedNames } from './testing/made-tables.ts';
import { naiveFeatures } from './testing/naive-features.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const line = fc.record({
  customer: pick('1', '10', '2', 'é', 'Z', 'z'),
  order: pick('a', 'b', 'c', 'd'),
  time: fc
    .tuple(pick('2024-01-30', '2024-01-31', '2024-02-01', '2024-03-15'), pick('00:00:00', '12:30:00', '23:59:59'))
    .map((parts) => parts.join(' ')),
  quantity: fc.integer({ min: -3, max: 9 }),
  amount: fc.integer({ min: -500, max: 99_999 }).map((cents) => cents / 100),
  product: pick('p', 'q', 'r', null),
  country: pick('Malta', 'Spain', 'malta', null),
  flags: pick(0, 0, 0, 0, 8, 16, 32, 40, 256),
});
const filters = fc.record(
  {
    from: pick('2024-01-31', '2024-02-01'),
    to: pick('2024-01-31', '2024-02-29', '2024-03-15'),
    countries: pick<string[]>([], ['Malta'], ['Spain', 'malta']),
    customer: pick('1', 'é'),
  },
  { requiredKeys: [] },
);
const rules = fc.record(Object.fromEntries(ruleIds.map((id) => [id, fc.boolean()]))) as fc.Arbitrary<Rules>;

describe('computeFeatures', () => {
  it('agrees with the definitions taken line by line, under any filters and rules, stored or not', async () => {
    const keptSomething: boolean[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        filters,
        rules,
        fc.boolean(),
        fc.boolean(),
        async (lines, chosen, on, hasOrders, isStored) => {
          const table = await makeOrders(engine, 'lines', lines, { rules: on, without: hasOrders ? [] : ['order'] });
          const expected = naiveFeatures(table, lines, chosen);
          const ids = featuresOffered(table).map((feature) => feature.id);
          const into = storedNames('stored');
          const materialised = isStored ? await materialise(engine, table, into) : null;
          const found = computeFeatures(engine, table, { ids, filters: chosen, ...(materialised && { materialised }) });
          keptSomething.push(expected.length > 0);
          if (expected.length === 0) {
            await expect(found).rejects.toMatchObject({ code: 'nothing-kept' });
            return;
          }
          const features = await found;
          expect(features.ids).toEqual(expected.map(({ id }) => id));
          expect(features.countries).toEqual(expected.map(({ country }) => country));
          for (const id of ids)
            expected.forEach((customer, i) => {
              const value = customer.features[id] ?? null;
              const wanted = value === null ? Number.NaN : expect.closeTo(value, 9);
              expect(features.numbers[id]![i], `${id} of ${customer.id}`).toEqual(wanted);
            });
        },
      ),
      { numRuns: 150 },
    );
    expect(keptSomething).toContain(true);
  });
});
