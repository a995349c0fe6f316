import type { Segment } from '@clientele/contracts';
import type { SegmentsAt } from './segments-at.ts';

/** A segment of the larger k, and the share of its customers that one segment of the smaller k holds. */
export interface PartedShare {
  segment: Segment;
  share: number;
  /** Where most of the others come from; null where there are none. */
  second: { whole: Segment; share: number } | null;
}

/** A segment of the smaller k that is several in the larger. */
export interface PartedSegment {
  whole: Segment;
  /** Largest first. */
  parts: PartedShare[];
}

/**
 * The segments of the smaller k that are several in the larger: each segment of the larger belongs to that of the smaller which most of its customers
 * are in (ties: the first). The cleanest parting first, by its least share.
 */
export function partedSegments(smaller: SegmentsAt, larger: SegmentsAt): PartedSegment[] {
  const { segments: wholes } = smaller;
  const counts = larger.segments.map(() => new Float64Array(wholes.length));
  larger.labels.forEach((label, row) => {
    const of = counts[label];
    const whole = smaller.labels[row] ?? -1;
    if (of !== undefined && whole >= 0) of[whole] = (of[whole] ?? 0) + 1;
  });
  const belongs = larger.segments.map((segment, id) => {
    const of = counts[id] ?? new Float64Array(wholes.length);
    const most = of.reduce((top, count) => Math.max(top, count), 0);
    const home = of.indexOf(most);
    const next = of.reduce((top, count, other) => (other === home ? top : Math.max(top, count)), 0);
    const other = wholes.find(({ id }) => id !== home && of[id] === next);
    const size = segment.size || 1;
    const second = other === undefined || next === 0 ? null : { whole: other, share: next / size };
    return { segment, home, share: most / size, second };
  });
  const least = (parted: PartedSegment): number => Math.min(...parted.parts.map(({ share }) => share));
  return wholes
    .map((whole, home) => ({
      whole,
      parts: belongs
        .filter((part) => part.home === home)
        .map(({ segment, share, second }) => ({ segment, share, second }))
        .sort((a, b) => b.segment.size - a.segment.size || a.segment.id - b.segment.id),
    }))
    .filter(({ parts }) => parts.length > 1)
    .sort((a, b) => least(b) - least(a) || b.whole.size - a.whole.size || a.whole.id - b.whole.id);
}
