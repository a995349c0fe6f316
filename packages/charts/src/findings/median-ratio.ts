import type { SegmentStatistics } from '@clientele/contracts';

/** Times from which, either way, a median is worth the title. */
const telling = 1.5;

/** A segment's median over that of all customers; null where that says nothing: no median, one below zero, or none of all above it. */
export function medianRatio(
  entry: SegmentStatistics | undefined,
  all: SegmentStatistics | undefined,
  feature: string,
): number | null {
  const own = entry?.features.find((each) => each.feature === feature)?.median ?? null;
  const base = all?.features.find((each) => each.feature === feature)?.median ?? null;
  return own === null || base === null || base <= 0 || own < 0 ? null : own / base;
}

export interface TellingRatio {
  segment: number;
  feature: string;
  ratio: number;
}

/** The median furthest above or below that of all customers, on the log scale; null where none reaches 1.5 times or two thirds. A median of zero is not compared. */
export function tellingRatio(
  statistics: readonly SegmentStatistics[],
  features: readonly string[],
): TellingRatio | null {
  const all = statistics.find(({ segment }) => segment === null);
  let best: TellingRatio | null = null;
  for (const entry of statistics) {
    if (entry.segment === null || entry.segment < 0) continue;
    for (const feature of features) {
      const ratio = medianRatio(entry, all, feature);
      if (ratio === null || ratio === 0 || Math.abs(Math.log(ratio)) < Math.log(telling) - 1e-12) continue;
      if (best === null || Math.abs(Math.log(ratio)) > Math.abs(Math.log(best.ratio))) {
        best = { segment: entry.segment, feature, ratio };
      }
    }
  }
  return best;
}
