import { scaleSchema, transformSchema } from '@clientele/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerTable } from '../run/testing/tables.ts';
import { applyPreparation } from './apply-preparation.ts';
import { prepare } from './prepare.ts';

const number = fc.double({ min: -1e6, max: 1e9, noNaN: true, noDefaultInfinity: true });
const rows = fc.array(
  fc.record({
    x: fc.option(number, { nil: null }),
    y: number,
    g: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
  }),
  { minLength: 3, maxLength: 30 },
);
const choices = fc.record({
  transform: fc.constantFrom(...transformSchema.options),
  scale: fc.constantFrom(...scaleSchema.options),
  missing: fc.constant('median' as const),
});
/** Some value in each column, and in y more than rounding between the least and the most: one that is constant is refused. */
const usable = (all: { x: number | null; y: number; g: string | null }[]) => {
  const y = all.map((customer) => customer.y);
  const [least, most] = [Math.min(...y), Math.max(...y)];
  const isVaried = most - least > 1e-3 * (1 + Math.max(Math.abs(least), Math.abs(most)));
  return all.some(({ x }) => x !== null) && all.some(({ g }) => g !== null) && isVaried;
};

describe('prepare and applyPreparation', () => {
  it('a customer of the base is prepared as it was in the base', () => {
    fc.assert(
      fc.property(rows.filter(usable), choices, (customers, how) => {
        const table = customerTable({
          x: customers.map(({ x }) => x ?? Number.NaN),
          y: customers.map(({ y }) => y),
          g: customers.map(({ g }) => g),
        });
        const prepared = prepare(table, how);
        expect(prepared.matrix.every(Number.isFinite)).toBe(true);
        customers.forEach((customer, row) => {
          const applied = applyPreparation(prepared.preparation, customer).row;
          const { columns } = prepared;
          expect(Array.from(applied)).toEqual(Array.from(prepared.matrix.subarray(row * columns, (row + 1) * columns)));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('standardised columns do not depend on unit and origin', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 20 })
          .filter((x) => new Set(x).size > 1),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: -1000, max: 1000 }),
        (x, unit, origin) => {
          const how = { transform: 'none', scale: 'standard', missing: 'median' } as const;
          const one = prepare(customerTable({ x }), how).matrix;
          const other = prepare(customerTable({ x: x.map((value) => value * unit + origin) }), how).matrix;
          one.forEach((value, row) => {
            expect(other[row]).toBeCloseTo(value, 8);
          });
        },
      ),
    );
  });
});
