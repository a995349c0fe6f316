/**
 * Finds the nearest of k centres to one point: gives its index (the lowest among equals) and leaves the squared
 * distances to the nearest and the second nearest in `two`. Cost k x d.
 */
export type NearestTwo = (
  points: Float64Array,
  at: number,
  centers: Float64Array,
  k: number,
  d: number,
  two: Float64Array,
) => number;

const nearestOf2: NearestTwo = (points, at, centers, k, _d, two) => {
  const x = points[at];
  const y = points[at + 1];
  let best = 0;
  let first = Infinity;
  let second = Infinity;
  for (let c = 0, p = 0; c < k; c++, p += 2) {
    const dx = x - centers[p];
    const dy = y - centers[p + 1];
    const distance = dx * dx + dy * dy;
    if (distance < first) {
      second = first;
      first = distance;
      best = c;
    } else if (distance < second) second = distance;
  }
  two[0] = first;
  two[1] = second;
  return best;
};

const nearestOf3: NearestTwo = (points, at, centers, k, _d, two) => {
  const x = points[at];
  const y = points[at + 1];
  const z = points[at + 2];
  let best = 0;
  let first = Infinity;
  let second = Infinity;
  for (let c = 0, p = 0; c < k; c++, p += 3) {
    const dx = x - centers[p];
    const dy = y - centers[p + 1];
    const dz = z - centers[p + 2];
    const distance = dx * dx + dy * dy + dz * dz;
    if (distance < first) {
      second = first;
      first = distance;
      best = c;
    } else if (distance < second) second = distance;
  }
  two[0] = first;
  two[1] = second;
  return best;
};

/** For any number of columns; the plain version, against which the others are tested. */
export const nearestOfAny: NearestTwo = (points, at, centers, k, d, two) => {
  let best = 0;
  let first = Infinity;
  let second = Infinity;
  for (let c = 0, p = 0; c < k; c++, p += d) {
    let distance = 0;
    for (let j = 0; j < d; j++) {
      const difference = points[at + j] - centers[p + j];
      distance += difference * difference;
    }
    if (distance < first) {
      second = first;
      first = distance;
      best = c;
    } else if (distance < second) second = distance;
  }
  two[0] = first;
  two[1] = second;
  return best;
};

/** The fastest {@link NearestTwo} for that many columns. */
export function nearestTwoFor(columns: number): NearestTwo {
  if (columns === 2) return nearestOf2;
  if (columns === 3) return nearestOf3;
  return nearestOfAny;
}
