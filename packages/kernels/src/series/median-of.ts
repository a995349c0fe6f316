/** Median of the numbers, those that are NaN left out; NaN of none. Cost n log n. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median absolute deviation from a center, scaled so that it estimates the standard deviation under a normal law; NaN of no numbers. */
export function scaledMad(values: ArrayLike<number>, center: number): number {
  return 1.482602218505602 * medianOf(Float64Array.from(values, (value) => Math.abs(value - center)));
}
