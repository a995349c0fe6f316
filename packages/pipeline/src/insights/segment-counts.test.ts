import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCustomers, makeMembers } from '../features/testing/made-tables.ts';
import { segmentCategories } from './segment-categories.ts';
import { segmentCountries } from './segment-countries.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const people = () =>
  makeCustomers(
    engine,
    'people',
    [
      { name: 'x', type: 'number' },
      { name: `Plan "A'`, type: 'category', suggested: false },
      { name: 'Gender', type: 'category' },
    ],
    [
      ['1', 'Malta', 1, 'free', 'F'],
      ['2', "O'Land", 2, 'paid', 'M'],
      ['3', 'Malta', 3, null, 'F'],
      ['4', null, 4, 'free', 'F'],
    ],
  );
const members = () => makeMembers(engine, 'people members', { 1: 0, 2: 2, 3: 2 });

describe('segmentCountries', () => {
  it('counts customers of a country, those in no segment too, most first', async () => {
    const scope = { filters: {}, members: await members() };
    expect(await segmentCountries(engine, await people(), scope, { k: 3 })).toEqual([
      { country: 'Malta', customers: 2, bySegment: [1, 0, 1] },
      { country: "O'Land", customers: 1, bySegment: [0, 0, 1] },
    ]);
  });

  it('says what leaves nothing', async () => {
    const scope = { filters: { countries: ['Nowhere'] }, members: await members() };
    await expect(segmentCountries(engine, await people(), scope, { k: 3 })).rejects.toMatchObject({
      code: 'nothing-kept',
    });
  });
});

describe('segmentCategories', () => {
  it('counts each category on offer, whether suggested or not', async () => {
    const scope = { filters: {}, members: await members() };
    expect(await segmentCategories(engine, await people(), scope, { k: 3 })).toEqual([
      {
        feature: `Plan "A'`,
        values: [
          { value: 'free', customers: 2, bySegment: [1, 0, 0] },
          { value: 'paid', customers: 1, bySegment: [0, 0, 1] },
        ],
      },
      {
        feature: 'Gender',
        values: [
          { value: 'F', customers: 3, bySegment: [1, 0, 1] },
          { value: 'M', customers: 1, bySegment: [0, 0, 1] },
        ],
      },
    ]);
  });
});
