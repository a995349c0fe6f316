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
