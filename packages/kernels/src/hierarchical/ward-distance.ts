const COLUMNS_BETWEEN_LOOKS = 8;

/**
 * `share` times the squared distance of the means at index `a` and `b`; may leave off early, with less than that, once it is above
 * `limit`. With the share |a| |b| / (|a| + |b|) it is the sum of squares that merging the two adds (Ward 1963):
 * half the square of the height.
 */
export function wardDistance(
  means: Float64Array,
  a: number,
  b: number,
  columns: number,
  share: number,
  limit: number,
): number {
  let square = 0;
  let ward = 0;
  for (let j = 0; j < columns; ) {
    const to = Math.min(columns, j + COLUMNS_BETWEEN_LOOKS);
    for (; j < to; j++) {
      const difference = means[a + j] - means[b + j];
      square += difference * difference;
    }
    ward = share * square;
    if (ward > limit) break;
  }
  return ward;
}

/** Writes the mean of both clusters in place of the larger one's, the one at `a` where sizes are equal. */
export function moveToJointMean(
  means: Float64Array,
  a: number,
  sizeA: number,
  b: number,
  sizeB: number,
  columns: number,
): void {
  const to = sizeB > sizeA ? b : a;
  const from = sizeB > sizeA ? a : b;
  const share = Math.min(sizeA, sizeB) / (sizeA + sizeB);
  for (let j = 0; j < columns; j++) means[to + j] += (means[from + j] - means[to + j]) * share;
}
