import type { Stability, StabilityGrade } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';

/** Why a segment is to be doubted. */
export interface SegmentDoubt {
  grade: Extract<StabilityGrade, 'doubtful' | 'untrustworthy'>;
  /** Share of the resamples in which it was found again; null where that is not known. */
  again: number | null;
}

/** A grade that is a doubt; null for a stable segment. */
export const gradeDoubt = (grade: StabilityGrade | undefined, again: number | null = null): SegmentDoubt | null =>
  grade === 'doubtful' || grade === 'untrustworthy' ? { grade, again } : null;

/** The doubt about a segment; null where it is stable, or nothing is known. */
export function segmentDoubt(
  stability: Pick<Stability, 'segments' | 'resamples'> | undefined,
  segment: number,
): SegmentDoubt | null {
  const own = stability?.segments.find((each) => each.segment === segment);
  if (stability === undefined || own === undefined) return null;
  const { resamples } = stability;
  return gradeDoubt(own.grade, own.jaccard === null || resamples === 0 ? null : own.recovered / resamples);
}

/** "Unstable: found again in 52% of resamples; do not act on it". */
export const doubtText = (
  { grade, again }: SegmentDoubt,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
) =>
  again === null
    ? text('stability.mark', { grade })
    : text('stability.markAgain', { grade, share: formats.share(again, 0) });
