import { checkCount, checkFinite, checkShape } from '../checks/check-points.ts';
import { createRandom } from '../random/create-random.ts';
import { firstState, type MiniBatchState, stepInPlace } from './mini-batch-state.ts';

/** What it needs to know before the first row. */
export interface MiniBatchOptions {
  columns: number;
  /** How many clusters to look for. */
  clusters: number;
  seed?: number;
  /** Rows to wait for before the centres are first placed. */
  firstRows?: number;
}

/** K-means that is shown its rows a batch at a time and keeps none. */
export interface MiniBatchKmeans {
  /** Shows it `rows` more rows, row-major; the batch is not changed. */
  add(batch: Float64Array, rows: number): void;
  /** The centres as they are now, row-major, by their numbers, first column first; a copy. Empty before the first row. */
  centers(): Float64Array;
  /** Rows each of {@link centers} has drawn to it, in the same order; a copy. */
  readonly counts: Float64Array;
  /** Rows seen. */
  readonly rows: number;
}

/**
 * K-means for rows that do not fit into memory or come one after the other. Source: Sculley 2010; see {@link stepInPlace}.
 * It holds back up to `firstRows` rows (256 or 20 a cluster unless given) to place the centres well, then k x d numbers. The centres follow
 * from the batches and `seed`; batches in random order do best, sorted ones badly. Give new points their centres with `assignNearest`.
 * Cost rows x k x d a batch. RangeError for sizes that do not fit and for numbers that are not finite.
 */
export function createMiniBatchKmeans(options: MiniBatchOptions): MiniBatchKmeans {
  const { columns, clusters, seed = 1, firstRows = Math.max(256, 20 * options.clusters) } = options;
  checkCount('columns', columns, 1);
  checkCount('clusters', clusters, 1);
  checkCount('firstRows', firstRows, 1);
  const random = createRandom(seed, clusters, 0);
  let pending: Float64Array[] = [];
  let held = 0;
  let seen = 0;
  let state: MiniBatchState | null = null;

  /** Where the centres are, or would be if no more rows came. */
  const present = (): MiniBatchState => {
    if (state !== null) return state;
    if (held === 0) return { centers: new Float64Array(0), counts: new Float64Array(0), columns, clusters };
    const points = join(pending, held * columns);
    const early = createRandom(seed, clusters, 0);
    const first = firstState(points, columns, clusters, early);
    stepInPlace(first, points, held, early);
    return first;
  };

  return {
    add(batch, rows) {
      checkShape(batch, rows, columns);
      checkFinite(batch, columns);
      seen += rows;
      if (state !== null) {
        stepInPlace(state, batch, rows, random);
        return;
      }
      pending.push(batch.slice());
      held += rows;
      if (held < firstRows) return;
      const points = join(pending, held * columns);
      state = firstState(points, columns, clusters, random);
      stepInPlace(state, points, held, random);
      pending = [];
    },
    centers: () => inOrder(present()).centers,
    get counts() {
      return inOrder(present()).counts;
    },
    get rows() {
      return seen;
    },
  };
}

function join(parts: Float64Array[], length: number): Float64Array {
  const joined = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A copy with the centres by their numbers, first column first. */
export function inOrder({ centers, counts, columns }: Omit<MiniBatchState, 'clusters'>): {
  centers: Float64Array;
  counts: Float64Array;
} {
  const order = Array.from(counts.keys()).sort((a, b) => {
    for (let j = 0; j < columns; j++) {
      const difference = centers[a * columns + j] - centers[b * columns + j];
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const sorted = { centers: new Float64Array(centers.length), counts: new Float64Array(counts.length) };
  order.forEach((from, to) => {
    sorted.centers.set(centers.subarray(from * columns, (from + 1) * columns), to * columns);
    sorted.counts[to] = counts[from];
  });
  return sorted;
}
