import { describe, expect, it } from 'vitest';
import { shapleyValues } from './shapley-values.ts';

/** Every order of 0..n-1. */
function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
  );
}

function naive(n: number, worth: (isIn: readonly boolean[]) => number): number[] {
  const orders = permutations(n);
  return Array.from({ length: n }, (_, player) => {
    const sum = orders.reduce((total, order) => {
      const before = order.slice(0, order.indexOf(player));
      const members = (with_: boolean) =>
        Array.from({ length: n }, (_, i) => before.includes(i) || (with_ && i === player));
      return total + worth(members(true)) - worth(members(false));
    }, 0);
    return sum / orders.length;
  });
}

const table = [3, -1, 4, 1, -5, 9, 2, 6, 5, 3, 5, -8];
const anyWorth = (isIn: readonly boolean[]) => {
  const sum = isIn.reduce((total, is, i) => (is ? total + (table[i] ?? 0) : total), 0);
  return sum + (isIn[0] && isIn[1] ? 10 : 0) + (isIn.filter(Boolean).length > 2 ? 7 : 0);
};
const pairWorth = (isIn: readonly boolean[]) => anyWorth(isIn) - (isIn.filter(Boolean).length > 2 ? 7 : 0);

describe('shapleyValues', () => {
  it('are the mean over all orders, up to three players', () => {
    expect(shapleyValues(0, anyWorth)).toEqual([]);
    for (const n of [1, 2, 3]) {
      naive(n, anyWorth).forEach((value, i) => {
        expect(shapleyValues(n, anyWorth)[i]).toBeCloseTo(value, 12);
      });
    }
  });

  it('are so above three where at most pairs act together', () => {
    naive(5, pairWorth).forEach((value, i) => {
      expect(shapleyValues(5, pairWorth)[i]).toBeCloseTo(value, 12);
    });
  });

  it.each([4, 8, 9, 12])('of %i players add up to what all are worth', (n) => {
    const all = new Array<boolean>(n).fill(true);
    const none = all.map(() => false);
    const sum = shapleyValues(n, anyWorth).reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(anyWorth(all) - anyWorth(none), 10);
  });
});
