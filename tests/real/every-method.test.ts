import { methods } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import type { SegmentAnswer } from '../support/answers.ts';
import { dataFile, dataFolder } from '../support/real-data.ts';
import { runJson } from '../support/run-command.ts';

type Answer = SegmentAnswer & { segmentation: { unassigned?: { size: number; share: number } } };

const sizesOf = ({ segmentation }: Answer): number[] =>
  segmentation.segments.map(({ size }) => size).sort((a, b) => a - b);

describe.skipIf(dataFolder === null)('every method on real files', () => {
  it.each(methods.filter((method) => method !== 'kprototypes'))(
    'segments the customers of Online Retail by %s',
    async (method) => {
      const answer = await runJson<Answer>(['segment', dataFile('online_retail.csv.gz'), '--method', method]);
      const { segments, unassigned, silhouette } = answer.segmentation;
      const noise = unassigned?.size ?? 0;
      expect(answer.segmentation.method).toBe(method);
      expect(segments.length).toBeGreaterThanOrEqual(2);
      expect(segments.reduce((sum, { size }) => sum + size, noise)).toBe(4338);
      expect(segments.reduce((sum, { revenueShare }) => sum + (revenueShare ?? 0), 0)).toBeLessThan(1 + 1e-9);
      expect(noise > 0).toBe(method === 'dbscan' || method === 'hdbscan');
      expect(silhouette).toBeGreaterThan(0);
      expect(new Set(segments.map(({ name }) => name)).size).toBe(segments.length);
    },
  );

  it('mixes numbers and categories by k-prototypes without being told which', async () => {
    const answer = await runJson<Answer>([
      'segment',
      dataFile('customer_segmentation_data.csv'),
      '--method',
      'kprototypes',
    ]);
    expect(answer.recipe.features).toEqual(expect.arrayContaining(['gender', 'age', 'preferred_category']));
    expect(sizesOf(answer).reduce((sum, size) => sum + size, 0)).toBe(1000);
  });
});
