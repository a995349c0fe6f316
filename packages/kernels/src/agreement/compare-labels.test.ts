import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { compareLabels } from './compare-labels.ts';
import { contingency } from './contingency.ts';
import { expectedMutualInformation } from './expected-information.ts';
import { adjustedMutualInformation, completeness, homogeneity, normalizedMutualInformation } from './information.ts';
import { matchClusters } from './match-clusters.ts';
import { adjustedRandIndex, fowlkesMallows, pairConfusion, pairJaccard, randIndex } from './pair-agreement.ts';

const a = Int32Array.of(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3);
const b = Int32Array.of(1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2);

describe('agreement of labelings', () => {
  // The pair of 17 labels in scikit-learn's tests (test_adjusted_mutual_info_score); figures of scikit-learn at 1e-12.
  it('meets the published pair', () => {
    const found = compareLabels(a, b);
    expect(Array.from(found.table.counts)).toEqual([5, 1, 0, 1, 4, 1, 0, 2, 3]);
    expect(found.pairConfusion).toEqual([
      [148, 44],
      [40, 40],
    ]);
    expect(found.rand).toBeCloseTo(0.6911764705882353, 12);
    expect(found.adjustedRand).toBeCloseTo(0.2669404517453799, 12);
    expect(found.fowlkesMallows).toBeCloseTo(0.48795003647426666, 12);
    expect(found.pairJaccard).toBeCloseTo(0.32258064516129, 12);
    expect(found.mutualInformation).toBeCloseTo(0.4102186227404535, 12);
    expect(found.expectedMutualInformation).toBeCloseTo(0.15042480258217075, 12);
    expect(found.normalizedMutualInformation).toBeCloseTo(0.37834992787204075, 12);
    expect(found.adjustedMutualInformation).toBeCloseTo(0.2782096465726981, 12);
    expect(adjustedMutualInformation(a, b, { average: 'max' })).toBeCloseTo(0.27501506244551727, 12);
    expect(found.homogeneity).toBeCloseTo(0.3746022423885998, 12);
    expect(found.completeness).toBeCloseTo(0.38217335812507564, 12);
    expect(found.matching).toEqual({
      pairs: [
        { a: 1, b: 1, shared: 5, jaccard: 5 / 7 },
        { a: 2, b: 2, shared: 4, jaccard: 4 / 9 },
        { a: 3, b: 3, shared: 3, jaccard: 1 / 2 },
      ],
      aloneA: new Int32Array(),
      aloneB: new Int32Array(),
      overlap: 12 / 17,
    });
  });

  it('gives one at a time what it gives together', () => {
    const found = compareLabels(a, b, { average: 'min' });
    expect(contingency(a, b)).toEqual(found.table);
    expect(pairConfusion(a, b)).toEqual(found.pairConfusion);
    expect(randIndex(a, b)).toBe(found.rand);
    expect(adjustedRandIndex(a, b)).toBe(found.adjustedRand);
    expect(fowlkesMallows(a, b)).toBe(found.fowlkesMallows);
    expect(pairJaccard(a, b)).toBe(found.pairJaccard);
    expect(homogeneity(a, b)).toBe(found.homogeneity);
    expect(completeness(a, b)).toBe(found.completeness);
    expect(expectedMutualInformation(a, b)).toBe(found.expectedMutualInformation);
    expect(normalizedMutualInformation(a, b, { average: 'min' })).toBe(found.normalizedMutualInformation);
    expect(matchClusters(a, b)).toEqual(found.matching);
  });

  it('has noise at the end of the table and matches it with nothing', () => {
    const found = compareLabels(Int32Array.of(-1, 0, 0, 4, 4, -1), Int32Array.of(-1, 2, 2, 2, -1, -1));
    expect(Array.from(found.table.labelsA)).toEqual([0, 4, -1]);
    expect(Array.from(found.table.labelsB)).toEqual([2, -1]);
    expect(Array.from(found.table.counts)).toEqual([2, 0, 1, 1, 0, 2]);
    expect(found.matching.pairs).toEqual([{ a: 0, b: 2, shared: 2, jaccard: 2 / 3 }]);
    expect(Array.from(found.matching.aloneA)).toEqual([4]);
    const noise = compareLabels(Int32Array.of(-1, -1), Int32Array.of(0, 1));
    expect(noise.matching).toMatchObject({ pairs: [], overlap: 0 });
  });

  it('matches for the most rows in all, not for the largest cell first', () => {
    // Rows 10 and 9 against 9 and 0: taking the 10 first leaves nothing.
    const one = Int32Array.from({ length: 28 }, (_, i) => (i < 19 ? 0 : 1));
    const other = Int32Array.from({ length: 28 }, (_, i) => (i < 10 ? 0 : i < 19 ? 1 : 0));
    expect(matchClusters(one, other).pairs.map(({ shared }) => shared)).toEqual([9, 9]);
    expect(matchClusters(other, one).overlap).toBe(18 / 28);
  });

  it('meets the ends: one row, one cluster, all apart', () => {
    const apart = Int32Array.of(0, 1, 2, 3);
    const whole = new Int32Array(4);
    for (const same of [Int32Array.of(7), apart, whole]) {
      const { rand, adjustedRand, adjustedMutualInformation, fowlkesMallows, homogeneity } = compareLabels(same, same);
      expect([rand, adjustedRand, adjustedMutualInformation, fowlkesMallows, homogeneity]).toEqual([1, 1, 1, 1, 1]);
    }
    const found = compareLabels(apart, whole);
    expect(found).toMatchObject({ rand: 0, adjustedRand: 0, fowlkesMallows: 0, pairJaccard: 0, completeness: 1 });
    expect(found).toMatchObject({ adjustedMutualInformation: 0, normalizedMutualInformation: 0, homogeneity: 0 });
  });

  it('bears a million rows, and chance is worth nothing', () => {
    const rows = 1_000_000;
    const random = createRandom(5);
    const draw = (): Int32Array => Int32Array.from({ length: rows }, () => random.integer(50));
    const found = compareLabels(draw(), draw());
    expect(Math.abs(found.adjustedRand)).toBeLessThan(1e-4);
    expect(Math.abs(found.adjustedMutualInformation)).toBeLessThan(1e-4);
    // (49 x 49) / (2 n) to first order (Miller 1955).
    expect(found.expectedMutualInformation).toBeCloseTo((49 * 49) / 2 / rows, 5);
  });

  it('refuses what is no labeling', () => {
    expect(() => compareLabels(a, b.slice(1))).toThrow('same rows, got 17 and 16');
    expect(() => compareLabels(new Int32Array(), new Int32Array())).toThrow('at least 1 row');
    expect(() => compareLabels(Int32Array.of(-2), Int32Array.of(0))).toThrow('got -2 in row 0');
    const many = Int32Array.from({ length: 5_000 }, (_, i) => i);
    expect(() => contingency(many, many)).toThrow('5000 x 5000 = 25000000');
  });
});
