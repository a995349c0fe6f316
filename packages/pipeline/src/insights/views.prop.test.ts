import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRules, type Filters, type Views } from '@clientele/contracts';
import type { Engine, Row } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { orderLinesCsv, simulateShop } from '@clientele/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleBit } from '../cleaning/kept-condition.ts';
import type { DataTable } from '../data-table.ts';
import { materialise } from '../features/materialise.ts';
import type { Materialised } from '../features/materialised.ts';
import { storedNames } from '../features/testing/made-tables.ts';
import { batchViewNames } from './views/view-table.ts';
import { views } from './views.ts';

let engine: Engine;
let table: DataTable;
let materialised: Materialised;
const members = { table: 'segments of the shop' };

beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  const folder = await mkdtemp(join(tmpdir(), 'clientele-views-'));
  const path = join(folder, 'shop.csv');
  await writeFile(path, orderLinesCsv(simulateShop({ customers: 300 })));
  await engine.run(
    `create table lines as select *,
       cast((case when customer is null then ${ruleBit('no-customer')} else 0 end)
         | (case when time is null then ${ruleBit('unreadable-time')} else 0 end)
         | (case when amount is null then ${ruleBit('unreadable-number')} else 0 end)
         | (case when quantity <= 0 then ${ruleBit('quantity')} else 0 end) as usmallint) as flags
     from (select nullif("Customer", '') as customer, "Order" as order_id, try_cast("Time" as timestamp) as time,
       try_cast("Quantity" as decimal(18,6)) as quantity,
       try_cast(try_cast("Quantity" as decimal(18,6)) * try_cast("Unit price" as decimal(12,6)) as decimal(18,6)) as amount,
       "Product code" as product, "Product" as description, "Country" as country
     from read_csv($1, header = true, all_varchar = true))`,
    [path],
  );
  await rm(folder, { recursive: true });
  const roles = { customer: 'Customer', order: 'Order', time: 'Time', quantity: 'Quantity', country: 'Country' };
  table = {
    kind: 'orders',
    table: 'lines',
    mapping: { kind: 'orders', roles, dateOrder: 'ymd', decimal: 'point', currency: 'GBP' },
    columns: [],
    rules: { ...defaultRules, 'no-customer': false },
  };
  await engine.run(
    `create table "segments of the shop" as select customer, nullif(cast(hash(customer) % 4 as integer), 3) as segment
     from lines where customer is not null and hash(customer) % 5 > 0 group by customer`,
  );
  materialised = (await materialise(engine, table, storedNames('made')))!;
});
afterAll(() => engine.close());

const someFilters: Filters[] = [
  {},
  { from: '2024-03-10', to: '2024-12-31' },
  { to: '2024-06-15' },
  { from: '2024-11-02' },
  { countries: ['Germany'] },
  { countries: ['Germany', 'France', 'nowhere'], from: '2024-02-05', to: '2025-01-20' },
  { segments: [0, 2], to: '2025-03-31' },
  { segments: [-1] },
  { segments: [-1, 1], countries: ['United Kingdom'], from: '2024-05-01' },
  { customer: '10017' },
];

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** The lines under the filters, written apart from the product's own conditions. */
function linesUnder({ from, to, countries, segments, customer }: Filters): string {
  const conditions = ['(flags & (2 | 4 | 8 | 32 | 64)) = 0'];
  if (from) conditions.push(`strftime(time, '%Y-%m-%d') >= ${text(from)}`);
  if (to) conditions.push(`strftime(time, '%Y-%m-%d') <= ${text(to)}`);
  if (countries) conditions.push(`country in (${countries.map(text).join(', ')})`);
  if (customer) conditions.push(`customer = ${text(customer)}`);
  if (segments) conditions.push(`customer is not null and coalesce(segment, -1) in (${segments.join(', ')})`);
  return `(select * replace (coalesce(segment, -1) as segment) from lines left join "segments of the shop" using (customer)
    where ${conditions.join(' and ')})`;
}

const cents = (value: unknown) => Math.round(Number(value) * 100);
const month = "strftime(time, '%Y-%m')";

