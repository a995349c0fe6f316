/** How far values are from a single peak. */
export interface Dip {
  /** Largest distance between the share of values and the nearest distribution with one peak: 0 to 0.25. */
  dip: number;
  /** Where that distribution's peak begins. */
  low: number;
  /** Where it ends. */
  high: number;
}

/**
 * Dip statistic, exact: the distance of the empirical distribution from the nearest unimodal one. Source: Hartigan and Hartigan 1985, the
 * algorithm of greatest convex minorants and least concave majorants. Equal values count as one point with their weight, so that a single
 * value has dip 0 (R's diptest: 1 / 2n). `values` in any order, not changed. Cost n log n. RangeError for no values and for what
 * is not finite.
 */
export function dipStatistic(values: ArrayLike<number>): Dip {
  if (values.length === 0) throw new RangeError('the dip needs at least 1 value, got 0');
  const sorted = Float64Array.from(values).sort();
  // NaN sorts last.
  if (!Number.isFinite(sorted[0]) || !Number.isFinite(sorted[sorted.length - 1])) {
    throw new RangeError('the dip needs finite numbers, got NaN or an infinity among the values');
  }
  return dipOfSorted(sorted);
}

/** As {@link dipStatistic}, of values in ascending order, which are not checked. Cost n a round, a few rounds. */
export function dipOfSorted(sorted: Float64Array): Dip {
  const { x, below, upTo } = stepsOf(sorted);
  const lower = new Int32Array(x.length);
  const upper = new Int32Array(x.length);
  let low = 0;
  let high = x.length - 1;
  // In counts of values; the dip is half of it over n.
  let dip = 0;
  for (;;) {
    const lowerEnd = hull(x, below, low, high, 1, lower);
    const upperEnd = hull(x, upTo, low, high, -1, upper);
    const widest = widestGap(x, below, upTo, lower, lowerEnd, upper, upperEnd);
    if (widest.gap <= dip) break;
    const left = aboveMinorant(x, below, upTo, lower, widest.low);
    const right = belowMajorant(x, below, upTo, upper, upperEnd, widest.high);
    dip = Math.max(dip, left, right);
    if (widest.low === low && widest.high === high) break;
    low = widest.low;
    high = widest.high;
  }
  return { dip: dip / (2 * sorted.length), low: x[low], high: x[high] };
}

/** The distinct values, and how many values lie below each and up to each. */
function stepsOf(sorted: Float64Array): { x: Float64Array; below: Float64Array; upTo: Float64Array } {
  const x = new Float64Array(sorted.length);
  const below = new Float64Array(sorted.length);
  const upTo = new Float64Array(sorted.length);
  let used = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) {
      x[used] = sorted[i];
      below[used++] = i;
    }
    upTo[used - 1] = i + 1;
  }
  return { x: x.subarray(0, used), below: below.subarray(0, used), upTo: upTo.subarray(0, used) };
}

/** The corners of the convex hull below (turn 1) or above (turn -1) the points; answers the place of the last in `into`. */
function hull(x: Float64Array, y: Float64Array, low: number, high: number, turn: number, into: Int32Array): number {
  let last = -1;
  for (let i = low; i <= high; i++) {
    while (last >= 1) {
      const a = into[last - 1];
      const b = into[last];
      if (turn * ((y[b] - y[a]) * (x[i] - x[b]) - (y[i] - y[b]) * (x[b] - x[a])) < 0) break;
      last--;
    }
    into[++last] = i;
  }
  return last;
}

/** The largest distance of the two hulls, and the corners around it. */
function widestGap(
  x: Float64Array,
  below: Float64Array,
  upTo: Float64Array,
  lower: Int32Array,
  lowerEnd: number,
  upper: Int32Array,
  upperEnd: number,
): { gap: number; low: number; high: number } {
  const widest = { gap: 0, low: lower[0], high: upper[upperEnd] };
  for (let l = 0, u = 0; l <= lowerEnd && u <= upperEnd; ) {
    const a = lower[l];
    const b = upper[u];
    const isCornerOfBoth = a === b;
    let gap: number;
    let low = a;
    const high = b;
    if (isCornerOfBoth) gap = upTo[b] - below[a];
    else if (a < b) gap = between(x, upTo, upper[u - 1], b, a) - below[a];
    else {
      low = lower[l - 1];
      gap = upTo[b] - between(x, below, low, a, b);
    }
    if (gap > widest.gap) {
      widest.gap = gap;
      widest.low = low;
      widest.high = high;
    }
    if (a <= b) l++;
    if (b <= a) u++;
  }
  return widest;
}

/** How far the steps rise above the convex hull left of the peak. */
function aboveMinorant(
  x: Float64Array,
  below: Float64Array,
  upTo: Float64Array,
  lower: Int32Array,
  to: number,
): number {
  let most = 0;
  for (let l = 0; lower[l] < to; l++) {
    for (let i = lower[l]; i < lower[l + 1]; i++) {
      most = Math.max(most, upTo[i] - between(x, below, lower[l], lower[l + 1], i));
    }
  }
  return most;
}

/** How far the steps fall below the concave hull right of the peak. */
function belowMajorant(
  x: Float64Array,
  below: Float64Array,
  upTo: Float64Array,
  upper: Int32Array,
  upperEnd: number,
  from: number,
): number {
  let most = 0;
  for (let u = upperEnd; upper[u] > from; u--) {
    for (let i = upper[u]; i > upper[u - 1]; i--) {
      most = Math.max(most, between(x, upTo, upper[u - 1], upper[u], i) - below[i]);
    }
  }
  return most;
}

/** The height at point i of the line through points a and b. */
function between(x: Float64Array, y: Float64Array, a: number, b: number, i: number): number {
  return y[a] + ((y[b] - y[a]) * (x[i] - x[a])) / (x[b] - x[a]);
}
