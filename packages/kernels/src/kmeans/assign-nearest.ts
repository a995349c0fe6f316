import { checkCount, checkFinite, checkShape } from '../checks/check-points.ts';
import { nearestTwoFor } from './nearest-two.ts';

/** Sizes and centres for {@link assignNearest}. */
export interface AssignOptions {
  rows: number;
  columns: number;
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  clusters: number;
}

/** The nearest centre of each row and the squared distance to it. */
export interface Assignment {
  labels: Int32Array;
  distances: Float64Array;
}

/**
 * Gives each point its nearest centre, the lowest number among equals, with the squared Euclidean distance. Cost n x k x d.
 * RangeError for sizes that do not fit and for numbers that are not finite.
 */
export function assignNearest(points: Float64Array, options: AssignOptions): Assignment {
  const { rows, columns, centers, clusters } = options;
  checkShape(points, rows, columns);
  checkCount('clusters', clusters, 1);
  if (centers.length !== clusters * columns) {
    throw new RangeError(
      `centers must hold clusters x columns = ${clusters} x ${columns} = ${clusters * columns} numbers, got ${centers.length}`,
    );
  }
  checkFinite(points, columns);
  checkFinite(centers, columns);
  const nearest = nearestTwoFor(columns);
  const two = new Float64Array(2);
  const labels = new Int32Array(rows);
  const distances = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    labels[i] = nearest(points, i * columns, centers, clusters, columns, two);
    distances[i] = two[0];
  }
  return { labels, distances };
}
