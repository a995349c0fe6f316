import { createFormats } from '@clientele/charts';
import type { Dataset, Segmentation, SegmentStatistics } from '@clientele/contracts';
import { createText, loadMessages } from '@clientele/texts';
import { expect, it } from 'vitest';
import { reportSegments } from './report-segments.ts';

const named = { feature: 'recency', label: 'Days since last order' };
const own = { feature: 'Punkte', label: 'Punkte' };
const segmentation = {
  notes: {},
  document: {
    unassigned: null,
    segments: [
      { id: 0, name: 'A', revenue: null, advice: 'x', traits: [0, 1].map((column) => ({ column, effect: 1 })) },
    ],
    preparation: { columns: [named, own].map(({ feature, label }) => ({ id: feature, label, category: null })) },
  },
} as unknown as Segmentation;
const statistics = [0, null].map((segment) => ({
  segment,
  customers: 3,
  revenue: null,
  features: [named, own].map((feature) => ({ ...feature, median: 1 })),
})) as unknown as SegmentStatistics[];

it('names features in the reader’s language, and columns as the file does', async () => {
  const context = {
    formats: createFormats({ locale: 'de-DE', currency: 'EUR' }),
    text: createText(await loadMessages('de'), 'de-DE'),
    segmentNames: ['A'],
  };
  const dataset = { features: [] } as unknown as Dataset;
  const [segment] = reportSegments(dataset, segmentation, {}, { segmentStatistics: statistics }, context);
  expect(segment?.statistics.map(({ label }) => label)).toEqual(['Tage seit letzter Bestellung', 'Punkte']);
  expect(segment?.standsOut[0]).toContain('Tage seit letzter Bestellung');
  expect(segment?.standsOut[1]).toContain('Punkte');
});

it('holds the rule with how far it reaches, and marks a segment that does not come back', async () => {
  const context = {
    formats: createFormats({ locale: 'en-GB', currency: 'GBP' }),
    text: createText(await loadMessages('en'), 'en-GB'),
    segmentNames: ['A'],
  };
  const rule = {
    boxes: [[{ kind: 'range', feature: 'Punkte', min: 3, max: null }]],
    text: 'Punkte at least 3',
    precision: 0.881,
    recall: 0.925,
  };
  const stability = { resamples: 50, segments: [{ segment: 0, jaccard: 0.55, grade: 'untrustworthy', recovered: 26 }] };
  const evidence = { stability, segments: [{ segment: 0, rule }] };
  const dataset = { features: [{ id: 'Punkte', label: 'Punkte', unit: 'number' }] } as unknown as Dataset;
  const proven = { ...segmentation, document: { ...segmentation.document, evidence } } as unknown as Segmentation;
  const [segment] = reportSegments(dataset, proven, {}, { segmentStatistics: statistics }, context);
  expect(segment?.evidence).toEqual([
    'Punkte at least 3. Holds for 93% of them; 88% of those it picks are A.',
    'Untrustworthy, do not act on it: Jaccard 0.55 over 50 resamples.',
  ]);
  expect(segment?.doubt).toBe('untrustworthy');
  const [plain] = reportSegments(dataset, segmentation, {}, { segmentStatistics: statistics }, context);
  expect([plain?.evidence, plain?.doubt]).toEqual([[], null]);
});
