import type { FeatureValues, Segment, SegmentationDocument } from '@clientele/contracts';

/** The typical customer of a segment: the median of each number and the most frequent value of each category, as raw features. */
export function typicalCustomer({ preparation }: SegmentationDocument, segment: Segment): FeatureValues {
  return Object.fromEntries(
    preparation.columns.map(({ id, category, fill }) => [
      id,
      category === null ? (segment.medians[id] ?? segment.means[id] ?? fill) : mostFrequent(segment, id),
    ]),
  );
}

function mostFrequent({ means }: Segment, id: string): string | null {
  const prefix = `${id}=`;
  let most: string | null = null;
  let share = -Infinity;
  for (const [key, value] of Object.entries(means)) {
    if (!key.startsWith(prefix) || value <= share) continue;
    most = key.slice(prefix.length);
    share = value;
  }
  return most;
}
