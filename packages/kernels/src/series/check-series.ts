import { medianOf } from './median-of.ts';

/** RangeError for infinities: a series holds numbers, and NaN for a step without one. */
export function checkSeries(values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++)
    if (values[i] === Infinity || values[i] === -Infinity)
      throw new RangeError(`a series holds finite numbers, or NaN for a missing step; got ${values[i]} at step ${i}`);
}

/** The values with the median for missing ones (0 where all are), and 1 or 0 for each. */
export function withoutMissing(values: ArrayLike<number>): { filled: Float64Array; present: Float64Array } {
  const usual = medianOf(values) || 0;
  return {
    filled: Float64Array.from(values, (value) => (Number.isNaN(value) ? usual : value)),
    present: Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1)),
  };
}
