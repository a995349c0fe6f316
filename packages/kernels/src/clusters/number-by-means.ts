/** Labels numbered anew, and what that needed to know of each cluster. */
export interface NumberedClusters {
  /** 0..clusters-1, and -1 for noise. */
  labels: Int32Array;
  /** Clusters in use. */
  clusters: number;
  /** Rows in each cluster. */
  sizes: Int32Array;
  /** Row-major, clusters x columns. */
  means: Float64Array;
  /** Rows without a cluster. */
  noise: number;
  /** The new number of each old label; -1 where no row had it. */
  numberOf: Int32Array;
}

/**
 * Numbers clusters by their means, first column first, then the next, so that the same partition has the same labels whatever the seed or
 * the order of rows. Labels that no row has are left out; -1 is noise and stays. Equal means keep the order of their first rows.
 * Cost n x d + k log k. Does not check its input.
 */
export function numberByMeans(
  points: Float64Array,
  { rows, columns, labels }: { rows: number; columns: number; labels: Int32Array },
): NumberedClusters {
  let largest = -1;
  for (let i = 0; i < rows; i++) if (labels[i] > largest) largest = labels[i];
  const mass = new Int32Array(largest + 1);
  const first = new Int32Array(largest + 1).fill(rows);
  const sums = new Float64Array((largest + 1) * columns);
  let noise = 0;
  for (let i = 0; i < rows; i++) {
    const label = labels[i];
    if (label < 0) {
      noise++;
      continue;
    }
    if (mass[label]++ === 0) first[label] = i;
    for (let j = 0; j < columns; j++) sums[label * columns + j] += points[i * columns + j];
  }
  for (let p = 0; p < sums.length; p++) sums[p] /= Math.max(1, mass[Math.floor(p / columns)]);
  const used = Array.from(mass.keys()).filter((label) => mass[label] > 0);
  used.sort((a, b) => compareMeans(sums, a, b, columns) || first[a] - first[b]);

  const numberOf = new Int32Array(largest + 1).fill(-1);
  const sizes = new Int32Array(used.length);
  const means = new Float64Array(used.length * columns);
  used.forEach((label, number) => {
    numberOf[label] = number;
    sizes[number] = mass[label];
    means.set(sums.subarray(label * columns, (label + 1) * columns), number * columns);
  });
  const numbered = labels.map((label) => (label < 0 ? -1 : numberOf[label]));
  return { labels: numbered, clusters: used.length, sizes, means, noise, numberOf };
}

function compareMeans(means: Float64Array, a: number, b: number, columns: number): number {
  for (let j = 0; j < columns; j++) {
    const difference = means[a * columns + j] - means[b * columns + j];
    if (difference !== 0) return difference;
  }
  return 0;
}
