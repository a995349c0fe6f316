import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditLines } from './audit-lines.ts';
import { orderLinesCsv } from './order-lines-csv.ts';
import { simulateShop } from './simulate-shop.ts';

const options = fc.record({
  seed: fc.integer({ min: 0, max: 4294967295 }),
  customers: fc.integer({ min: 1, max: 120 }),
  days: fc.integer({ min: 30, max: 1400 }),
  from: fc.constantFrom('2024-01-01', '2023-11-17', '1999-02-28'),
});

describe('simulateShop, laws', () => {
  it('tells the truth whatever the seed, size and span', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const shop = simulateShop(chosen);
        const audit = auditLines(shop.orders());
        const { lines, orders, dirt, kept } = shop.truth;
        expect({ lines: audit.lines, orders: audit.orders, dirt: audit.dirt }).toEqual({ lines, orders, dirt });
        expect(audit.kept).toMatchObject(kept);
        expect(kept.customers).toBe(chosen.customers);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('gives the same bytes for the same seed and others for another', () => {
    const bytes = (seed: number): string => [...orderLinesCsv(simulateShop({ seed, customers: 30 }))].join('');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4294967294 }), (seed) => {
        expect(bytes(seed)).toBe(bytes(seed));
        expect(bytes(seed)).not.toBe(bytes(seed + 1));
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it('stays within its days', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const shop = simulateShop(chosen);
        for (const { time } of shop.orders()) {
          if (!/^[1-9]/.test(time)) continue;
          expect(time.slice(0, 10) >= shop.from && time.slice(0, 10) <= shop.to, time).toBe(true);
        }
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});
