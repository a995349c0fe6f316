import { createRandom } from '@clientele/kernels';
import { describe, expect, it } from 'vitest';
import { prepare } from '../preparation/prepare.ts';
import { kChoiceFor } from '../run/run-recipe.ts';
import { customerTable, testRecipe, threeClouds } from '../run/testing/tables.ts';
import { chanceWarnings, silhouetteByChance } from './compare-with-chance.ts';

const how = { transform: 'none', scale: 'standard', missing: 'median' } as const;
const options = { starts: 3, seed: 1 };

describe('silhouetteByChance', () => {
  it('clouds are clearer than the same values dealt out', async () => {
    const prepared = prepare(threeClouds(20), how);
    expect(await silhouetteByChance(prepared, 3, options, {})).toBeLessThan(0.6);
    expect(await chanceWarnings(prepared, { k: 3, silhouette: 0.95 }, options, {})).toEqual([]);
  });

  it('noise is not, with a category or without, and the matrix is left alone', async () => {
    const random = createRandom(4);
    const column = () => Array.from({ length: 400 }, () => random.next());
    const group = Array.from({ length: 400 }, () => ['a', 'b', 'c'][random.integer(3)] ?? 'a');
    for (const table of [customerTable({ x: column(), y: column() }), customerTable({ x: column(), g: group })]) {
      const prepared = prepare(table, how);
      const before = prepared.matrix.slice();
      const recipe = testRecipe({ ...how, ...options, fromK: 4, toK: 4 });
      const { candidates, warnings } = await kChoiceFor({ table, recipe });
      expect(candidates).toHaveLength(1);
      expect(warnings).toMatchObject([{ code: 'no-natural-groups' }]);
      expect(prepared.matrix).toEqual(before);
    }
  });

  it('says nothing of one feature, and of few customers', async () => {
    expect(
      await silhouetteByChance(
        prepare(customerTable({ x: Array.from({ length: 90 }, (_, i) => i) }), how),
        3,
        options,
        {},
      ),
    ).toBeNull();
    expect(await silhouetteByChance(prepare(threeClouds(10), how), 3, options, {})).toBeNull();
  });
});
