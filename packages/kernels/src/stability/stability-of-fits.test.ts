import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawResample, resampleSize } from './resample.ts';
import { stabilityGrade } from './stability-grade.ts';
import { type StabilityInput, stabilityOfFits } from './stability-of-fits.ts';

/** The definition, with sets. */
function naive({ labels, clusters, fits }: StabilityInput): { jaccard: number[]; plain: number[] } {
  const rowsOf = (rowOf: Int32Array, own: ArrayLike<number>, label: number): number[] =>
    Array.from(rowOf).filter((_, i) => own[i] === label);
  const share = (a: number[], b: number[]): number => {
    const both = a.filter((row) => b.includes(row)).length;
    return both / (a.length + b.length - both);
  };
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const byChance = (a: number, b: number, rows: number): number => {
    const [p, q] = [a / rows, b / rows];
    return p * q === 0 ? 0 : (p * q) / (p + q - p * q);
  };
  const corrected = (value: number, chance: number): number =>
    chance > 1 - 1e-12 ? 1 : Math.max(0, (value - chance) / (1 - chance));
  const found = fits.map((fit) => [0, 1, 2, 3].map((label) => rowsOf(fit.rowOf, fit.labels, label)));
  const own = (c: number) =>
    fits.map(({ rowOf }) =>
      rowsOf(
        rowOf,
        Array.from(rowOf, (row) => labels[row]),
        c,
      ),
    );
  const each = Array.from({ length: clusters }, (_, c) => {
    const best: number[] = [];
    const bestByChance: number[] = [];
    const matches = own(c).map((rows, f) => {
      if (rows.length === 0) return null;
      const all = found[f].map((other) => share(rows, other));
      const most = Math.max(...all);
      const match = most > 0 ? found[f][all.indexOf(most)] : [];
      best.push(most);
      bestByChance.push(byChance(rows.length, match.length, fits[f].rowOf.length));
      return match;
    });
    const jaccards: number[] = [];
    const expected: number[] = [];
    for (let b = 1; b < fits.length; b++) {
      for (let a = 0; a < b; a++) {
        const drawn = Array.from(fits[a].rowOf).filter((row) => fits[b].rowOf.includes(row));
        const [one, other] = [matches[a], matches[b]].map((set) => set?.filter((row) => drawn.includes(row)));
        if (one === undefined || other === undefined || one.length + other.length === 0) continue;
        jaccards.push(share(one, other));
        expected.push(byChance(one.length, other.length, drawn.length));
      }
    }
    const jaccard = Math.min(corrected(mean(jaccards), mean(expected)), corrected(mean(best), mean(bestByChance)));
    return { jaccard, plain: mean(best) };
  });
  return { jaccard: each.map(({ jaccard }) => jaccard), plain: each.map(({ plain }) => plain) };
}

const isClose = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) < 1e-9;

