import type { Month } from '@clientele/contracts';
import { median } from './median.ts';

/** Of the median absolute deviation, so that it estimates a standard deviation under a normal law. */
const madToSigma = 1.4826;
const fewestMonths = 6;

export interface UsualMonths {
  median: number;
  /** Median less and plus three scaled MAD. */
  low: number;
  high: number;
  /** Indexes of finished months outside the range, most unusual first. */
  unusual: number[];
}

/** True where the data cover every day of the month. */
export const isFinished = (month: Month): boolean => month.days >= month.daysInMonth;

/**
 * The usual range of a monthly measure: median \u00B1 3 scaled MAD over the finished months (Leys et al. 2013). Null below six finished
 * months or where more than half are equal. A month outside it is unusual unless the same month of another year lies outside on the same side:
 * a peak that comes each year is no alarm.
 */
export function usualMonths(months: readonly Month[], measure: (month: Month) => number): UsualMonths | null {
  const finished = months.flatMap((month, index) =>
    isFinished(month) ? [{ index, month, value: measure(month) }] : [],
  );
  const center = median(finished.map(({ value }) => value));
  if (center === null || finished.length < fewestMonths) return null;
  const spread = (median(finished.map(({ value }) => Math.abs(value - center))) ?? 0) * madToSigma;
  if (spread === 0) return null;
  const low = center - 3 * spread;
  const high = center + 3 * spread;
  const side = (value: number) => (value > high ? 1 : value < low ? -1 : 0);
  const recurs = (month: Month, value: number) =>
    finished.some(
      (other) =>
        other.month.month !== month.month &&
        other.month.month.slice(5) === month.month.slice(5) &&
        side(other.value) === side(value),
    );
  const unusual = finished
    .filter(({ month, value }) => side(value) !== 0 && !recurs(month, value))
    .sort((left, right) => Math.abs(right.value - center) - Math.abs(left.value - center))
    .map(({ index }) => index);
  return { median: center, low, high, unusual };
}
