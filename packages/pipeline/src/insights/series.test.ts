import { seriesSchema } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataTable } from '../data-table.ts';
import { dateOf, dayNumber } from '../features/calendar.ts';
import { materialise } from '../features/materialise.ts';
import { type MadeLine, makeCustomers, makeOrders, storedNames } from '../features/testing/made-tables.ts';
import { realFile, stageOnlineRetail } from '../features/testing/real-data.ts';
import { type SeriesAsked, series } from './series.ts';

const asked: SeriesAsked = { grain: 'day', measure: 'revenue', rule: 'seasonal', window: 6, deviations: 3 };
const monday = dayNumber('2024-01-01');
const weekdays = [10, 11, 12, 13, 14, 6, 4];

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

/** Ten weeks of two customers; on day 40 a third one buys lamps, on day 50 nothing happens. */
function lines(): MadeLine[] {
  return Array.from({ length: 70 }, (_, day) => {
    const time = `${dateOf(monday + day)} 10:00:00`;
    const amount = (weekdays[day % 7] ?? 0) + ((day * 7) % 5) / 5;
    const usual = [
      {
        customer: 'a',
        order: `a${day}`,
        time,
        quantity: 1,
        amount,
        product: 'p',
        description: 'Cup',
        country: 'France',
      },
      {
        customer: 'b',
        order: `b${day}`,
        time,
        quantity: 1,
        amount: 5,
        product: 'q',
        description: 'Pot',
        country: 'Spain',
      },
    ];
    const lamps = {
      customer: 'c',
      order: 'c1',
      time,
      quantity: 9,
      amount: 90,
      product: 'l',
      description: 'Lamp',
      country: 'Spain',
    };
    if (day === 50) return [];
    return day === 40 ? [...usual, lamps] : usual;
  }).flat();
}

describe('series', () => {
  it('fills, marks and explains', async () => {
    const table = await makeOrders(engine, 'days', lines());
    const found = seriesSchema.parse(await series(engine, table, { filters: {} }, asked));
    expect(found).toMatchObject({ grain: 'day', measure: 'revenue', period: 7 });
    expect(found.steps).toHaveLength(70);
    expect(found.steps[50]).toMatchObject({ start: '2024-02-20', value: 0, isUnusual: true, isFinished: true });
    expect(found.alerts.map(({ start }) => start)).toEqual(['2024-02-20', '2024-02-10']);
    const [nothing, lamps] = found.alerts;
    expect(nothing!.drivers).toEqual([]);
    expect(lamps!.difference).toBe(lamps!.value - lamps!.expected);
    expect(lamps!.money).toBe(lamps!.difference);
    expect(lamps!.difference).toBeGreaterThan(85);
    expect(lamps!.drivers.map(({ kind, name, value, usual }) => [kind, name, value, usual])).toEqual([
      ['country', 'Spain', 95, 5],
      ['customer', 'c', 90, 0],
      ['product', 'Lamp', 90, 0],
    ]);
    for (const { isUnusual, value, low, high } of found.steps)
      if (low !== null && high !== null) expect(isUnusual).toBe(value < low || value > high);
  });

  it('explains orders and average orders in money', async () => {
    const table = await makeOrders(engine, 'measures', lines());
    for (const measure of ['orders', 'customers', 'averageOrderValue'] as const) {
      const { steps, alerts } = await series(engine, table, { filters: {} }, { ...asked, measure });
      expect(steps[0]!.value).toBe(measure === 'averageOrderValue' ? 7.5 : 2);
      expect(alerts.length).toBeGreaterThan(measure === 'averageOrderValue' ? 0 : -1);
      for (const { money, difference } of alerts) expect(Math.sign(money!)).toBe(Math.sign(difference));
    }
  });

  it('obeys the filters', async () => {
    const table = await makeOrders(engine, 'filtered', lines());
    const spain = await series(engine, table, { filters: { countries: ['Spain'] } }, asked);
    expect(spain.steps[0]!.value).toBe(5);
    const window = await series(
      engine,
      table,
      { filters: { from: '2024-01-03', to: '2024-01-30' } },
      { ...asked, grain: 'week' },
    );
    expect(window.steps.map(({ start, isFinished }) => [start, isFinished])).toEqual([
      ['2024-01-01', false],
      ['2024-01-08', true],
      ['2024-01-15', true],
      ['2024-01-22', true],
      ['2024-01-29', false],
    ]);
    const months = await series(engine, table, { filters: {} }, { ...asked, grain: 'month' });
    expect(months.steps.map(({ isFinished }) => isFinished)).toEqual([true, true, false]);
    const nobody = await series(engine, table, { filters: { countries: ['Malta'] } }, asked);
    expect(nobody.steps).toEqual([]);
  });

  it('reads stored visits to the same end', async () => {
    const table = await makeOrders(engine, 'lines_of_visits', lines());
    const materialised = await materialise(engine, table, storedNames('stored'));
    for (const filters of [{}, { countries: ['Spain'] }, { customer: 'c' }, { from: '2024-01-10', to: '2024-03-01' }])
      for (const grain of ['day', 'week', 'month'] as const)
        expect(await series(engine, table, { filters, materialised: materialised! }, { ...asked, grain })).toEqual(
          await series(engine, table, { filters }, { ...asked, grain }),
        );
  });

  it('raises no alarm for a last day that may not be over', async () => {
    const short = lines().map((line) => (line.time!.startsWith('2024-03-10') ? { ...line, amount: 0.01 } : line));
    const table = await makeOrders(engine, 'last', short);
    const { steps } = await series(engine, table, { filters: {} }, asked);
    expect(steps.at(-1)).toMatchObject({ start: '2024-03-10', isUnusual: false, low: 0.02 });
  });

  it('has nothing for customers, for no time, for one line; hostile names pass', async () => {
    const customers = await makeCustomers(engine, 'people', [{ name: 'age', type: 'number' }], [['1', 'France', 30]]);
    expect((await series(engine, customers, { filters: {} }, asked)).steps).toEqual([]);
    const timeless = await makeOrders(engine, 'timeless', [{ customer: 'a', order: '1', time: null, amount: 1 }]);
    expect((await series(engine, timeless, { filters: {} }, asked)).steps).toEqual([]);
    const hostile = `x', ';--"`;
    const bad = lines().map((line) =>
      line.customer === 'c' ? { ...line, customer: hostile, description: hostile } : line,
    );
    const table = await makeOrders(engine, 'hostile', bad);
    const { alerts } = await series(engine, table, { filters: {} }, asked);
    expect(alerts.at(-1)!.drivers.filter(({ name }) => name === hostile)).toHaveLength(2);
  });

  it('finds the wholesale order planted in the sample shop', async () => {
    const shop = simulateShop({ seed: 1, customers: 600 });
    const made = [...shop.orders()].flatMap((line): MadeLine[] =>
      line.customer === null || line.order.startsWith('C') || !/^20\d\d-\d\d-\d\d /.test(line.time)
        ? []
        : [{ ...line, time: line.time, amount: Math.round(100 * line.quantity * line.unitPrice) / 100 }],
    );
    const table = await makeOrders(engine, 'shop', made);
    const { anomaly } = shop.truth;
    for (const grain of ['day', 'week', 'month'] as const) {
      const { alerts } = await series(engine, table, { filters: {} }, { ...asked, grain });
      const strongest = [...alerts].sort((a, b) => b.difference - a.difference)[0]!;
      expect(strongest.drivers.find(({ kind }) => kind === 'customer')).toMatchObject({ name: anomaly.customer });
      if (grain === 'month') expect(strongest.start.slice(0, 7)).toBe(anomaly.month);
    }
  });
});

