/** Running sums of weights: `sums[i]` is the sum of the weights before i, one longer than the weights. */
export function runningSums(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (const [i, weight] of weights.entries()) sums[i + 1] = sums[i]! + weight;
  return sums;
}

/** The index that a uniform number u picks, by weight, among first..last (both included). */
export function pickIndex(sums: Float64Array, u: number, first = 0, last = sums.length - 2): number {
  const target = sums[first]! + u * (sums[last + 1]! - sums[first]!);
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle + 1]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
