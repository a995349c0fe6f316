import type { SegmentationDocument, SegmentEvidence } from '@clientele/contracts';
import type { FeatureTable } from '../features/feature-table.ts';
import { createConfidenceOf } from '../prediction/confidence-of.ts';

/** Customers looked at of each segment: their mean hardly moves with more. */
const mostOfEach = 2_000;
/** Below this a customer is as likely elsewhere. */
const half = 0.5;

/** For each segment the mean confidence of its customers and the share of them under one half, of at most 2,000 evenly chosen. */
export function measureConfidences({
  table,
  document,
  labels,
}: {
  table: FeatureTable;
  document: SegmentationDocument;
  labels: Int32Array;
}): Pick<SegmentEvidence, 'confidence' | 'unsure'>[] {
  const confidenceOf = createConfidenceOf(document);
  return document.segments.map(({ id, size }) => {
    const every = Math.max(1, Math.ceil(size / mostOfEach));
    let seen = 0;
    let looked = 0;
    let sum = 0;
    let unsure = 0;
    labels.forEach((label, row) => {
      if (label !== id || seen++ % every > 0) return;
      const confidence = confidenceOf(valuesOf(table, row), id);
      looked++;
      sum += confidence;
      if (confidence < half) unsure++;
    });
    return looked === 0 ? { confidence: 0, unsure: 0 } : { confidence: sum / looked, unsure: unsure / looked };
  });
}

function valuesOf(
  { features, numbers, categories }: FeatureTable,
  row: number,
): Record<string, number | string | null> {
  return Object.fromEntries(
    features.map(({ id }) => {
      const value = numbers[id]?.[row] ?? categories[id]?.[row] ?? null;
      return [id, typeof value === 'number' && Number.isNaN(value) ? null : value];
    }),
  );
}
