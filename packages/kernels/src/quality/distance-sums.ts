/** Sum of Euclidean distances from the point at index `at` to those from index `from` up to `to`, in a row-major array of d columns. */
export type DistanceSum = (points: Float64Array, at: number, from: number, to: number, d: number) => number;

const distanceSumOf2: DistanceSum = (points, at, from, to) => {
  const x = points[at];
  const y = points[at + 1];
  let sum = 0;
  for (let p = from; p < to; p += 2) {
    const dx = x - points[p];
    const dy = y - points[p + 1];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
};

const distanceSumOf3: DistanceSum = (points, at, from, to) => {
  const x = points[at];
  const y = points[at + 1];
  const z = points[at + 2];
  let sum = 0;
  for (let p = from; p < to; p += 3) {
    const dx = x - points[p];
    const dy = y - points[p + 1];
    const dz = z - points[p + 2];
    sum += Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
  return sum;
};

/** For any number of columns; the plain version, against which the others are tested. */
export const distanceSumOfAny: DistanceSum = (points, at, from, to, d) => {
  let sum = 0;
  for (let p = from; p < to; p += d) {
    let squared = 0;
    for (let j = 0; j < d; j++) {
      const difference = points[at + j] - points[p + j];
      squared += difference * difference;
    }
    sum += Math.sqrt(squared);
  }
  return sum;
};

/** The fastest {@link DistanceSum} for that many columns. */
export function distanceSumFor(columns: number): DistanceSum {
  if (columns === 2) return distanceSumOf2;
  if (columns === 3) return distanceSumOf3;
  return distanceSumOfAny;
}
