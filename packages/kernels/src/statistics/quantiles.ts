/**
 * Quantiles of type 7 (Hyndman and Fan 1996; the default of R and NumPy): linear between the two nearest order statistics.
 * `values` in any order, not changed; one answer a probability. Cost n log n. RangeError for no values, for a value that is NaN, and
 * for a probability outside 0 to 1.
 */
export function quantiles(values: ArrayLike<number>, probabilities: readonly number[]): Float64Array {
  if (values.length === 0) throw new RangeError('quantiles need at least 1 value, got 0');
  const sorted = Float64Array.from(values).sort();
  // NaN sorts last.
  if (Number.isNaN(sorted[sorted.length - 1])) throw new RangeError('quantiles need numbers, got NaN among the values');
  return Float64Array.from(probabilities, (probability) => {
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`a probability must be 0 to 1, got ${probability}`);
    const position = (sorted.length - 1) * probability;
    const below = Math.floor(position);
    const above = Math.min(below + 1, sorted.length - 1);
    const part = position - below;
    if (part === 0 || sorted[below] === sorted[above]) return sorted[below];
    return Math.min(sorted[above], sorted[below] + part * (sorted[above] - sorted[below]));
  });
}
