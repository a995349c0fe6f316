import { createFormats } from '@clientele/charts';
import type { SegmentationDocument } from '@clientele/contracts';
import { createText, en } from '@clientele/texts';
import { expect, it } from 'vitest';
import { effectRows } from './effect-rows.ts';

const context = { formats: createFormats({ locale: 'en-GB', currency: 'GBP' }), text: createText(en, 'en-GB') };
const columns = [
  { id: 'recency', label: 'Days since last order', category: null },
  { id: 'Plan', label: 'Plan', category: 'gold' },
];
const traits = [
  { column: 0, effect: -1.62 },
  { column: 1, effect: 0.84 },
  { column: 9, effect: 0.5 },
  { column: 1, effect: 0.05 },
];
const document = { preparation: { columns }, segments: [{ id: 3, traits }] } as unknown as SegmentationDocument;

it('tells how far features lie from the base, with their sign', () => {
  expect(effectRows(document, 3, context).map(({ label, text }) => `${label} ${text}`)).toEqual([
    'Days since last order −1.6',
    'Plan: gold +0.8',
  ]);
  expect(effectRows(document, 7, context)).toEqual([]);
});
