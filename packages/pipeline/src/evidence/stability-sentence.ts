import type { SegmentStability, StabilityGrade } from '@clientele/contracts';

const byGrade: Record<StabilityGrade, string> = {
  'highly-stable': 'Highly stable: nearly the same customers come together in every resample',
  stable: 'Stable: resamples find it again, with some customers changed at its border',
  doubtful:
    'Doubtful: resamples find something like it, but who is in it changes; treat its members as likely, not as certain',
  untrustworthy: 'Do not trust it: resamples do not find these customers together again',
};

/** What the stability of a segment means, by its grade (Hennig 2007). */
export function stabilitySentence(stability: SegmentStability | undefined): string {
  if (stability === undefined || stability.jaccard === null)
    return 'Its stability could not be measured: no resample held enough of it.';
  return `${byGrade[stability.grade]} (Jaccard ${stability.jaccard.toFixed(2)}).`;
}
