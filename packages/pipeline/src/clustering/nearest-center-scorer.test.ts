import type { SegmentationDocument } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { runRecipe } from '../run/run-recipe.ts';
import { customerTable, testRecipe } from '../run/testing/tables.ts';
import { nearestCenterScorer } from './nearest-center-scorer.ts';

const document = async (x: number[], k: number): Promise<SegmentationDocument> =>
  (await runRecipe({ table: customerTable({ x }), recipe: testRecipe({ k, transform: 'none', scale: 'none' }) }))
    .document;
const at = (value: number) => ({ row: Float64Array.of(value), raw: Float64Array.of(value) });

describe('nearestCenterScorer', () => {
  it('gives the posterior of normal distributions around the centres', async () => {
    // Centres 11 and 1, inertia 2 + 2 over 6 values: variance 2/3.
    const score = nearestCenterScorer(await document([0, 1, 2, 10, 11, 12], 2));
    const { segment, distances, confidences } = score(at(5));
    expect(segment).toBe(1);
    expect(distances).toEqual([expect.closeTo(6, 9), expect.closeTo(4, 9)]);
    expect(confidences[0]).toBeCloseTo(1 / (1 + Math.exp((36 - 16) / (2 * (2 / 3)))), 12);
    expect(score(at(6)).confidences).toEqual([0.5, 0.5]);
  });

  it('is sure where the segments have no spread, and far away', async () => {
    const flat = nearestCenterScorer(await document([1, 1, 5, 5], 2));
    expect(flat(at(2)).confidences).toEqual([0, 1]);
    expect(flat(at(3)).confidences).toEqual([0.5, 0.5]);
    const score = nearestCenterScorer(await document([0, 1, 2, 10, 11, 12], 2));
    expect(score(at(1e9)).confidences).toEqual([1, 0]);
  });
});
