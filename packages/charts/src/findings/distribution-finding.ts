import type { NumberSummary } from '@clientele/contracts';

const skewed = 1;
const apart = 1.25;

/** What a skewed feature does: "The mean Revenue is 3.0 times the median". Null where mean and median are near each other. */
export function distributionFinding(
  { label, mean, median, skewness }: NumberSummary,
  times: (value: number) => string,
): string | null {
  if (mean === null || median === null || skewness === null || median <= 0 || mean <= 0) return null;
  if (skewness > skewed && mean >= apart * median) {
    return `The mean ${label} is ${times(mean / median)} times the median`;
  }
  if (skewness < -skewed && median >= apart * mean) {
    return `The median ${label} is ${times(median / mean)} times the mean`;
  }
  return null;
}