describe('stabilityOfFits', () => {
  it('is worked by hand', () => {
    const rowOf = Int32Array.of(0, 1, 2, 3);
    const found = stabilityOfFits({
      labels: Int32Array.of(0, 0, 1, 1, 2, -1),
      clusters: 3,
      fits: [
        { rowOf, labels: Int32Array.of(1, 1, 0, 0) },
        { rowOf, labels: Int32Array.of(0, 0, 0, 1) },
      ],
    });
    // Cluster 0: {0,1} and {0,1,2}: J = 2/3, p q = 3/8, J0 = (3/8) / (7/8) = 3/7. Cluster 1: {2,3} and {3}: J = 1/2, J0 = (1/8) / (5/8) = 1/5.
    // With the clusters themselves the fits agree more: the first has found them.
    expect(found.jaccard[0]).toBeCloseTo((2 / 3 - 3 / 7) / (4 / 7), 12);
    expect(found.jaccard[1]).toBeCloseTo((1 / 2 - 1 / 5) / (4 / 5), 12);
    expect(found.jaccard[2]).toBeNaN();
    expect(Array.from(found.plain)).toEqual([(1 + 2 / 3) / 2, 0.75, Number.NaN]);
    expect(found.minimum).toBeCloseTo(0.375, 12);
    expect(found.grades).toEqual(['untrustworthy', 'untrustworthy', 'untrustworthy']);
    expect(Array.from(found.dissolved)).toEqual([0, 1, 0]);
    expect(Array.from(found.recovered)).toEqual([1, 1, 0]);
    expect(found.resamples).toBe(2);
  });

  it('is what the definition says, for any labels, noise among them', () => {
    const label = fc.integer({ min: -1, max: 3 });
    const input = fc.integer({ min: 1, max: 10 }).chain((rows) =>
      fc.record({
        labels: fc.array(label, { minLength: rows, maxLength: rows }),
        fits: fc.array(fc.array(fc.option(label, { freq: 2 }), { minLength: rows, maxLength: rows }), {
          minLength: 1,
          maxLength: 5,
        }),
      }),
    );
    fc.assert(
      fc.property(input, ({ labels, fits }) => {
        const asked = {
          labels: Int32Array.from(labels),
          clusters: 4,
          fits: fits.map((own) => {
            const rowOf = Int32Array.from(own.flatMap((each, row) => (each === null ? [] : [row])));
            return { rowOf, labels: rowOf.map((row) => own[row] ?? -1) };
          }),
        };
        const found = stabilityOfFits(asked);
        const expected = naive(asked);
        for (let c = 0; c < 4; c++) {
          expect(isClose(found.jaccard[c], expected.jaccard[c])).toBe(true);
          expect(isClose(found.plain[c], expected.plain[c])).toBe(true);
        }
      }),
    );
  });

  it('is 0 for clusters that have nothing to do with each other, on the whole', () => {
    const rowOf = Int32Array.from({ length: 400 }, (_, row) => row);
    const fits = [1, 2, 4, 8, 16].map((run) => ({ rowOf, labels: rowOf.map((row) => Math.floor(row / run) % 2) }));
    const found = stabilityOfFits({ labels: rowOf.map((row) => Math.floor(row / 25) % 2), clusters: 2, fits });
    expect(Math.max(...found.jaccard)).toBeLessThan(0.05);
    expect(Math.min(...found.plain)).toBeGreaterThan(0.3);
  });

  it('does not trust a cluster that all fits agree to replace by another', () => {
    const rowOf = Int32Array.from({ length: 100 }, (_, row) => row);
    const fit = { rowOf, labels: rowOf.map((row) => (row < 40 ? 0 : 1)) };
    const labels = rowOf.map((row) => (row < 80 ? 0 : 1));
    const found = stabilityOfFits({ labels, clusters: 2, fits: [fit, fit, fit] });
    expect(found.plain[0]).toBeCloseTo(0.5, 12);
    expect(found.jaccard[0]).toBeCloseTo((0.5 - 4 / 11) / (7 / 11), 12);
    expect(found.grades).toEqual(['untrustworthy', 'untrustworthy']);
  });

  it('calls a cluster of all rows found, and one that is never drawn not told', () => {
    const fit = { rowOf: Int32Array.of(0, 1), labels: Int32Array.of(0, 0) };
    const found = stabilityOfFits({ labels: Int32Array.of(0, 0, 1), clusters: 2, fits: [fit, fit] });
    expect(found).toMatchObject({ jaccard: Float64Array.of(1, Number.NaN), minimum: 1 });
    expect(stabilityOfFits({ labels: Int32Array.of(0), clusters: 1, fits: [] }).minimum).toBeNaN();
  });

  it('refuses labels and rows that do not fit', () => {
    const labels = Int32Array.of(0, 1);
    const fit = { rowOf: Int32Array.of(0, 1), labels };
    expect(() => stabilityOfFits({ labels, clusters: 1, fits: [] })).toThrow('from -1 to 0, got 1');
    const short = { ...fit, labels: Int32Array.of(0) };
    expect(() => stabilityOfFits({ labels, clusters: 2, fits: [short] })).toThrow('rows = 2, got 1');
    const outside = { ...fit, rowOf: Int32Array.of(0, 2) };
    expect(() => stabilityOfFits({ labels, clusters: 2, fits: [outside] })).toThrow('from 0 to 1, got 2');
  });
});

describe('the parts', () => {
  it('draws different rows, 15 in 100 of many and half of few, each as often as any other', () => {
    expect([1, 2, 10, 100, 120, 300, 400, 1000, 5000].map(resampleSize)).toEqual([1, 1, 5, 50, 60, 60, 60, 150, 750]);
    const times = new Float64Array(100);
    for (let resample = 0; resample < 400; resample++) {
      const rows = drawResample({ rows: 100, seed: 1, resample });
      expect(new Set(rows).size).toBe(50);
      expect(rows).toEqual(rows.slice().sort());
      for (const row of rows) times[row]++;
    }
    expect(Math.min(...times)).toBeGreaterThan(150);
    expect(Math.max(...times)).toBeLessThan(250);
    expect(drawResample({ rows: 9, size: 9, seed: 1, resample: 0 })).toEqual(
      Int32Array.from({ length: 9 }, (_, i) => i),
    );
    expect(() => drawResample({ rows: 9, size: 10, seed: 1, resample: 0 })).toThrow('size');
  });

  it('grades', () => {
    expect([0.59, 0.6, 0.74, 0.75, 0.849, 0.85, 1, Number.NaN].map(stabilityGrade)).toEqual([
      'untrustworthy',
      'doubtful',
      'doubtful',
      'stable',
      'stable',
      'highly-stable',
      'highly-stable',
      'untrustworthy',
    ]);
  });
});
