import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateCustomers } from './simulate-customers.ts';

describe('simulateCustomers', () => {
  it('writes in the CSV what it holds in the arrays', () => {
    const table = simulateCustomers({ rows: 5000 });
    const [header, ...rows] = [...table.csv()].join('').trimEnd().split('\n');
    expect(header).toBe('Customer ID,Age,Annual income,Spending score,Membership');
    expect(rows.length).toBe(5000);
    for (const [i, row] of rows.entries()) {
      const [id, age, income, score, membership] = row.split(',');
      expect([Number(id), Number(age), Number(income), Number(score)]).toEqual([
        i + 1,
        ...table.values.slice(i * 3, i * 3 + 3),
      ]);
      expect(membership).toBe(table.category.values[table.category.codes[i]!]);
    }
  });

  it('plants groups that the nearest centre finds', () => {
    for (const groups of [2, 5, 8]) {
      const { values, labels, centers } = simulateCustomers({ rows: 3000, groups, columns: 4, seed: groups });
      const ranges = [60, 128_000, 99, 20];
      const right = labels.filter((label, row) => {
        const distances = Array.from({ length: groups }, (_, g) =>
          ranges.reduce((sum, range, c) => sum + ((values[row * 4 + c]! - centers[g * 4 + c]!) / range) ** 2, 0),
        );
        return distances.indexOf(Math.min(...distances)) === label;
      });
      expect(right.length / labels.length, `${groups} groups`).toBeGreaterThan(0.97);
      expect(new Set(labels).size).toBe(groups);
    }
  });

  it('gives the same bytes for the same options and others for another seed', () => {
    const text = (seed: number, groups: number, columns: number): string =>
      [...simulateCustomers({ seed, rows: 50, groups, columns }).csv()].join('');
    const whole = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(whole(0, 4294967294), whole(1, 10), whole(1, 8), (seed, groups, columns) => {
        expect(text(seed, groups, columns)).toBe(text(seed, groups, columns));
        expect(text(seed, groups, columns)).not.toBe(text(seed + 1, groups, columns));
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('refuses options out of range', () => {
    expect(() => simulateCustomers({ columns: 9 })).toThrow(/columns = 9; give a whole number from 1 to 8/);
    expect(() => simulateCustomers({ rows: 0 })).toThrow(/rows = 0/);
  });
});
