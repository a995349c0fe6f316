import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapping } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../sources/open-source.ts';
import { recognise } from './recognise.ts';

const folders = [process.env.CLIENTELE_DATA, join(import.meta.dirname, '../../../../../shared/data')];
const retail = {
  customer: 'CustomerID',
  order: 'InvoiceNo',
  time: 'InvoiceDate',
  quantity: 'Quantity',
  unitPrice: 'UnitPrice',
  product: 'StockCode',
  description: 'Description',
  country: 'Country',
};

/** Real files with the roles that a careful reader gives their columns, and the features offered first. */
const files: [name: string, kind: Mapping['kind'], roles: Mapping['roles'], suggested: string[]][] = [
  ['online_retail.csv.gz', 'orders', retail, []],
  ['online_retail_cp1252_us_dates.csv.gz', 'orders', retail, []],
  [
    'online_retail_II_partial_34k.xlsx',
    'orders',
    { ...retail, customer: 'Customer ID', order: 'Invoice', unitPrice: 'Price' },
    [],
  ],
  [
    'cdnow_sample.txt',
    'orders',
    { customer: 'column_2', time: 'column_3', quantity: 'column_4', amount: 'column_5' },
    [],
  ],
  ['rfm_data_orders.csv', 'orders', { customer: 'customer_id', time: 'order_date', amount: 'revenue' }, []],
  [
    'shopify_orders_sample.csv',
    'orders',
    {
      customer: 'Email',
      order: 'Name',
      time: 'Created at',
      quantity: 'Lineitem quantity',
      amount: 'Total',
      product: 'Lineitem name',
      description: 'Lineitem name',
      status: 'Financial Status',
      currency: 'Currency',
    },
    [],
  ],
  [
    'Mall_Customers.csv',
    'customers',
    { customer: 'CustomerID' },
    ['Age', 'Annual Income (k$)', 'Spending Score (1-100)'],
  ],
  [
    'customer_segmentation_data.csv',
    'customers',
    { customer: 'id' },
    ['age', 'income', 'spending_score', 'membership_years', 'purchase_frequency', 'last_purchase_amount'],
  ],
  [
    'wholesale_customers.csv',
    'customers',
    {},
    ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen'],
  ],
  [
    'marketing_campaign.csv',
    'customers',
    { customer: 'ID' },
    [
      'Year_Birth',
      'Income',
      'Recency',
      'MntWines',
      'MntFruits',
      'MntMeatProducts',
      'MntFishProducts',
      'MntSweetProducts',
      'MntGoldProds',
      'NumDealsPurchases',
      'NumWebPurchases',
      'NumCatalogPurchases',
      'NumStorePurchases',
      'NumWebVisitsMonth',
    ],
  ],
];

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

describe('recognise, on real files', () => {
  it.each(files)('knows %s', async (name, kind, roles, suggested) => {
    const path = folders.map((folder) => join(folder ?? '', name)).find((at) => at !== name && existsSync(at));
    if (path === undefined) return console.log(`skipped: ${name} is not there (set CLIENTELE_DATA)`);
    const source = await openSource(path, { engine, workDir: engine.workDir });
    const found = recognise(source);
    await source.close();
    expect({ kind: found.kind, roles: found.mapping.roles }).toEqual({ kind, roles });
    expect(found.features.filter((feature) => feature.suggested).map((feature) => feature.name)).toEqual(suggested);
  });
});
