import type { SegmentationDocument, SegmentStatistics } from '@clientele/contracts';
import { expect, it } from 'vitest';
import { segmentCards, unassignedUnder } from './segment-cards.ts';

const statistic = (segment: number | null, customers: number) => ({ segment, customers, revenue: null, features: [] });
const view: SegmentStatistics[] = [statistic(0, 60), statistic(1, 30), statistic(null, 100)];
const documentOf = (unassigned: SegmentationDocument['unassigned']) =>
  ({
    unassigned,
    segments: [0, 1].map((id) => ({ id, revenue: null, traits: [] })),
    preparation: { columns: [] },
  }) as unknown as SegmentationDocument;

it('counts customers in no segment among all where the method leaves some in none', () => {
  const noise = documentOf({ size: 10, share: 0.1, revenue: null, revenueShare: null });
  expect(segmentCards(noise, view, [], undefined).map(({ share }) => share)).toEqual([0.6, 0.3]);
  expect(unassignedUnder(noise, view)).toEqual({ customers: 10, share: 0.1 });
});

it('leaves out customers that the segmentation never saw', () => {
  const full = documentOf(null);
  expect(segmentCards(full, view, [], undefined).map(({ share }) => share)).toEqual([60 / 90, 30 / 90]);
  expect(unassignedUnder(full, view)).toBeNull();
});
