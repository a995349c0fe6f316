import { describe, expect, it } from 'vitest';
import { gridSet, growingSet, type HardSet, overlapSet, unbalancedSet, wideSet } from '../../testing/hard-sets.ts';
import { kmeans } from './kmeans.ts';

/** The truth the points were drawn around, settled: the best known, or above it by less than the tolerance. */
function planted({ points, rows, columns, clusters, truth }: HardSet): number {
  return kmeans(points, { rows, columns, clusters, initialCenters: truth, maxIterations: 1_000 }).inertia;
}

describe('kmeans on sets that are hard to get right', () => {
  it.each([
    overlapSet(1, 1),
    overlapSet(3, 1),
    overlapSet(4, 2),
    growingSet(35, 1),
    growingSet(50, 1),
    gridSet(7, 60, 2),
    unbalancedSet(1),
    wideSet(32, 1),
  ])('$name: within 1e-4 of the planted clusters, three seeds', (set) => {
    const best = planted(set);
    for (let seed = 1; seed <= 3; seed++) {
      expect(kmeans(set.points, { ...set, seed }).inertia).toBeLessThanOrEqual(best * (1 + 1e-4));
    }
  });
});
