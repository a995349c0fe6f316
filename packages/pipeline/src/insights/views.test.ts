import { type ViewOptions, type ViewsAnswer, viewsAnswerSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { materialise } from '../features/materialise.ts';
import type { Scope } from '../features/scope.ts';
import { type MadeLine, makeCustomers, makeMembers, makeOrders, storedNames } from '../features/testing/made-tables.ts';
import { type BatchViewName, batchViewNames } from './views/view-table.ts';
import { views } from './views.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

type Found = Required<Pick<ViewsAnswer['views'], BatchViewName>> & { asOf: string | null };
type Asked = Partial<Scope> & Partial<ViewOptions> & { names?: readonly BatchViewName[] };

/** The views, which must be the same from the lines and from what is stored of them. */
async function viewsOf(
  table: DataTable,
  { filters = {}, members, asOf, names = batchViewNames, ...options }: Asked = {},
) {
  const scope = {
    filters,
    ...(members && { members }),
    ...(asOf && { asOf }),
    names,
    options: { top: 2, points: 10, ...options },
  };
  const found = await views(engine, table, scope);
  const materialised = await materialise(engine, table, storedNames('made'));
  if (materialised !== null)
    expect(rounded(await views(engine, table, { ...scope, materialised }))).toEqual(rounded(found));
  const answer = viewsAnswerSchema.parse(found);
  return { asOf: answer.asOf, ...answer.views } as Found;
}

/** Means of the same numbers differ in their last digits with the order of threads. */
function rounded(value: unknown): unknown {
  const digits = (_: string, cell: unknown) =>
    typeof cell === 'number' ? (Math.abs(cell) < 1e-12 ? 0 : Number(cell.toPrecision(10))) : cell;
  return JSON.parse(JSON.stringify(value, digits));
}

const lines: MadeLine[] = [
  { customer: 'ann', order: '1', time: '2024-01-31 23:00:00', amount: 10, country: 'Malta' },
  { customer: 'ann', order: '1', time: '2024-02-01 01:00:00', amount: 20, country: 'Malta' },
  { customer: 'ann', order: '2', time: '2024-04-05 12:00:00', amount: 5, country: 'Spain' },
  { customer: 'bob', order: '3', time: '2024-02-10 12:00:00', amount: 100, country: 'Spain' },
  { customer: 'cleo', order: '4', time: '2024-04-09 12:00:00', amount: 40, country: null },
  { customer: 'cleo', order: 'C', time: '2024-04-09 12:00:00', amount: -40, country: null, flags: 8 },
];

describe('cohorts', () => {
  it('count who came back, from the month of the first order on', async () => {
    const table = await makeOrders(engine, 'cohorts', lines);
    const { cohorts } = await viewsOf(table, { names: ['cohorts'] });
    expect(cohorts).toEqual({
      cohorts: [
        { month: '2024-01', customers: 1, active: [1, 1, 0, 1] },
        { month: '2024-02', customers: 1, active: [1, 0, 0] },
        { month: '2024-04', customers: 1, active: [1] },
      ],
      isLastMonthFinished: false,
    });
  });

  it('keep the first month of all under a date filter, and leave out what it does not cover', async () => {
    const table = await makeOrders(engine, 'cohorts from', lines);
    const { cohorts } = await viewsOf(table, { names: ['cohorts'], filters: { from: '2024-02-01', to: '2024-03-31' } });
    expect(cohorts).toEqual({
      cohorts: [
        { month: '2024-01', customers: 1, active: [null, 1, 0] },
        { month: '2024-02', customers: 1, active: [1, 0] },
      ],
      isLastMonthFinished: true,
    });
  });
});

/** Four months are too few to expect anything. */
const nothingUsual = { revenue: null, customers: null };

describe('views of order lines', () => {
  it('gives every figure as worked by hand', async () => {
    const table = await makeOrders(engine, 'hand', lines);
    const members = await makeMembers(engine, 'hand members', { ann: 0, bob: 1, gone: 1 });
    const found = await viewsOf(table, { members });
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
      {
        month: '2024-01',
        revenue: 10,
        orders: 1,
        customers: 1,
        newCustomers: 1,
        newRevenue: 10,
        unknownRevenue: 0,
        days: 1,
        daysInMonth: 31,
        usual: nothingUsual,
      },
      {
        month: '2024-02',
        revenue: 120,
        orders: 2,
        customers: 2,
        newCustomers: 1,
        newRevenue: 100,
        unknownRevenue: 0,
        days: 29,
        daysInMonth: 29,
        usual: nothingUsual,
      },
      {
        month: '2024-03',
        revenue: 0,
        orders: 0,
        customers: 0,
        newCustomers: 0,
        newRevenue: 0,
        unknownRevenue: 0,
        days: 31,
        daysInMonth: 31,
        usual: nothingUsual,
      },
      {
        month: '2024-04',
        revenue: 45,
        orders: 2,
        customers: 2,
        newCustomers: 1,
        newRevenue: 40,
        unknownRevenue: 0,
        days: 9,
        daysInMonth: 30,
        usual: nothingUsual,
      },
    ]);
    expect(found.topCustomers).toEqual([
      { id: 'bob', country: 'Spain', orders: 1, revenue: 100, segment: 1 },
      { id: 'cleo', country: null, orders: 1, revenue: 40, segment: null },
    ]);
    expect(found.countries).toEqual([
      { name: 'Spain', customers: 2, orders: 2, revenue: 105 },
      { name: 'Malta', customers: 1, orders: 1, revenue: 30 },
    ]);
    expect(found.segmentTotals).toEqual([
      { id: 0, customers: 1, orders: 2, revenue: 35 },
      { id: 1, customers: 1, orders: 1, revenue: 100 },
      { id: -1, customers: 1, orders: 1, revenue: 40 },
    ]);
    expect(found.orderCounts).toEqual([
      { orders: 1, customers: 2, revenue: 140 },
      { orders: 2, customers: 1, revenue: 35 },
    ]);
    expect(found.countryMonths).toEqual({
      months: ['2024-01', '2024-02', '2024-03', '2024-04'],
      countries: [
        { name: 'Spain', revenue: [0, 100, 0, 5] },
        { name: 'Malta', revenue: [10, 20, 0, 0] },
      ],
    });
    const { orders, revenue, hasHours } = found.weekHours;
    const cells = orders.flatMap((row, day) =>
      row.flatMap((n, hour) => (n > 0 ? [[day, hour, n, revenue[day]![hour]]] : [])),
    );
    // An order stands at its first line, the last hour of a Wednesday, though it goes on after midnight.
    expect(cells).toEqual([
      [1, 12, 1, 40],
      [2, 23, 1, 30],
      [4, 12, 1, 5],
      [5, 12, 1, 100],
    ]);
    expect([hasHours, orders.length, orders[0]!.length]).toEqual([true, 7, 24]);
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
    const { kpiComparison } = await viewsOf(table);
    expect(kpiComparison).toMatchObject({
      kind: 'halves',
      current: { from: '2024-03-01', to: '2024-03-31', kpis: { customers: 0, revenue: 0, orders: 0, recency: null } },
      before: { from: '2024-02-01', to: '2024-02-29', kpis: { customers: 2, revenue: 120, orders: 2, recency: 23.5 } },
    });
  });

  it('compares a chosen period with the one before it', async () => {
    const table = await makeOrders(engine, 'before', lines);
    const filters = { from: '2024-04-01', to: '2024-04-30' };
    const { kpiComparison, kpis, months } = await viewsOf(table, { filters });
    expect(kpis).toMatchObject({ customers: 2, revenue: 45 });
    expect(months).toHaveLength(1);
    expect(kpiComparison).toMatchObject({
      kind: 'period-before',
      current: { from: '2024-04-01', to: '2024-04-09', kpis: { customers: 2, revenue: 45 } },
      before: { from: '2024-03-23', to: '2024-03-31', kpis: { customers: 0, revenue: 0, averageOrderValue: null } },
    });
    const february = { from: '2024-03-01', to: '2024-03-31' };
    await expect(viewsOf(table, { filters: february })).rejects.toThrow('No orders in March 2024;');
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
    const { kpis, countries } = await viewsOf(table, { points: 0 });
    expect(kpis).toMatchObject({ customers: 3, revenue: 182, orders: 6, monetary: expect.closeTo(175 / 3, 9) });
    expect(countries).toEqual([]);
  });

  it('treats hostile names as names', async () => {
    const name = `"'; drop table hostile; -- \u{1F4A5}\\ \n $1`;
    const table = await makeOrders(engine, 'hostile', [
      { customer: name, order: name, time: '2024-01-01', amount: 1, country: name },
    ]);
    const found = await viewsOf(table, { filters: { countries: [name] } });
    expect([found.topCustomers[0]?.id, found.countries[0]?.name, found.points.ids[0]]).toEqual([name, name, name]);
    expect(found.kpiComparison).toBeNull();
  });
});

