import { ClienteleError, type Scale } from '@clientele/contracts';
import { mean as meanOf, quantiles, standardDeviation } from '@clientele/kernels';

/** How a column is moved and divided. */
export interface ColumnScale {
  center: number;
  divisor: number;
  constant: boolean;
}

/**
 * Centre and divisor of one transformed column. `robust` falls back to the standard deviation where the interquartile range
 * is 0. A column that does not vary beyond rounding (scikit-learn's bound on the variance) has divisor 1.
 */
export function scaleColumn(values: Float64Array, scale: Scale, label: string): ColumnScale {
  const mean = meanOf(values);
  const deviation = standardDeviation(values);
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (!Number.isFinite(deviation) || !Number.isFinite(max - min)) {
    throw new ClienteleError(
      'values-unreadable',
      `${label} runs from ${min} to ${max}, too far apart to compute with; correct these values or take the log.`,
      { column: label, min, max },
    );
  }
  const n = values.length;
  const rounding = n * Number.EPSILON * deviation ** 2 + (n * mean * Number.EPSILON) ** 2;
  const constant = min === max || deviation ** 2 <= rounding;
  if (scale === 'none') return { center: 0, divisor: 1, constant };
  if (constant) return { center: scale === 'standard' && min !== max ? mean : min, divisor: 1, constant };
  if (scale === 'standard') return { center: mean, divisor: deviation, constant };
  if (scale === 'minmax') return { center: min, divisor: max - min, constant };
  const [low = 0, middle = 0, high = 0] = quantiles(values, [0.25, 0.5, 0.75]);
  return { center: middle, divisor: high - low > 0 ? high - low : deviation, constant };
}
