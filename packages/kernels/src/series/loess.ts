/** Local regression at evenly spaced places. */
export interface LoessOptions {
  /** Values that count for a place. */
  window: number;
  /** 0: local means; 1: local lines. */
  degree: 0 | 1;
  /** One a value, 0 leaves it out; absent: all 1. */
  weights?: Float64Array | null;
}

/**
 * Loess (Cleveland 1979, as STL's published program has it) at the places of the values 0..n-1, with tricube weights. A place that no value
 * with weight lies near keeps its own value. Cost n x window. Not checked: values and weights that are no finite numbers.
 */
export function loess(values: Float64Array, options: LoessOptions): Float64Array {
  return Float64Array.from(values, (_, place) => loessAt(values, options, place));
}

/** {@link loess} at one place, also beyond the first and the last. */
export function loessAt(values: Float64Array, { window, degree, weights }: LoessOptions, place: number): number {
  const n = values.length;
  const left = Math.max(0, Math.min(n - window, place - (window >> 1)));
  const right = Math.min(n, left + window) - 1;
  const reach = Math.max(place - left, right - place) + (window > n ? (window - n) >> 1 : 0);
  const near = new Float64Array(right - left + 1);
  let total = 0;
  for (let i = left; i <= right; i++) {
    const distance = Math.abs(i - place);
    if (distance > 0.999 * reach) continue;
    const part = distance / reach;
    const cube = distance <= 0.001 * reach ? 1 : 1 - part * part * part;
    const weight = cube * cube * cube * (weights ? weights[i] : 1);
    near[i - left] = weight;
    total += weight;
  }
  if (total <= 0) return values[Math.max(0, Math.min(n - 1, place))];
  let center = 0;
  for (let i = left; i <= right; i++) {
    near[i - left] /= total;
    center += near[i - left] * i;
  }
  let spread = 0;
  for (let i = left; i <= right; i++) spread += near[i - left] * (i - center) * (i - center);
  const isLine = degree === 1 && reach > 0 && Math.sqrt(spread) > 0.001 * (n - 1);
  const slope = isLine ? (place - center) / spread : 0;
  let fitted = 0;
  for (let i = left; i <= right; i++) fitted += near[i - left] * (1 + slope * (i - center)) * values[i];
  return fitted;
}