describe.each([true, false])('views of the simulated shop, stored %s', (isStored) => {
  it.each(someFilters)('are what plain SQL over the lines says, under %j', async (filters) => {
    const source = linesUnder(filters);
    const sql = (query: string): Promise<Row[]> => engine.rows(query.replaceAll('LINES', source));
    const scope = { filters, members, ...(isStored && { materialised }) };
    const found = (await views(engine, table, { ...scope, names: batchViewNames, options: { top: 7 } }))
      .views as Required<Views>;

    const [all] =
      await sql(`select count(distinct customer) as customers, count(distinct order_id) as orders, sum(amount) as revenue,
      sum(amount) filter (where customer is not null) / count(distinct customer) as monetary from LINES`);
    expect([found.kpis.customers, found.kpis.orders]).toEqual([all?.customers, all?.orders]);
    expect([cents(found.kpis.revenue), cents(found.kpis.monetary)]).toEqual([
      cents(all?.revenue),
      cents(all?.monetary),
    ]);

    const customers =
      await sql(`select customer as id, count(distinct order_id) as orders, sum(amount) as revenue, max(segment) as segment
      from LINES where customer is not null group by 1 order by revenue desc, id`);
    expect(
      found.topCustomers.map(({ id, orders, revenue, segment }) => [id, orders, cents(revenue), segment ?? -1]),
    ).toEqual(customers.slice(0, 7).map((row) => [row.id, row.orders, cents(row.revenue), row.segment]));
    expect(found.kpis.oneTimeCustomers).toBe(customers.filter(({ orders }) => orders === 1).length);
    const totals = (rows: readonly Row[]) => [
      rows.length,
      rows.reduce((sum, row) => sum + Number(row.orders), 0),
      rows.reduce((sum, row) => sum + cents(row.revenue), 0),
    ];
    for (const total of found.segmentTotals)
      expect([total.customers, total.orders, cents(total.revenue)], `segment ${total.id}`).toEqual(
        totals(customers.filter(({ segment }) => segment === total.id)),
      );
    expect(found.segmentTotals.reduce((sum, one) => sum + one.customers, 0)).toBe(customers.length);
    for (const entry of found.orderCounts) {
      const own = customers.filter(({ orders }) => Math.min(Number(orders), 100) === entry.orders);
      expect([entry.customers, cents(entry.revenue)]).toEqual([own.length, totals(own)[2]]);
    }
    expect(found.points.total).toBe(customers.length);
    const places = new Map(customers.map((row) => [row.id, row]));
    found.points.ids.forEach((id, i) => {
      const own = places.get(id);
      expect([found.points.segments[i], cents(found.points.features.monetary![i])]).toEqual([
        own?.segment,
        cents(own?.revenue),
      ]);
    });

    const whole = linesUnder({ ...filters, from: undefined, to: undefined });
    const months =
      await sql(`select ${month} as month, count(distinct l.customer) as customers, count(distinct order_id) as orders,
        sum(amount) as revenue, count(distinct l.customer) filter (where f.month = ${month}) as new_customers,
        coalesce(sum(amount) filter (where f.month = ${month}), 0) as new_revenue,
        coalesce(sum(amount) filter (where l.customer is null), 0) as unknown
      from LINES l left join (select customer, min(${month}) as month from ${whole} group by 1) f using (customer) group by 1 order by 1`);
    const shown = found.months.filter(({ orders }) => orders > 0);
    expect(
      shown.map((one) => [
        one.month,
        one.customers,
        one.orders,
        one.newCustomers,
        ...[one.revenue, one.newRevenue, one.unknownRevenue].map(cents),
      ]),
    ).toEqual(
      months.map((row) => [
        row.month,
        row.customers,
        row.orders,
        row.new_customers,
        ...[row.revenue, row.new_revenue, row.unknown].map(cents),
      ]),
    );

    const countries =
      await sql(`select country as name, count(distinct customer) as customers, count(distinct order_id) as orders,
      sum(amount) as revenue from LINES where country is not null group by 1 order by revenue desc`);
    const plain = (rows: readonly { name?: unknown; customers?: unknown; orders?: unknown; revenue?: unknown }[]) =>
      rows.map((row) => [row.name, row.customers, row.orders, cents(row.revenue)]);
    expect(plain(found.countries)).toEqual(plain(countries));
    const cells = await sql(
      `select country, ${month} as month, sum(amount) as revenue from LINES where country is not null group by 1, 2`,
    );
    expect(found.countryMonths.countries.map(({ name }) => name)).toEqual(countries.map(({ name }) => name));
    const byCell = new Map(cells.map((row) => [`${row.country} ${row.month}`, cents(row.revenue)]));
    for (const { name, revenue } of found.countryMonths.countries)
      expect(revenue.map(cents)).toEqual(found.countryMonths.months.map((one) => byCell.get(`${name} ${one}`) ?? 0));

    const hours =
      await sql(`select isodow(time) - 1 as weekday, hour(time) as hour, count(*) as orders, sum(revenue) as revenue
      from (select min(time) as time, sum(amount) as revenue from LINES where order_id is not null group by order_id) group by 1, 2`);
    for (const row of hours)
      expect([
        found.weekHours.orders[Number(row.weekday)]![Number(row.hour)],
        cents(found.weekHours.revenue[Number(row.weekday)]![Number(row.hour)]),
      ]).toEqual([row.orders, cents(row.revenue)]);
    expect(found.weekHours.orders.flat().reduce((sum, n) => sum + n)).toBe(found.kpis.orders);

    const compared = found.kpiComparison;
    for (const { from, to, kpis } of compared ? [compared.current, compared.before] : []) {
      const [period] = await engine.rows(
        `select count(distinct customer) as customers, count(distinct order_id) as orders, coalesce(sum(amount), 0) as revenue
         from ${linesUnder({ ...filters, from, to })}`,
      );
      expect([kpis.customers, kpis.orders, cents(kpis.revenue)]).toEqual([
        period?.customers,
        period?.orders,
        cents(period?.revenue),
      ]);
    }

    const orders = found.numbers.find(({ feature }) => feature === 'frequency')!;
    const counts = Float64Array.from(customers, (row) => Number(row.orders)).sort();
    expect([orders.count, orders.missing, orders.min, orders.max]).toEqual([
      counts.length,
      0,
      counts[0],
      counts.at(-1),
    ]);
    expect(orders.histogram!.counts.reduce((sum, n) => sum + n)).toBe(counts.length);
    const [low, high] = orders.whiskers!;
    expect(orders.outliers).toBe(counts.filter((n) => n < low || n > high).length);
    const [r] =
      await sql(`select corr(n, revenue) as r from (select count(distinct order_id) as n, sum(amount) as revenue from LINES
      where customer is not null group by customer)`);
    const place = (id: string) => found.correlations.features.findIndex((feature) => feature.id === id);
    const pearson = found.correlations.pearson[place('frequency')]![place('monetary')] ?? null;
    expect(pearson).toEqual(pearson === null ? null : expect.closeTo(Number(r?.r), 9));
  });
});