// Expected figures: UCI Online Retail (CC BY 4.0), months as published; customers 16446 and 12346 are the known single large orders.
const path = realFile('online_retail.csv.gz');

describe.skipIf(path === null)('series of Online Retail', () => {
  let table: DataTable;
  beforeAll(async () => {
    table = await stageOnlineRetail(engine, path!, 'retail');
  });

  it('names the large orders', async () => {
    const { steps, alerts } = await series(engine, table, { filters: {} }, asked);
    expect(steps).toHaveLength(374);
    const driver = (start: string, kind: string) =>
      alerts.find((alert) => alert.start === start)?.drivers.find((each) => each.kind === kind);
    expect(driver('2011-12-09', 'customer')).toMatchObject({ name: '16446', value: 168_469.6, usual: 0 });
    expect(driver('2011-12-09', 'product')).toMatchObject({ name: 'PAPER CRAFT , LITTLE BIRDIE', value: 168_469.6 });
    expect(driver('2011-01-18', 'customer')).toMatchObject({ name: '12346', value: 77_183.6 });
    expect(alerts.filter(({ difference }) => difference > 0).map(({ start }) => start)).toEqual([
      '2011-12-09',
      '2011-09-20',
      '2011-06-10',
      '2011-01-18',
      '2011-01-11',
    ]);
    // The others are days of Christmas and bank holidays, without orders or nearly so.
    expect(alerts.filter(({ difference }) => difference < 0).every(({ value }) => value < 6000)).toBe(true);
  });

  it('says of months what the monthly figure says', async () => {
    const { steps, alerts, period } = await series(engine, table, { filters: {} }, { ...asked, grain: 'month' });
    expect(period).toBeNull();
    expect(alerts.map(({ start }) => start)).toEqual(['2011-11-01', '2011-10-01', '2011-09-01']);
    expect(alerts[0]).toMatchObject({ value: 1_161_817.38 });
    expect(Math.round(alerts[0]!.difference / 1000)).toBe(539);
    expect(steps.at(-1)).toMatchObject({ isFinished: false, expected: null, isUnusual: false });
  });
});
