/** Arithmetic mean; NaN of no values. Cost n. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Population standard deviation (divided by n); NaN of no values. Two passes. Cost n. */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(centralMoment(values, 2));
}

/** Population skewness m3 / m2^1.5 (Fisher-Pearson); 0 where all values are equal, NaN of no values. Cost n. */
export function skewness(values: ArrayLike<number>): number {
  const variance = centralMoment(values, 2);
  return variance === 0 ? 0 : centralMoment(values, 3) / variance ** 1.5;
}

function centralMoment(values: ArrayLike<number>, order: number): number {
  if (allEqual(values)) return 0;
  const middle = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - middle) ** order;
  return sum / values.length;
}

// The mean of equal values can differ from them by rounding.
function allEqual(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return values.length > 0;
}
