import { describe, expect, it } from 'vitest';
import { csvField } from './csv-chunks.ts';
import { orderLinesCsv } from './order-lines-csv.ts';
import { simulateShop } from './simulate-shop.ts';

describe('orderLinesCsv', () => {
  const shop = simulateShop({ customers: 300 });
  const chunks = [...orderLinesCsv(shop)];
  const lines = chunks.join('').trimEnd().split('\n');

  it('starts with the header and has a line for each order line', () => {
    expect(lines[0]).toBe('Order,Product code,Product,Quantity,Time,Unit price,Customer,Country');
    expect(lines.length - 1).toBe(shop.truth.lines);
    expect(lines[1]).toMatch(/^100001,[A-Z]{2}\d+,.+,\d+,2024-01-0\d \d\d:\d\d,\d+\.\d\d,10001,[A-Z][a-z A-Z]+$/);
  });

  it('comes in chunks of about 64 k characters that end with a line', () => {
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.every((chunk) => chunk.endsWith('\n') && chunk.length < 66_000)).toBe(true);
    expect(chunks.slice(0, -1).every((chunk) => chunk.length >= 65_536)).toBe(true);
  });

  it('leaves the customer empty where there is none', () => {
    const withoutCustomer = lines.filter((line) => /,,[A-Z][a-z A-Z]+$/.test(line));
    expect(withoutCustomer.length).toBe(shop.truth.dirt['no-customer']);
  });

  it('quotes names with commas and quotes', () => {
    expect(csvField('Jigsaw, 500 pieces, "Low tide"')).toBe('"Jigsaw, 500 pieces, ""Low tide"""');
    expect(csvField('Salt pig')).toBe('Salt pig');
    expect(lines.some((line) => line.includes('"Card ""Happy birthday, you"""'))).toBe(true);
  });
});
