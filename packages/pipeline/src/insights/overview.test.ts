import { overviewSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeLine, makeCustomers, makeMembers, makeOrders } from '../features/testing/made-tables.ts';
import { overview } from './overview.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const lines: MadeLine[] = [
  { customer: 'ann', order: '1', time: '2024-01-31 23:00:00', amount: 10, country: 'Malta' },
  { customer: 'ann', order: '1', time: '2024-02-01 01:00:00', amount: 20, country: 'Malta' },
  { customer: 'ann', order: '2', time: '2024-04-05 12:00:00', amount: 5, country: 'Spain' },
  { customer: 'bob', order: '3', time: '2024-02-10 12:00:00', amount: 100, country: 'Spain' },
  { customer: 'cleo', order: '4', time: '2024-04-09 12:00:00', amount: 40, country: null },
  { customer: 'cleo', order: 'C', time: '2024-04-09 12:00:00', amount: -40, country: null, flags: 8 },
];
const asked = { filters: {}, top: 2, points: 10 };

describe('overview of order lines', () => {
  it('gives every figure as worked by hand', async () => {
    const table = await makeOrders(engine, 'hand', lines);
    const members = await makeMembers(engine, 'hand members', { ann: 0, bob: 1, gone: 1 });
    const found = overviewSchema.parse(await overview(engine, table, { ...asked, members }));
    expect(found.asOf).toBe('2024-04-10T12:00:00');
    expect(found.kpis).toEqual({
      customers: 3,
      revenue: 175,
      orders: 4,
      averageOrderValue: 43.75,
      recency: (5 + 60 + 1) / 3,
      frequency: 4 / 3,
      monetary: expect.closeTo(175 / 3, 9),
      oneTimeCustomers: 2,
    });
    expect(found.months).toEqual([
      { month: '2024-01', revenue: 10, orders: 1, customers: 1, days: 1, daysInMonth: 31 },
      { month: '2024-02', revenue: 120, orders: 2, customers: 2, days: 29, daysInMonth: 29 },
      { month: '2024-03', revenue: 0, orders: 0, customers: 0, days: 31, daysInMonth: 31 },
      { month: '2024-04', revenue: 45, orders: 2, customers: 2, days: 9, daysInMonth: 30 },
    ]);
    expect(found.topCustomers).toEqual([
      { id: 'bob', country: 'Spain', orders: 1, revenue: 100, segment: 1 },
      { id: 'cleo', country: null, orders: 1, revenue: 40, segment: null },
    ]);
    expect(found.countries).toEqual([
      { name: 'Spain', customers: 2, orders: 2, revenue: 105 },
      { name: 'Malta', customers: 1, orders: 1, revenue: 30 },
    ]);
    expect(found.segments).toEqual([
      { id: 0, customers: 1, orders: 2, revenue: 35 },
      { id: 1, customers: 1, orders: 1, revenue: 100 },
    ]);
    expect(found.points).toEqual({
      ids: ['ann', 'bob', 'cleo'],
      segments: [0, 1, -1],
      features: { recency: [5, 60, 1], frequency: [2, 1, 1], monetary: [35, 100, 40] },
      shown: 3,
      total: 3,
    });
  });

  it('compares the halves of the full months, each as of the moment after it', async () => {
    const table = await makeOrders(engine, 'halves', lines);
    const { comparison } = await overview(engine, table, asked);
    expect(comparison).toMatchObject({
      kind: 'halves',
      current: { from: '2024-03-01', to: '2024-03-31', kpis: { customers: 0, revenue: 0, orders: 0, recency: null } },
      before: { from: '2024-02-01', to: '2024-02-29', kpis: { customers: 2, revenue: 120, orders: 2, recency: 23.5 } },
    });
  });

  it('compares a chosen period with the one before it', async () => {
    const table = await makeOrders(engine, 'before', lines);
    const filters = { from: '2024-04-01', to: '2024-04-30' };
    const { comparison, kpis, months } = await overview(engine, table, { ...asked, filters });
    expect(kpis).toMatchObject({ customers: 2, revenue: 45 });
    expect(months).toHaveLength(1);
    expect(comparison).toMatchObject({
      kind: 'period-before',
      current: { from: '2024-04-01', to: '2024-04-09', kpis: { customers: 2, revenue: 45 } },
      before: { from: '2024-03-23', to: '2024-03-31', kpis: { customers: 0, revenue: 0, averageOrderValue: null } },
    });
    const february = { from: '2024-03-01', to: '2024-03-31' };
    await expect(overview(engine, table, { ...asked, filters: february })).rejects.toThrow('No orders in March 2024;');
  });

  it('counts revenue of lines without a customer where their rule is off, and orders by time without their column', async () => {
    const table = await makeOrders(
      engine,
      'nobody',
      [...lines, { customer: null, time: '2024-02-10 12:00:00', amount: 7, flags: 1 }],
      {
        rules: { 'no-customer': false },
        without: ['order', 'country'],
      },
    );
    const { kpis, countries } = await overview(engine, table, { ...asked, points: 0 });
    expect(kpis).toMatchObject({ customers: 3, revenue: 182, orders: 6, monetary: expect.closeTo(175 / 3, 9) });
    expect(countries).toEqual([]);
  });

  it('treats hostile names as names', async () => {
    const name = `"'; drop table hostile; -- \u{1F4A5}\\ \n $1`;
    const table = await makeOrders(engine, 'hostile', [
      { customer: name, order: name, time: '2024-01-01', amount: 1, country: name },
    ]);
    const found = await overview(engine, table, { ...asked, filters: { countries: [name] } });
    expect([found.topCustomers[0]?.id, found.countries[0]?.name, found.points.ids[0]]).toEqual([name, name, name]);
    expect(found.comparison).toBeNull();
  });
});

