/** Where a value would stand among percentiles 0..100: the rank at which it begins, 0 to 100, interpolated. */
export function rankAbove(percentiles: readonly number[], value: number): number {
  const at = percentiles.findIndex((percentile) => percentile >= value);
  if (at === 0) return 0;
  if (at < 0) return percentiles.length - 1;
  const low = percentiles[at - 1] ?? value;
  const high = percentiles[at] ?? value;
  return at - 1 + (value - low) / (high - low);
}

/** The middle of the ranks that a value holds, 0 to 100: shared values stand at the middle of their share. */
export function middleRank(percentiles: readonly number[], value: number): number {
  const low = rankAbove(percentiles, value);
  const last = percentiles.findLastIndex((percentile) => percentile <= value);
  return Math.max(low, (low + Math.max(last, low)) / 2);
}
