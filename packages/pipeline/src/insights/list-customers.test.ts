import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable, Members } from '../data-table.ts';
import { materialise } from '../features/materialise.ts';
import type { Materialised } from '../features/materialised.ts';
import { makeMembers, makeOrders, storedNames } from '../features/testing/made-tables.ts';
import { listCustomers } from './list-customers.ts';

let engine: Engine;
let table: DataTable;
let members: Members;
let stored: Materialised | null;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  table = await makeOrders(engine, 'orders', [
    { customer: 'Ab1', order: '1', time: '2024-01-01', amount: 5, country: 'Spain' },
    { customer: 'aB2', order: '2', time: '2024-01-02', amount: 5, country: null },
    { customer: 'a%', order: '3', time: '2024-01-03', amount: 9, country: 'Malta' },
    { customer: 'É1', order: '4', time: '2024-01-04', amount: 1, country: 'Malta' },
    { customer: 'É1', order: '5', time: '2024-01-05', amount: 1, country: 'Malta' },
  ]);
  members = await makeMembers(engine, 'members', { Ab1: 1, aB2: 0 });
  stored = await materialise(engine, table, storedNames('stored'));
});
afterAll(() => engine.close());

describe.each([false, true])('listCustomers, stored features %s', (isStored) => {
  const materialisedOf = () => (isStored ? { materialised: stored! } : {});
  const list = async (asked: Partial<Parameters<typeof listCustomers>[2]>) => {
    const page = await listCustomers(engine, table, {
      filters: {},
      offset: 0,
      limit: 10,
      ...materialisedOf(),
      members,
      ...asked,
    });
    return [page.total, ...page.rows.map(({ id }) => id)];
  };

  it('gives rows with their features, in order of id', async () => {
    const page = await listCustomers(engine, table, { filters: {}, offset: 1, limit: 1, ...materialisedOf(), members });
    expect(page).toEqual({
      total: 4,
      rows: [{ id: 'a%', country: 'Malta', segment: null, features: { recency: 3, frequency: 1, monetary: 9 } }],
    });
  });

  it('searches by the start of the id in any letter case, with no wildcards', async () => {
    expect(await list({ search: 'AB' })).toEqual([2, 'Ab1', 'aB2']);
    expect(await list({ search: 'é' })).toEqual([1, 'É1']);
    expect(await list({ search: '%' })).toEqual([0]);
    expect(await list({ search: 'a%' })).toEqual([1, 'a%']);
    expect(await list({ search: `'; drop table orders; --` })).toEqual([0]);
  });

  it('sorts by any column, missing values last, ties by id', async () => {
    expect(await list({ sort: 'country' })).toEqual([4, 'a%', 'É1', 'Ab1', 'aB2']);
    expect(await list({ sort: 'country', descending: true })).toEqual([4, 'Ab1', 'a%', 'É1', 'aB2']);
    expect(await list({ sort: 'segment', descending: true })).toEqual([4, 'Ab1', 'aB2', 'a%', 'É1']);
    expect(await list({ sort: 'monetary' })).toEqual([4, 'É1', 'Ab1', 'aB2', 'a%']);
    expect(await list({ sort: 'averageOrderValue', descending: true })).toEqual([4, 'a%', 'Ab1', 'aB2', 'É1']);
    await expect(list({ sort: 'shoe size' })).rejects.toMatchObject({ code: 'feature-unknown' });
  });

  it('obeys the filters, and pages past the end with the total', async () => {
    expect(await list({ filters: { segments: [0] } })).toEqual([1, 'aB2']);
    expect(await list({ filters: { countries: ['Malta'] } })).toEqual([2, 'a%', 'É1']);
    expect(await list({ filters: { customer: 'Ab1' } })).toEqual([1, 'Ab1']);
    expect(await list({ offset: 9 })).toEqual([4]);
    expect(await list({ limit: 0 })).toEqual([4]);
  });
});
