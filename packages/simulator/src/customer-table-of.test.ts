import { describe, expect, it } from 'vitest';
import { customerTableOf } from './customer-table-of.ts';
import { simulateShop } from './simulate-shop.ts';

const shop = simulateShop({ customers: 2000, days: 400, seed: 5 });

describe('customerTableOf', () => {
  it('has a row for each customer of the shop, by the ids of its lines', () => {
    const { rows, listed, csv } = customerTableOf(shop);
    expect(rows.map(({ id }) => id)).toEqual(shop.customers.map(({ id }) => id));
    expect(listed).toBe(2000);
    const lines = [...csv()].join('').trimEnd().split('\n');
    expect(lines[0]).toBe('Customer,Age,Annual income,Channel,Newsletter');
    expect(lines).toHaveLength(2001);
    const { id, age, income, channel, newsletter } = rows[7]!;
    expect(lines[8]).toBe([id, age, income, channel, newsletter ? 'yes' : 'no'].join(','));
  });

  it('leans with the planted groups', () => {
    const { rows } = customerTableOf(shop);
    const mean = (group: string) => {
      const ages = rows.filter((_, i) => shop.customers[i]!.group === group).map(({ age }) => age);
      return ages.reduce((sum, age) => sum + age, 0) / ages.length;
    };
    expect(mean('newcomers')).toBeCloseTo(29, -1);
    expect(mean('big-spenders') - mean('newcomers')).toBeGreaterThan(20);
  });

  it('leaves some out and adds strangers; everybody else stays the same', () => {
    const all = new Map(customerTableOf(shop).rows.map((row) => [row.id, row]));
    const { rows, listed } = customerTableOf(shop, { listed: 0.9, strangers: 30 });
    expect(listed / 2000).toBeCloseTo(0.9, 1);
    expect(rows).toHaveLength(listed + 30);
    for (const row of rows.slice(0, listed)) expect(row).toEqual(all.get(row.id));
    expect(rows.slice(listed).every(({ id }) => !all.has(id))).toBe(true);
    expect(customerTableOf(shop, { listed: 0.9, strangers: 30 }).rows).toEqual(rows);
  });

  it('refuses options out of range', () => {
    expect(() => customerTableOf(shop, { listed: 2 })).toThrow(/listed = 2/);
    expect(() => customerTableOf(shop, { strangers: 0.5 })).toThrow(/strangers = 0.5/);
  });
});
