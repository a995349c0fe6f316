import type { Prediction } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

/** Confidence from which the segment is called clear, and share of it from which the runner-up is close. */
const clear = 0.8;
const close = 0.5;

/** "Why Regulars: a close call with Champions", "Why Regulars: clearly the nearest centre", by the confidences. */
export function predictionFinding(
  { segment: id, name: segment, confidence, runnerUp, scores }: Prediction,
  text: Text,
): string {
  if (id < 0) return text('segment-distances.titleNone');
  const isByDistance = scores.some(({ distance }) => distance !== null);
  if (runnerUp !== null && runnerUp.confidence >= close * confidence)
    return text('segment-distances.titleClose', { segment, other: runnerUp.name });
  if (confidence >= clear)
    return text(isByDistance ? 'segment-distances.titleNearest' : 'segment-distances.titleClear', { segment });
  return runnerUp === null
    ? text('segment-distances.title', { segment })
    : text('segment-distances.titleSecond', { segment, other: runnerUp.name });
}
