import { describe, expect, it } from 'vitest';
import { bootstrapJaccard } from '../stability/bootstrap-jaccard.ts';
import { gapStatistic } from '../structure/gap-statistic.ts';
import { predictionStrength } from '../structure/prediction-strength.ts';
import { planted } from '../structure/testing/planted.ts';
import { ruspini } from '../structure/testing/ruspini.ts';
import { chooseClusters } from './choose-clusters.ts';

const all = ['silhouette', 'gap', 'predictionStrength', 'stability'] as const;

describe('chooseClusters with measures of structure', () => {
  it('gives what the single calls give', () => {
    const data = ruspini();
    const found = chooseClusters(data.points, { ...data, from: 2, to: 6, measures: all, seed: 2 });
    const gap = gapStatistic(data.points, { ...data, to: 6, seed: 2 });
    const strength = predictionStrength(data.points, { ...data, from: 2, to: 6, seed: 2 });
    expect(found.gap).toEqual(gap);
    expect(found.predictionStrength).toEqual(strength);
    expect(found.fittedRows).toBe(75);
    expect([found.gap?.clusters, found.predictionStrength?.clusters]).toEqual([4, 4]);
    found.candidates.forEach((candidate, i) => {
      const { clusters, gap: own, gapError, predictionStrength: predicted, stability } = candidate;
      expect([own, gapError]).toEqual([gap.candidates[i + 1].gap, gap.candidates[i + 1].error]);
      expect(predicted).toBe(strength.candidates[i].strength);
      const alone = bootstrapJaccard(data.points, { ...data, clusters, seed: 2 });
      expect(stability?.jaccard).toEqual(alone.jaccard);
      expect(stability?.minimum).toBe(alone.minimum);
    });
    expect(found.candidates[2].stability?.minimum).toBeGreaterThan(0.85);
  });

  it('leaves the rest as it is, and has nothing of them unless asked', () => {
    const data = planted(1, [40, 40, 40], 3, 6);
    const plain = chooseClusters(data.points, { ...data, from: 2, to: 4 });
    expect(plain).toMatchObject({ gap: null, predictionStrength: null, fittedRows: null });
    const asked = chooseClusters(data.points, { ...data, from: 2, to: 4, measures: all });
    plain.candidates.forEach((candidate, i) => {
      const none = { gap: null, gapError: null, predictionStrength: null, stability: null };
      expect(candidate).toMatchObject(none);
      expect({ ...asked.candidates[i], ...none }).toEqual(candidate);
      expect(candidate.clusterSilhouettes.length).toBe(candidate.clusters);
      const mean = candidate.samples.reduce((sum, value) => sum + value, 0) / 120;
      expect(mean).toBeCloseTo(candidate.silhouette, 12);
      expect(candidate.sampleRows).toEqual(Int32Array.from({ length: 120 }, (_, row) => row));
      expect(candidate.iterations).toBeGreaterThan(0);
      expect(candidate.exact).toBe(true);
    });
    const quick = chooseClusters(data.points, { ...data, from: 2, to: 4, measures: ['inertia'] });
    expect(quick.candidates[1].silhouette).toBeNaN();
    expect(quick.candidates[1].inertia).toBe(plain.candidates[1].inertia);
  });

  it('works on one sample of many rows and says so; progress runs to the end', () => {
    const data = planted(1, [200, 200, 200], 2, 8);
    const told: number[] = [];
    const options = { ...data, from: 2, to: 4, measures: all, maxFittedRows: 150, references: 8, resamples: 10 };
    const found = chooseClusters(data.points, options, { onProgress: (done) => told.push(done) });
    expect(found).toMatchObject({ fittedRows: 150, gap: { exact: false, sampledRows: 150, clusters: 3 } });
    expect(found.candidates[1].stability).toMatchObject({ resamples: 10 });
    expect(told).toEqual(told.slice().sort((a, b) => a - b));
    expect(told.at(-1)).toBeCloseTo(1, 9);
  });

  it('refuses measures it does not know and counts that make none', () => {
    const data = planted(1, [20, 20], 2, 8);
    const options = { ...data, from: 2, to: 3 };
    expect(() => chooseClusters(data.points, { ...options, measures: ['elbow' as 'gap'] })).toThrow("got 'elbow'");
    expect(() => chooseClusters(data.points, { ...options, references: 1 })).toThrow('references');
    expect(() => chooseClusters(data.points, { ...options, maxFittedRows: 1 })).toThrow('maxFittedRows');
  });
});
