import { writeFile } from 'node:fs/promises';
import { orderLinesCsv, type Shop, type ShopOptions, simulateCustomers, simulateShop } from '@clientele/simulator';

/** Writes the order lines of a made-up shop as CSV and tells the truth about them. */
export async function writeShop(path: string, options: ShopOptions = {}): Promise<Shop> {
  const shop = simulateShop({ customers: 400, days: 365, ...options });
  await writeFile(path, [...orderLinesCsv(shop)].join(''));
  return shop;
}

/** Writes a made-up table of customers as CSV. */
export async function writeCustomers(path: string, rows = 300): Promise<void> {
  await writeFile(path, [...simulateCustomers({ rows, seed: 1 }).csv()].join(''));
}
