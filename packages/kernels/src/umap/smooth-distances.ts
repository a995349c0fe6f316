/** Where `weighNeighbours` reads and writes: one row's neighbours, nearest first. */
export interface RowOfNeighbours {
  distances: Float64Array;
  from: number;
  to: number;
}

const MAX_HALVINGS = 64;
const PRECISION = 1e-5;
/** The width is at least this part of the mean distance. */
const LEAST_WIDTH = 1e-3;

/**
 * Turns the distances of one row's neighbours into bonds of 0 to 1, written to `weights` in the same places: exp(-(d - nearest) /
 * width), with the width at which they sum to `target`. Source: McInnes, Healy and Melville 2018, algorithm 3 (smooth k-nn distances).
 * `nearest` is the smallest distance above 0 (local connectivity 1), or 0 where `connect` is false. `meanOfAll` is the mean of all rows'
 * distances.
 */
export function weighNeighbours(
  { distances, from, to }: RowOfNeighbours,
  weights: Float64Array,
  { target, meanOfAll, connect }: { target: number; meanOfAll: number; connect: boolean },
): void {
  let sum = 0;
  let nearest = 0;
  for (let s = to - 1; s >= from; s--) {
    sum += distances[s];
    if (connect && distances[s] > 0) nearest = distances[s];
  }
  const mean = sum / (to - from);
  let low = 0;
  let high = Infinity;
  let width = mean > 0 ? mean : 1;
  for (let round = 0; round < MAX_HALVINGS; round++) {
    let total = 0;
    for (let s = from; s < to; s++) {
      const beyond = distances[s] - nearest;
      total += beyond > 0 ? Math.exp(-beyond / width) : 1;
    }
    if (Math.abs(total - target) < PRECISION) break;
    if (total > target) high = width;
    else low = width;
    width = high === Infinity ? width * 2 : (low + high) / 2;
  }
  width = Math.max(width, LEAST_WIDTH * (nearest > 0 || !connect ? mean : meanOfAll));
  for (let s = from; s < to; s++) {
    const beyond = distances[s] - nearest;
    weights[s] = beyond > 0 && width > 0 ? Math.exp(-beyond / width) : 1;
  }
}