describe('overview of a table of customers', () => {
  it('summarises numbers and counts categories', async () => {
    const table = await makeCustomers(
      engine,
      'people',
      [
        { name: 'Age', type: 'number' },
        { name: 'Gender', type: 'category' },
        { name: 'Empty', type: 'number' },
      ],
      [
        ['1', 'Malta', 20, 'F', null],
        ['2', 'Malta', 20, 'M', null],
        ['3', 'Spain', 40, 'F', null],
        ['4', null, null, null, null],
      ],
    );
    const members = await makeMembers(engine, 'people members', { 1: 0, 2: 0, 3: 1 });
    const found = overviewSchema.parse(await overview(engine, table, { ...asked, members }));
    expect(found.kpis).toMatchObject({ customers: 4, revenue: 0, orders: 0, recency: null });
    expect(found.numbers).toEqual([
      {
        feature: 'Age',
        label: 'Age',
        count: 3,
        missing: 1,
        mean: expect.closeTo(80 / 3, 9),
        median: 20,
        min: 20,
        max: 40,
        skewness: expect.closeTo(Math.SQRT1_2, 9),
        histogram: [2, ...new Array(18).fill(0), 1],
      },
      expect.objectContaining({ feature: 'Empty', count: 0, missing: 4, mean: null, skewness: null }),
    ]);
    expect(found.categories).toEqual([
      {
        feature: 'Gender',
        values: [
          { value: 'F', customers: 2 },
          { value: 'M', customers: 1 },
        ],
      },
    ]);
    expect(found.countries.map(({ name, customers }) => [name, customers])).toEqual([
      ['Malta', 2],
      ['Spain', 1],
    ]);
    expect(found.segments.map(({ id, customers }) => [id, customers])).toEqual([
      [0, 2],
      [1, 1],
    ]);
    expect(found.points.features).toEqual({ Age: [20, 20, 40, null], Empty: [null, null, null, null] });
  });

  it('does without numbers and without anybody', async () => {
    const table = await makeCustomers(engine, 'plain', [{ name: 'Gender', type: 'category' }], [['1', null, 'F']]);
    expect(await overview(engine, table, asked)).toMatchObject({ numbers: [], points: { shown: 1, features: {} } });
    await expect(overview(engine, table, { ...asked, filters: { countries: ['Malta'] } })).rejects.toThrow(
      'No customers from Malta; reset the countries.',
    );
  });

  it('stands values at the ends of the number range', async () => {
    const table = await makeCustomers(
      engine,
      'extreme',
      [{ name: 'x', type: 'number' }],
      [
        ['1', null, 1e308],
        ['2', null, -1e308],
        ['3', null, Number.NEGATIVE_INFINITY],
        ['4', null, 5e-324],
      ],
    );
    const { numbers } = await overview(engine, table, asked);
    expect(numbers[0]).toMatchObject({ count: 3, missing: 1, min: -1e308, max: 1e308, median: 5e-324 });
    expect(numbers[0]!.histogram.reduce((sum, count) => sum + count)).toBe(3);
  });
});
