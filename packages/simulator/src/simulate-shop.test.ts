import { isClienteleError } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { auditLines } from './audit-lines.ts';
import { products } from './products.ts';
import { sampleShopName, simulateShop } from './simulate-shop.ts';

const shop = simulateShop();
const lines = [...shop.orders()];

describe('simulateShop', () => {
  it('tells the truth about its lines, rule by rule', () => {
    const audit = auditLines(lines);
    const { lines: count, orders, dirt, kept } = shop.truth;
    expect({ lines: audit.lines, orders: audit.orders, dirt: audit.dirt }).toEqual({ lines: count, orders, dirt });
    expect(audit.kept).toMatchObject(kept);
    for (const rule of [
      'no-customer',
      'unreadable-time',
      'cancellation',
      'price',
      'administrative',
      'duplicate',
    ] as const)
      expect(dirt[rule], rule).toBeGreaterThan(20);
  });

  it('has the size, the name and the span of the sample shop', () => {
    expect(shop.name).toBe(sampleShopName);
    expect(shop.truth.lines).toBeGreaterThan(40_000);
    expect(shop.truth.lines).toBeLessThan(60_000);
    expect([shop.from, shop.to]).toEqual(['2024-01-01', '2025-12-30']);
    expect(lines.at(0)?.time.slice(0, 10)).toBe(shop.from);
    expect(lines.at(-1)?.time.slice(0, 10)).toBe(shop.to);
  });

  it('gives its lines in time order and its orders in number order', () => {
    const times = lines.map(({ time }) => time).filter((time) => time.startsWith('20'));
    expect(times).toEqual([...times].sort());
    const numbers = lines.map(({ order }) => Number(order.replace('C', '')));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it('lists every customer of the lines once, with country and group', () => {
    const known = new Map(shop.customers.map((customer) => [customer.id, customer]));
    expect(known.size).toBe(3000);
    expect(new Set(lines.map(({ customer }) => customer))).toEqual(new Set([...known.keys(), null]));
    for (const { customer, country } of lines) if (customer) expect(known.get(customer)?.country).toBe(country);
    const sizes = shop.truth.groups.map(({ id }) => shop.customers.filter(({ group }) => group === id).length);
    expect(sizes).toEqual(shop.truth.groups.map(({ customers }) => customers));
    expect(sizes).toEqual([660, 270, 540, 630, 900]);
  });

  it('makes one month stand out by one order', () => {
    const { anomaly } = shop.truth;
    const order = lines.filter((line) => line.order === anomaly.order);
    expect(order.every(({ time, customer }) => time.startsWith(anomaly.month) && customer === anomaly.customer)).toBe(
      true,
    );
    expect(order.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)).toBeCloseTo(
      anomaly.revenue,
      6,
    );
    const month = lines.filter(({ time }) => time.startsWith(anomaly.month));
    const revenue = month.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
    expect(anomaly.revenue / revenue).toBeGreaterThan(0.3);
  });

  it('sells Christmas things before Christmas', () => {
    const codes = new Set(products.filter(({ category }) => category === 'christmas').map(({ code }) => code));
    const sold = lines.filter(({ product }) => codes.has(product));
    const festive = sold.filter(({ time }) => Number(time.slice(5, 7)) >= 10);
    expect(festive.length / sold.length).toBeGreaterThan(0.8);
  });

  it('can be walked twice at once', () => {
    const small = simulateShop({ customers: 40 });
    const alone = [...small.orders()];
    const other = small.orders();
    const paired = [...small.orders()].map((line) => [line, other.next().value]);
    expect(paired).toEqual(alone.map((line) => [line, line]));
  });

  it.each([
    [{ seed: -1 }, /seed = -1; give a whole number from 0 to 4294967295/],
    [{ customers: 0 }, /customers = 0/],
    [{ customers: 2.5 }, /customers = 2.5/],
    [{ days: 5 }, /days = 5; give a whole number from 30 to 1400/],
    [{ from: '2024-02-30' }, /"2024-02-30", which is not a calendar date/],
    [{ from: 'yesterday' }, /not a calendar date/],
  ])('refuses %o', (options, message) => {
    const refusal = (): unknown => simulateShop(options);
    expect(refusal).toThrow(message);
    expect(refusal).toThrow(expect.toSatisfy((error: unknown) => isClienteleError(error) && error.code === 'usage'));
  });
});

describe('products', () => {
  it('have distinct codes and names and whole prices', () => {
    expect(products.length).toBeGreaterThanOrEqual(130);
    expect(new Set(products.map(({ code }) => code)).size).toBe(products.length);
    expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
    expect(products.every(({ pence }) => Number.isInteger(pence) && pence > 0)).toBe(true);
    expect(products.some(({ name }) => name.includes('"') && name.includes(','))).toBe(true);
  });
});