describe('views of a table of customers', () => {
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
    const found = await viewsOf(table, { members });
    expect(found.kpis).toMatchObject({ customers: 4, revenue: 0, orders: 0, recency: null });
    expect(found.numbers).toEqual([
      {
        feature: 'Age',
        label: 'Age',
        count: 3,
        missing: 1,
        mean: expect.closeTo(80 / 3, 9),
        standardDeviation: expect.closeTo(Math.sqrt(800 / 9), 9),
        min: 20,
        q25: 20,
        median: 20,
        q75: 30,
        max: 40,
        whiskers: [20, 40],
        outliers: 0,
        skewness: expect.closeTo(Math.SQRT1_2, 9),
        skewnessLog: expect.closeTo(Math.SQRT1_2, 9),
        histogram: {
          edges: Array.from({ length: 31 }, (_, i) => expect.closeTo(20 + (i * 20) / 30, 9)),
          counts: [2, ...new Array(28).fill(0), 1],
        },
        histogramLog: {
          edges: Array.from({ length: 31 }, (_, i) => expect.closeTo(21 * (41 / 21) ** (i / 30) - 1, 9)),
          counts: [2, ...new Array(28).fill(0), 1],
        },
      },
      expect.objectContaining({ feature: 'Empty', count: 0, missing: 4, mean: null, skewness: null, histogram: null }),
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
    expect(found.segmentTotals.map(({ id, customers }) => [id, customers])).toEqual([
      [0, 2],
      [1, 1],
      [-1, 1],
    ]);
    expect(found.points.features).toEqual({ Age: [20, 20, 40, null], Empty: [null, null, null, null] });
  });

  it('does without numbers and without anybody', async () => {
    const table = await makeCustomers(engine, 'plain', [{ name: 'Gender', type: 'category' }], [['1', null, 'F']]);
    expect(await viewsOf(table)).toMatchObject({ numbers: [], points: { shown: 1, features: {} } });
    await expect(viewsOf(table, { filters: { countries: ['Malta'] } })).rejects.toThrow(
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
    const { numbers } = await viewsOf(table);
    expect(numbers[0]).toMatchObject({ count: 3, missing: 1, min: -1e308, max: 1e308, median: 5e-324 });
    expect(numbers[0]!.histogram!.counts.reduce((sum, count) => sum + count)).toBe(3);
  });
});
