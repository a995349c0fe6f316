import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  type DatasetKind,
  defaultRules,
  type FeatureInfo,
  type OrderFeatureId,
  orderFeatures,
  type Recipe,
  type RecipeInput,
  recipeInputSchema,
} from '@clientele/contracts';
import type { FeatureTable } from '../../features/feature-table.ts';
import { makeRecipe } from '../make-recipe.ts';

/** A table of customers from columns of numbers (NaN: missing) or categories, for tests. */
export function customerTable(columns: Record<string, readonly number[] | readonly (string | null)[]>): FeatureTable {
  const ids = Object.keys(columns);
  const isNumeric = (id: string) => (columns[id] ?? []).every((value) => typeof value === 'number');
  const rows = columns[ids[0] ?? '']?.length ?? 0;
  const pick = <T>(wanted: string[], make: (id: string) => T) => Object.fromEntries(wanted.map((id) => [id, make(id)]));
  return {
    ids: Array.from({ length: rows }, (_, row) => `c${row + 1}`),
    features: ids.map((id): FeatureInfo => {
      const unit = isNumeric(id) ? 'number' : 'category';
      return { id, label: id, unit, meaning: '', suggested: true, values: [] };
    }),
    numbers: pick(ids.filter(isNumeric), (id) => Float64Array.from(columns[id] as number[])),
    categories: pick(
      ids.filter((id) => !isNumeric(id)),
      (id) => [...(columns[id] as (string | null)[])],
    ),
    revenue: null,
    countries: Array.from({ length: rows }, () => null),
    asOf: null,
  };
}

/** A shop's customers from order features; revenue is the monetary value. */
export function orderTable(columns: Partial<Record<OrderFeatureId, readonly number[]>>, ids?: string[]): FeatureTable {
  const table = customerTable(columns as Record<string, readonly number[]>);
  return {
    ...table,
    ids: ids ?? table.ids,
    features: table.features.map((feature) => {
      const { label, unit, meaning } = orderFeatures[feature.id as OrderFeatureId];
      return { ...feature, label, unit, meaning };
    }),
    revenue: Float64Array.from(columns.monetary ?? []),
    asOf: '2011-12-10T12:50:00',
  };
}

export function testRecipe(input: Partial<RecipeInput> = {}, kind: DatasetKind = 'customers'): Recipe {
  const mapping = {
    kind,
    roles: {},
    dateOrder: 'ymd',
    decimal: 'point',
    currency: kind === 'orders' ? 'GBP' : null,
  } as const;
  return makeRecipe(recipeInputSchema.parse(input), { name: 'test.csv', mapping, rules: defaultRules });
}

/** Three clouds of `size` customers on a line at 0, 100 and 200, without chance. */
export function threeClouds(size: number): FeatureTable {
  const values = [0, 100, 200].flatMap((middle) => Array.from({ length: size }, (_, i) => middle + ((i * 7) % 11)));
  return customerTable({ x: values, y: values.map((value, i) => value / 2 + (i % 3)) });
}

/** The path of a file of real data, or null, with the reason printed, where it is not there. */
export function realData(name: string): string | null {
  const folders = [
    process.env.CLIENTELE_DATA,
    fileURLToPath(new URL('../../../../../../shared/data', import.meta.url)),
  ];
  const found = folders.flatMap((folder) => (folder ? [join(folder, name)] : [])).find((path) => existsSync(path));
  if (found === undefined) console.info(`skipped: ${name} is neither in $CLIENTELE_DATA nor in ../shared/data`);
  return found ?? null;
}

/** Mall_Customers.csv as a table of customers. */
export function mallTable(path: string, features: readonly string[]): FeatureTable {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const at = (name: string) => head.split(',').indexOf(name);
  const column = (name: string) => lines.map((line) => line.split(',')[at(name)] ?? '');
  return customerTable(
    Object.fromEntries(features.map((id) => [id, id === 'Gender' ? column(id) : column(id).map(Number)])),
  );
}

const line = /^([^,]*),[^,]*,(?:"(?:[^"]|"")*"|[^,]*),(-?\d+),([^,]+),([^,]+),([^,]*),/;

/** Recency, frequency and monetary of online_retail.csv.gz, cleaned by the default rules, as of the last order plus one day. */
export function onlineRetailTable(path: string): FeatureTable {
  const customers = new Map<string, { last: number; orders: Set<string>; revenue: number }>();
  let end = 0;
  for (const text of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    const [, invoice = '', quantity, time = '', price, id = ''] = line.exec(text) ?? [];
    if (id === '' || !/\d/.test(id) || invoice.startsWith('C') || Number(price) <= 0 || Number(quantity) <= 0) continue;
    const customer = customers.get(id) ?? { last: 0, orders: new Set<string>(), revenue: 0 };
    const moment = Date.parse(`${time.replace(' ', 'T')}Z`);
    customer.last = Math.max(customer.last, moment);
    customer.orders.add(invoice);
    customer.revenue += Number(quantity) * Number(price);
    customers.set(id, customer);
    end = Math.max(end, moment);
  }
  const dayMs = 86_400_000;
  const sorted = [...customers].sort(([a], [b]) => (a < b ? -1 : 1));
  const of = (value: (customer: { last: number; orders: Set<string>; revenue: number }) => number) =>
    sorted.map(([, customer]) => value(customer));
  return orderTable(
    {
      recency: of(({ last }) => Math.floor((end + dayMs - last) / dayMs)),
      frequency: of(({ orders }) => orders.size),
      monetary: of(({ revenue }) => Math.round(revenue * 1e6) / 1e6),
    },
    sorted.map(([id]) => id),
  );
}

/** Recency (days), frequency and monetary of rfm_data_orders.csv as of 2006-12-31. */
export function rfmOrdersTable(path: string): FeatureTable {
  const customers = new Map<string, { last: number; orders: number; revenue: number }>();
  for (const text of readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [id = '', date = '', revenue] = text.split(',');
    const customer = customers.get(id) ?? { last: 0, orders: 0, revenue: 0 };
    customer.last = Math.max(customer.last, Date.parse(date));
    customer.orders += 1;
    customer.revenue += Number(revenue);
    customers.set(id, customer);
  }
  const all = [...customers.values()];
  return orderTable(
    {
      recency: all.map(({ last }) => (Date.parse('2006-12-31') - last) / 86_400_000),
      frequency: all.map(({ orders }) => orders),
      monetary: all.map(({ revenue }) => revenue),
    },
    [...customers.keys()],
  );
}
