import type { MergeList } from './dendrogram.ts';
import type { Pace } from './pace.ts';

/** Clusters that can be asked for the nearest one and merged. They are numbered 0..count-1; of two merged the lower number stays. */
export interface ClusterSpace {
  readonly count: number;
  /** The height at which the last found pair merges. */
  foundHeight: number;
  /** Finds the cluster nearest to `cluster`. Among equally near ones `before` wins (-1 where there is none), then the lowest number. */
  nearest(cluster: number, before: number): number;
  merge(a: number, b: number): void;
  /** Rough cost in nanoseconds of the last search. */
  readonly cost: number;
}

/**
 * Merges all clusters of a space by the nearest-neighbour chain: from any cluster go to its nearest, from there to its nearest, until
 * two are each other's nearest, which merge. Gives the same tree as merging the nearest pair of all each time, for every
 * linkage that cannot bring a merged cluster nearer to a third than both parts were (all but centroid and median); where distances are equal it is one of
 * several valid trees. Source: Benzécri 1982; Murtagh 1983. At most 3 n searches. `rowOf` names a row of each cluster for the list.
 */
export function chainNearest(
  space: ClusterSpace,
  { rowOf, merges, pace, from, to }: { rowOf: Int32Array; merges: MergeList; pace: Pace; from: number; to: number },
): void {
  const { count } = space;
  const chain = new Int32Array(count);
  const placeOf = new Int32Array(count).fill(-1);
  const isMerged = new Uint8Array(count);
  // Merged clusters wait behind all others, so that sizes grow evenly: bounds on distances are tighter.
  const waiting = new Int32Array(2 * count);
  for (let c = 0; c < count; c++) waiting[c] = c;
  let ends = count;
  let next = 0;
  let length = 0;
  let left = count;
  while (left > 1) {
    if (length === 0) {
      while (isMerged[waiting[next]] === 1) next++;
      placeOf[waiting[next]] = 0;
      chain[length++] = waiting[next++];
    }
    const top = chain[length - 1];
    const before = length > 1 ? chain[length - 2] : -1;
    const nearest = space.nearest(top, before);
    pace.step(space.cost, from + (to - from) * (1 - left / count));
    if (nearest === before) {
      const [low, high] = top < before ? [top, before] : [before, top];
      merges.add(rowOf[low], rowOf[high], space.foundHeight);
      space.merge(low, high);
      isMerged[high] = 1;
      waiting[ends++] = low;
      placeOf[low] = placeOf[high] = -1;
      length -= 2;
      left--;
    } else if (placeOf[nearest] >= 0) {
      // Rounding brought a merged cluster a hair nearer than its parts were: go on from there.
      while (length - 1 > placeOf[nearest]) placeOf[chain[--length]] = -1;
    } else {
      placeOf[nearest] = length;
      chain[length++] = nearest;
    }
  }
}
