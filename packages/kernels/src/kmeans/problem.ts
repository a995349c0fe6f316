/** What the inner parts of k-means work on: points already checked, and moved so that their mean is 0. */
export interface Problem {
  /** Row-major, rows x columns. */
  points: Float64Array;
  rows: number;
  columns: number;
  /** One a row; null where every row counts once. */
  weights: Float64Array | null;
}

/** Where Lloyd's iteration ended. */
export interface Fixed {
  labels: Int32Array;
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  iterations: number;
  /** True where no label changed in the last pass. */
  converged: boolean;
}

/**
 * The rest of a problem of which only some rows are looked at: the weight and sums of rows that stay in their clusters as long as no two
 * centres go farther together than `reach` from where they were when it was measured.
 */
export interface Base {
  mass: Float64Array;
  /** Row-major, clusters x columns. */
  sums: Float64Array;
  reach: number;
  /** Above what rounding can add to a distance. */
  rounding: number;
}

/** A new array of numbers, in shared memory where workers have to see it. */
export function allocateFloat64(length: number, shared: boolean): Float64Array {
  return shared ? new Float64Array(new SharedArrayBuffer(length * 8)) : new Float64Array(length);
}

/** As {@link allocateFloat64}, for labels and row numbers. */
export function allocateInt32(length: number, shared: boolean): Int32Array {
  return shared ? new Int32Array(new SharedArrayBuffer(length * 4)) : new Int32Array(length);
}

/** Squared Euclidean distance between the point at index `i` of `a` and the one at `j` of `b`, both of d numbers. */
export function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, d: number): number {
  if (d === 3) {
    const x = a[i] - b[j];
    const y = a[i + 1] - b[j + 1];
    const z = a[i + 2] - b[j + 2];
    return x * x + y * y + z * z;
  }
  let sum = 0;
  for (let c = 0; c < d; c++) {
    const difference = a[i + c] - b[j + c];
    sum += difference * difference;
  }
  return sum;
}
