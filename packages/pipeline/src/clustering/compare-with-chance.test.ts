import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { prepare } from '../preparation/prepare.ts';
import { customerTable, threeClouds } from '../run/testing/tables.ts';
import { chanceWarnings, compareWithChance } from './compare-with-chance.ts';

const how = { transform: 'none', scale: 'standard', missing: 'median' } as const;
const options = { starts: 3, seed: 1 };

describe('compareWithChance', () => {
  it('clouds are clearer than the same values dealt out', async () => {
    const prepared = prepare(threeClouds(20), how);
    const compared = await compareWithChance(prepared, 3, options, {});
    expect(compared?.silhouette).toBeGreaterThan(0.9);
    expect(compared?.dealt).toBeLessThan(0.6);
    expect(await chanceWarnings(prepared, 3, options, {})).toEqual([]);
  });

  it('noise is not, with a category or without, and the matrix is left alone', async () => {
    const random = createRandom(4);
    const column = () => Array.from({ length: 400 }, () => random.next());
    const group = Array.from({ length: 400 }, () => ['a', 'b', 'c'][random.integer(3)] ?? 'a');
    for (const table of [customerTable({ x: column(), y: column() }), customerTable({ x: column(), g: group })]) {
      const prepared = prepare(table, how);
      const before = prepared.matrix.slice();
      expect(await chanceWarnings(prepared, 4, options, {})).toMatchObject([{ code: 'no-natural-groups' }]);
      expect(prepared.matrix).toEqual(before);
    }
  });

  it('says nothing of one feature, and of few customers', async () => {
    expect(
      await compareWithChance(
        prepare(customerTable({ x: Array.from({ length: 90 }, (_, i) => i) }), how),
        3,
        options,
        {},
      ),
    ).toBeNull();
    expect(await compareWithChance(prepare(threeClouds(10), how), 3, options, {})).toBeNull();
  });
});
