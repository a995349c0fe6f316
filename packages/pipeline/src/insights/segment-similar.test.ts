import { defaultRules, recipeInputSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { computeFeatures } from '../features/compute-features.ts';
import { makeCustomers, makeMembers } from '../features/testing/made-tables.ts';
import { prepare } from '../preparation/prepare.ts';
import { makeRecipe } from '../run/make-recipe.ts';
import { similarCustomers } from './segment-similar.ts';
import { makePlaces } from './testing/made-places.ts';

let engine: Engine;
let table: DataTable;
const ids = Array.from({ length: 60 }, (_, i) => `"${String(i).padStart(2, '0')}'`);
const input = recipeInputSchema.parse({ k: 2, features: ['x', 'Plan'], transform: 'none', missing: 'drop' });

beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  table = await makeCustomers(
    engine,
    'people',
    [
      { name: 'x', type: 'number' },
      { name: 'Plan', type: 'category' },
    ],
    ids.map((id, i) => [id, null, i === 9 ? null : (i * i) % 17, i % 3 === 0 ? 'free' : 'paid']),
  );
});
afterAll(() => engine.close());

async function prepared() {
  const recipe = makeRecipe(input, { name: 'people', mapping: table.mapping, rules: defaultRules });
  const features = await computeFeatures(engine, table, { filters: {}, ids: recipe.features });
  return { recipe, features, ...prepare(features, recipe) };
}

describe('similarCustomers', () => {
  it('finds the nearest, ties by id, from what is stored and from what is prepared anew', async () => {
    const { recipe, features, matrix, columns, kept } = await prepared();
    const rowOf = (row: number) => [...matrix.subarray(row * columns, (row + 1) * columns)];
    const stored = await makePlaces(
      engine,
      'stored',
      [...kept].map((at, row) => ({
        customer: features.ids[at]!,
        segment: at % 4 === 3 ? null : 1,
        x: 0,
        y: 0,
        p: rowOf(row),
      })),
    );
    const older = await makeMembers(
      engine,
      'older',
      Object.fromEntries([...kept].filter((at) => at % 4 !== 3).map((at) => [features.ids[at]!, 1])),
    );
    const asked = { id: ids[5]!, limit: 12, recipe };
    const found = await similarCustomers(engine, table, { filters: {}, members: stored }, asked);
    const own = rowOf([...kept].indexOf(5));
    const naive = [...kept]
      .map((at, row) => ({
        id: features.ids[at]!,
        distance: Math.hypot(...rowOf(row).map((value, c) => value - own[c]!)),
      }))
      .filter(({ id }) => id !== ids[5])
      .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
      .slice(0, 12);
    expect(found.map(({ id }) => id)).toEqual(naive.map(({ id }) => id));
    found.forEach(({ distance }, i) => {
      expect(distance).toBeCloseTo(naive[i]!.distance, 12);
    });
    expect(found[0]).toEqual({ id: ids[22], segment: 1, distance: 0, features: { x: 8, Plan: 'paid' } });
    expect(await similarCustomers(engine, table, { filters: {}, members: older }, asked)).toEqual(found);
    expect(await similarCustomers(engine, table, { filters: {}, members: stored }, { ...asked, limit: 0 })).toEqual([]);
  });

  it('says who cannot be compared: one without a feature, and one that is nowhere', async () => {
    const { recipe, features, matrix, columns, kept } = await prepared();
    const stored = await makePlaces(
      engine,
      'stored',
      [...kept].map((at, row) => ({
        customer: features.ids[at]!,
        segment: 0,
        x: 0,
        y: 0,
        p: [...matrix.subarray(row * columns, (row + 1) * columns)],
      })),
    );
    const older = await makeMembers(engine, 'older', { [ids[0]!]: 0 });
    for (const id of [ids[9]!, "'; drop table people; --"])
      for (const members of [stored, older])
        await expect(
          similarCustomers(engine, table, { filters: {}, members }, { id, limit: 3, recipe }),
        ).rejects.toMatchObject({ code: 'not-found' });
  });
});
