import type { SegmentationMethod } from '../method.ts';
import { quickRows } from '../refit.ts';
import { fitRfm } from './fit.ts';
import { rfmScorer } from './scorer.ts';

/** RFM scores of recency, frequency and monetary value, and a grid of named groups over them. */
export const rfmMethod: SegmentationMethod = {
  id: 'rfm',
  usesPreparation: false,
  fewest({ rfm }) {
    const scores = rfm?.scores ?? 5;
    return { customers: scores, because: `RFM scores of 1 to ${scores} need at least ${scores}` };
  },
  fit: fitRfm,
  refit: { labelsOf: async (input, _, effects) => (await fitRfm(input, effects)).labels, mostRows: quickRows },
  scorer: rfmScorer,
};
