import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLabels } from './compare-labels.ts';
import { expectedMutualInformation } from './expected-information.ts';

const pairs = fc
  .array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 3 })), { minLength: 2, maxLength: 12 })
  .map((rows) => ({ a: Int32Array.from(rows, ([a]) => a), b: Int32Array.from(rows, ([, b]) => b) }));

describe('laws of agreement', () => {
  it('counts what counting every pair counts', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const naive = [
          [0, 0],
          [0, 0],
        ];
        for (let i = 0; i < a.length; i++) {
          for (let j = 0; j < a.length; j++) if (i !== j) naive[Number(a[i] === a[j])][Number(b[i] === b[j])]++;
        }
        const found = compareLabels(a, b);
        expect(found.pairConfusion).toEqual(naive);
        const [[apart, onlyB], [onlyA, together]] = naive;
        expect(found.rand).toBeCloseTo((apart + together) / (apart + onlyA + onlyB + together), 12);
        if (together + onlyA + onlyB > 0) {
          expect(found.pairJaccard).toBeCloseTo(together / (together + onlyA + onlyB), 12);
        }
      }),
    );
  });

  it('expects of chance the mean over every order of the rows', () => {
    const few = pairs.map(({ a, b }) => ({ a: a.slice(0, 6), b: b.slice(0, 6) }));
    fc.assert(
      fc.property(few, ({ a, b }) => {
        let sum = 0;
        let rand = 0;
        const orders = permutations(Array.from(b));
        for (const order of orders) {
          const found = compareLabels(a, Int32Array.from(order));
          sum += found.mutualInformation;
          rand += found.adjustedRand;
        }
        expect(expectedMutualInformation(a, b)).toBeCloseTo(sum / orders.length, 12);
        // Chance is 0 but where the sizes leave no choice.
        if (orders.some((order) => compareLabels(a, Int32Array.from(order)).adjustedRand !== 1)) {
          expect(rand / orders.length).toBeCloseTo(0, 12);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is symmetric, free of names and of the order of rows, and 1 for itself', () => {
    const names = [3, 1, 0, 2, 4];
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        const found = measures(compareLabels(a, b));
        const back = compareLabels(b, a);
        expect(measures({ ...back, homogeneity: back.completeness, completeness: back.homogeneity })).toEqual(
          found.map((value) => expect.closeTo(value, 12)),
        );
        const named = a.map((label) => names[label] ?? -1);
        expect(measures(compareLabels(named, b))).toEqual(found.map((value) => expect.closeTo(value, 12)));
        expect(measures(compareLabels(a.slice().reverse(), b.slice().reverse()))).toEqual(found);
        expect(measures(compareLabels(a, a))).toEqual(found.map(() => 1));
        for (const value of found) expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('matches as well as the best of all matchings', () => {
    fc.assert(
      fc.property(pairs, ({ a, b }) => {
        let best = 0;
        for (const order of permutations([0, 1, 2, 3, 4])) {
          best = Math.max(best, a.filter((label, i) => label >= 0 && b[i] >= 0 && order[label] === b[i]).length);
        }
        const { matching } = compareLabels(a, b);
        expect(matching.overlap * a.length).toBeCloseTo(best, 9);
        expect(new Set(matching.pairs.map((pair) => pair.b)).size).toBe(matching.pairs.length);
      }),
    );
  });
});

function measures(found: ReturnType<typeof compareLabels>): number[] {
  return [
    found.rand,
    found.adjustedRand,
    found.fowlkesMallows,
    found.pairJaccard,
    found.normalizedMutualInformation,
    found.adjustedMutualInformation,
    found.homogeneity,
    found.completeness,
  ];
}

function permutations<T>(values: T[]): T[][] {
  if (values.length < 2) return [values];
  return values.flatMap((value, i) => permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));
}
