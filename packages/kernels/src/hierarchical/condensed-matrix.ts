import { squaredDistance } from '../kmeans/problem.ts';
import type { DistinctPoints } from './distinct-points.ts';
import type { ClusterSpace } from './nearest-neighbour-chain.ts';
import type { Pace } from './pace.ts';

/** Of scipy's seven, those whose merges never lie below what they are made of. */
export type MonotoneLinkage = 'ward' | 'average' | 'complete' | 'single' | 'weighted';

/** More rows are refused: 15,000 x 14,999 / 2 distances of 8 bytes are 0.9 GB. */
export const MAX_MATRIX_ROWS = 15_000;

/** RangeError with the arithmetic for more rows than {@link MAX_MATRIX_ROWS}. */
export function checkMatrixRows(rows: number, what: string): void {
  if (rows <= MAX_MATRIX_ROWS) return;
  const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
  throw new RangeError(
    `${what} needs all distances, n (n - 1) / 2 x 8 bytes = ${gigabytes(4 * rows * (rows - 1))} for ${rows} different rows; ` +
      `at most ${MAX_MATRIX_ROWS} (${gigabytes(4 * MAX_MATRIX_ROWS * (MAX_MATRIX_ROWS - 1))}): take a sample, or linkage ward or single`,
  );
}

/** Distances of all pairs (0, 1), (0, 2), ..., (1, 2), ... as scipy's pdist has them. Cost n² x d / 2. */
export function pairDistances(
  { points, columns, count }: DistinctPoints,
  { pace, from, to }: { pace: Pace; from: number; to: number },
): Float64Array {
  const distances = new Float64Array((count * (count - 1)) / 2);
  for (let i = 0, at = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      distances[at++] = Math.sqrt(squaredDistance(points, i * columns, points, j * columns, columns));
    }
    pace.step((count - i) * (columns + 4), from + (to - from) * (at / distances.length));
  }
  return distances;
}

/**
 * Distances of all pairs of clusters, one for each pair, kept up by the formulas of Lance and Williams 1967. A search looks along one row:
 * n time. The matrix is packed again whenever a quarter of the clusters are gone. For 'ward' it holds squares.
 */
export class CondensedMatrix implements ClusterSpace {
  readonly count: number;
  foundHeight = 0;
  private readonly distances: Float64Array;
  private readonly linkage: MonotoneLinkage;
  private readonly sizes: Float64Array;
  /** Rows of the matrix, those of clusters gone among them. */
  private rows: number;
  private left: number;
  private readonly clusterAt: Int32Array;
  private readonly rowOf: Int32Array;

  /** Takes over `distances`; `sizes` is not changed. */
  constructor(distances: Float64Array, sizes: Float64Array, linkage: MonotoneLinkage) {
    this.count = this.rows = this.left = sizes.length;
    this.distances = distances;
    this.linkage = linkage;
    this.sizes = sizes.slice();
    this.clusterAt = Int32Array.from(sizes.keys());
    this.rowOf = this.clusterAt.slice();
    if (linkage === 'ward') scaleToWard(this.distances, sizes);
  }

  nearest(cluster: number, before: number): number {
    const { rows, distances, rowOf } = this;
    const row = rowOf[cluster];
    let found = before < 0 ? -1 : rowOf[before];
    let best = before < 0 ? Infinity : distances[found < row ? this.at(found, row) : this.at(row, found)];
    for (let other = 0, p = row - 1; other < row; p += rows - other - 2, other++) {
      if (distances[p] < best) {
        best = distances[p];
        found = other;
      }
    }
    for (let other = row + 1, p = this.at(row, other); other < rows; other++, p++) {
      if (distances[p] < best) {
        best = distances[p];
        found = other;
      }
    }
    this.foundHeight = this.linkage === 'ward' ? Math.sqrt(best) : best;
    return this.clusterAt[found];
  }

  merge(a: number, b: number): void {
    const { rows, distances, clusterAt, linkage } = this;
    const sizes = this.sizes;
    const keep = this.rowOf[a];
    const drop = this.rowOf[b];
    const joint = distances[this.at(keep, drop)];
    const sizeA = sizes[a];
    const sizeB = sizes[b];
    // Of the pair of `other` with each; along the diagonal they go on in their own rows.
    let p = keep - 1;
    let q = drop - 1;
    const step = (other: number, own: number): number => (other < own ? rows - other - 2 : 1);
    for (let other = 0; other < rows; p += step(other, keep), q += step(other, drop), other++) {
      if (other === keep) p = this.at(keep, keep);
      if (other === drop) q = this.at(drop, drop);
      if (other === keep || other === drop) continue;
      const toA = distances[p];
      // Infinitely far is a cluster that is gone.
      if (toA === Infinity) continue;
      const toB = distances[q];
      if (linkage === 'average') distances[p] = (sizeA * toA + sizeB * toB) / (sizeA + sizeB);
      else if (linkage === 'complete') distances[p] = toA > toB ? toA : toB;
      else if (linkage === 'single') distances[p] = toA < toB ? toA : toB;
      else if (linkage === 'weighted') distances[p] = (toA + toB) / 2;
      else {
        const size = sizes[clusterAt[other]];
        const ward = ((size + sizeA) * toA + (size + sizeB) * toB - size * joint) / (size + sizeA + sizeB);
        distances[p] = Math.max(0, ward);
      }
      distances[q] = Infinity;
    }
    distances[this.at(keep, drop)] = Infinity;
    sizes[a] += sizeB;
    this.rowOf[b] = -1;
    this.left--;
    if (4 * this.left <= 3 * rows) this.pack();
  }

  get cost(): number {
    return 12 * this.rows;
  }

  private at(low: number, high: number): number {
    return low * this.rows - (low * (low + 1)) / 2 + high - low - 1;
  }

  /** Moves what is left to the front: every distance moves down or stays. */
  private pack(): void {
    const { rows, distances, clusterAt, rowOf } = this;
    const kept: number[] = [];
    for (let row = 0; row < rows; row++) if (rowOf[clusterAt[row]] === row) kept.push(row);
    let to = 0;
    for (const [k, low] of kept.entries()) {
      const from = this.at(low, 0);
      for (let h = k + 1; h < kept.length; h++) distances[to++] = distances[from + kept[h]];
    }
    for (const [k, row] of kept.entries()) {
      clusterAt[k] = clusterAt[row];
      rowOf[clusterAt[k]] = k;
    }
    this.rows = kept.length;
  }
}

/** Squares, times 2 |a| |b| / (|a| + |b|). */
function scaleToWard(distances: Float64Array, sizes: Float64Array): void {
  for (let i = 0, at = 0; i < sizes.length; i++) {
    for (let j = i + 1; j < sizes.length; j++, at++) {
      distances[at] *= (distances[at] * 2 * sizes[i] * sizes[j]) / (sizes[i] + sizes[j]);
    }
  }
}
