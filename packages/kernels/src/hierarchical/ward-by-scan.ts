import type { DistinctPoints } from './distinct-points.ts';
import type { ClusterSpace } from './nearest-neighbour-chain.ts';
import { moveToJointMean, wardDistance } from './ward-distance.ts';

/**
 * Ward's distances from means and sizes, each search over all clusters: n x d time a search, n x d memory. For many columns, where no
 * tree helps, and the reference for {@link WardByTree}.
 */
export class WardByScan implements ClusterSpace {
  readonly count: number;
  foundHeight = 0;
  private readonly columns: number;
  private readonly means: Float64Array;
  private readonly sizes: Float64Array;
  /** Clusters left, in order. */
  private readonly left: Int32Array;
  private end: number;

  constructor({ points, columns, count, sizes }: DistinctPoints) {
    this.count = count;
    this.columns = columns;
    this.means = points.slice();
    this.sizes = sizes.slice();
    this.left = Int32Array.from(sizes.keys());
    this.end = count;
  }

  nearest(cluster: number, before: number): number {
    const { columns, means, sizes, left, end } = this;
    let found = before;
    let best = before < 0 ? Infinity : this.wardBetween(cluster, before);
    const size = sizes[cluster];
    for (let l = 0; l < end; l++) {
      const other = left[l];
      if (other === cluster) continue;
      const share = (size * sizes[other]) / (size + sizes[other]);
      const ward = wardDistance(means, cluster * columns, other * columns, columns, share, best);
      if (ward < best) {
        best = ward;
        found = other;
      }
    }
    this.foundHeight = Math.sqrt(2 * best);
    return found;
  }

  merge(a: number, b: number): void {
    const { columns, means, sizes } = this;
    moveToJointMean(means, a * columns, sizes[a], b * columns, sizes[b], columns);
    if (sizes[b] > sizes[a]) means.copyWithin(a * columns, b * columns, (b + 1) * columns);
    sizes[a] += sizes[b];
    const at = this.left.indexOf(b);
    this.left.copyWithin(at, at + 1, this.end--);
  }

  get cost(): number {
    return this.end * (this.columns + 4);
  }

  private wardBetween(a: number, b: number): number {
    const { columns } = this;
    const sizeA = this.sizes[a];
    const sizeB = this.sizes[b];
    const share = (sizeA * sizeB) / (sizeA + sizeB);
    return wardDistance(this.means, a * columns, b * columns, columns, share, Infinity);
  }
}
