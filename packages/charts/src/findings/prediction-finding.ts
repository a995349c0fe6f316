import type { Prediction } from '@clientele/contracts';

/** Confidence from which the segment is called clear, and share of it from which the runner-up is close. */
const clear = 0.8;
const close = 0.5;

/** "Why Regulars: a close call with Champions", "Why Regulars: clearly nearest", by the confidences. */
export function predictionFinding({ segment, name, confidence, runnerUp, scores }: Prediction): string {
  if (segment < 0) return 'In no segment';
  const isByDistance = scores.some(({ distance }) => distance !== null);
  if (runnerUp !== null && runnerUp.confidence >= close * confidence)
    return `Why ${name}: a close call with ${runnerUp.name}`;
  if (confidence >= clear) return `Why ${name}: ${isByDistance ? 'clearly the nearest centre' : 'a clear case'}`;
  return runnerUp === null ? `Why ${name}` : `Why ${name}: ${runnerUp.name} comes second`;
}
