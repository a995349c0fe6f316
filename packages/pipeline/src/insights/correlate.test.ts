import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate } from './correlate.ts';

const columns = (...values: number[][]) => values.map((column) => Float64Array.from(column));

/** The definitions, pair by pair, with ranks counted one by one. */
function naive(x: number[], y: number[]): { pearson: number | null; spearman: number | null } {
  const both = x.flatMap((value, i) => (Number.isFinite(value) && Number.isFinite(y[i]) ? [[value, y[i]!]] : []));
  const r = (pairs: number[][]): number | null => {
    const mean = (at: number) => pairs.reduce((sum, pair) => sum + pair[at]!, 0) / pairs.length;
    const [mx, my] = [mean(0), mean(1)];
    const sum = (f: (a: number, b: number) => number) => pairs.reduce((s, [a, b]) => s + f(a! - mx, b! - my), 0);
    const size = Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
    return new Set(pairs.map(([a]) => a)).size < 2 || new Set(pairs.map(([, b]) => b)).size < 2
      ? null
      : sum((a, b) => a * b) / size;
  };
  const rank = (at: number) => (pair: number[]) =>
    both.filter((other) => other[at]! < pair[at]!).length +
    (both.filter((other) => other[at] === pair[at]).length + 1) / 2;
  return { pearson: r(both), spearman: r(both.map((pair) => [rank(0)(pair), rank(1)(pair)])) };
}

describe('correlate', () => {
  it('is as worked by hand with ties and a missing value', async () => {
    // Ranks 1, 2.5, 2.5, 4, 5 and 2, 1, 3.5, 3.5, 5: products 7.25, squares 9.5 each.
    const { pearson, spearman } = await correlate(columns([1, 2, 2, 4, 7, 100], [3, 1, 4, 4, 9, Number.NaN]));
    expect(pearson[0]![1]).toBeCloseTo(naive([1, 2, 2, 4, 7], [3, 1, 4, 4, 9]).pearson!, 12);
    expect(spearman[1]![0]).toBeCloseTo(7.25 / 9.5, 12);
    expect([pearson[0]![0], spearman[1]![1]]).toEqual([1, 1]);
  });

  it('has none where a column does not vary, and stands numbers of any size', async () => {
    const { pearson, spearman } = await correlate(
      columns([1, 1, 1], [1e308, -1e308, 0], [-1e308, 1e308, 0], [1, Number.POSITIVE_INFINITY, 2]),
    );
    expect(pearson[0]).toEqual([null, null, null, null]);
    expect([pearson[1]![2], spearman[1]![2]]).toEqual([-1, -1]);
    expect(pearson[1]![3]).toBe(-1);
    expect(await correlate([])).toEqual({ pearson: [], spearman: [] });
  });

  it('agrees with the definitions taken one by one', async () => {
    const cell = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN));
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (found) => {
        const [x, y] = [found.map(([a]) => a), found.map(([, b]) => b)];
        const tables = await correlate(columns(x, y));
        const expected = naive(x, y);
        for (const name of ['pearson', 'spearman'] as const) {
          const wanted = expected[name];
          expect(tables[name][0]![1]).toEqual(wanted === null ? null : expect.closeTo(wanted, 9));
        }
      }),
    );
  });
});
