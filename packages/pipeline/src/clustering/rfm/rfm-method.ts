import type { SegmentationMethod } from '../method.ts';
import { fitRfm } from './fit.ts';
import { rfmScorer } from './scorer.ts';

/** RFM scores: quintile scores of recency, frequency and monetary value, and a grid of named groups over them. */
export const rfmMethod: SegmentationMethod = {
  id: 'rfm',
  usesPreparation: false,
  fewest: () => ({ customers: 5, because: 'RFM scores of 1 to 5 need at least 5' }),
  fit: fitRfm,
  scorer: rfmScorer,
};
