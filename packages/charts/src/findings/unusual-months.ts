import type { Band, Month } from '@clientele/contracts';
import { isFinished } from './is-finished.ts';

/** What is expected of a month. */
export type ExpectedMeasure = keyof Month['usual'];

export interface UnusualMonths {
  /** Indexes of finished months outside their own band, the one furthest from the expected first. */
  unusual: number[];
  /** The band that all months share, its middle the median; null where each has its own. */
  flat: Band | null;
}

/** What was to be expected of a month; null where nothing was, and of an unfinished one. */
export const bandOf = (month: Month, measure: ExpectedMeasure): Band | null =>
  isFinished(month) ? month.usual[measure] : null;

/** The months outside what was to be expected of them; null where nothing was of any. */
export function unusualMonths(months: readonly Month[], measure: ExpectedMeasure): UnusualMonths | null {
  const known = months.flatMap((month, index) => {
    const band = bandOf(month, measure);
    return band === null ? [] : [{ index, band, value: month[measure] }];
  });
  const first = known[0]?.band;
  if (first === undefined) return null;
  const isFlat = known.every(
    ({ band }) => band.expected === first.expected && band.low === first.low && band.high === first.high,
  );
  const unusual = known
    .filter(({ band, value }) => value < band.low || value > band.high)
    .sort((left, right) => Math.abs(right.value - right.band.expected) - Math.abs(left.value - left.band.expected))
    .map(({ index }) => index);
  return { unusual, flat: isFlat ? first : null };
}
