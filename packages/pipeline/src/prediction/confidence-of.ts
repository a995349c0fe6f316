import type { FeatureValues, SegmentationDocument } from '@clientele/contracts';
import { segmentationMethods } from '../clustering/methods.ts';
import { applyPreparation } from '../preparation/apply-preparation.ts';

/** How clearly a customer of these raw values is in this segment and in no other, 0 to 1; of -1: in none. */
export type ConfidenceOf = (values: FeatureValues, segment: number) => number;

/** The confidences of a frozen segmentation, as its predictor gives them. Throws as the predictor does. */
export function createConfidenceOf(document: SegmentationDocument): ConfidenceOf {
  const score = segmentationMethods[document.method].scorer(document);
  return (values, segment) => {
    const { row, raw } = applyPreparation(document.preparation, values);
    const { confidences } = score({ row, raw });
    if (segment >= 0) return confidences[segment] ?? 0;
    return 1 - confidences.reduce((sum, share) => sum + share, 0);
  };
}
