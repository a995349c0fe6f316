import { nearestTwoFor } from '../kmeans/nearest-two.ts';

/** Rows `from` to `to` and the centres to choose from. */
export interface AssignRowsInput {
  points: Float64Array;
  from: number;
  to: number;
  columns: number;
  centers: Float64Array;
}

/** Nearest centres of some rows, and what moves the centres to their means. */
export interface AssignedRows {
  labels: Int32Array;
  inertia: number;
  mass: Float64Array;
  /** Sums of the differences to the centre, clusters x columns. */
  sums: Float64Array;
}

/** Gives each row its nearest centre, the lowest number among equals. Cost (to - from) x k x d. */
export function assignRows({ points, from, to, columns, centers }: AssignRowsInput): AssignedRows {
  const k = centers.length / columns;
  const nearest = nearestTwoFor(columns);
  const two = new Float64Array(2);
  const labels = new Int32Array(to - from);
  const mass = new Float64Array(k);
  const sums = new Float64Array(centers.length);
  let inertia = 0;
  for (let i = from, at = from * columns; i < to; i++, at += columns) {
    const c = nearest(points, at, centers, k, columns, two);
    labels[i - from] = c;
    inertia += two[0];
    mass[c]++;
    for (let j = 0, s = c * columns; j < columns; j++, s++) sums[s] += points[at + j] - centers[s];
  }
  return { labels, inertia, mass, sums };
}
