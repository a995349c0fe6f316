import type { CustomerRow, SegmentationDocument, StabilityGrade } from '@clientele/contracts';
import { type ConfidenceOf, createConfidenceOf } from '../prediction/confidence-of.ts';

/** What a list of customers says of the segment of each. */
export interface SegmentColumns {
  /** By segment id. */
  names: readonly string[];
  /** By segment id; empty until the evidence has been gathered. */
  grades: readonly StabilityGrade[];
  confidenceOf: ConfidenceOf;
}

/** Their names in the order of the files. */
export const segmentColumnNames = ['segment', 'segment_name', 'segment_confidence', 'segment_stability'] as const;

/** What a segmentation says of its customers. */
export function segmentColumnsOf(document: SegmentationDocument): SegmentColumns {
  return {
    names: document.segments.map(({ name }) => name),
    grades: document.evidence?.stability.segments.map(({ grade }) => grade) ?? [],
    confidenceOf: createConfidenceOf(document),
  };
}

/** The confidence of a customer as files hold it, to four digits; null for one in no segment. */
export function confidenceIn({ confidenceOf }: SegmentColumns, { segment, features }: CustomerRow): number | null {
  return segment === null || segment < 0 ? null : Math.round(confidenceOf(features, segment) * 10_000) / 10_000;
}
