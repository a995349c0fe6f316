/** How far two clusters are from each other, of those that points alone give. */
export type Linkage = 'ward' | 'average' | 'complete' | 'single';

/** A tree of merges. */
export interface Dendrogram {
  rows: number;
  /** Row-major, (rows - 1) x 2: the two nodes of each merge, smaller number first. Rows are 0..rows-1, merge i makes node rows + i. */
  merges: Int32Array;
  /** Of each merge, ascending; with 'centroid' and 'median' a merge may lie below those it is made of. */
  heights: Float64Array;
  /** Rows under each merge. */
  sizes: Int32Array;
}

/** Merges in the order they were found, each by one row of either side. */
export class MergeList {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly heights: Float64Array;
  length = 0;

  constructor(rows: number) {
    this.first = new Int32Array(rows - 1);
    this.second = new Int32Array(rows - 1);
    this.heights = new Float64Array(rows - 1);
  }

  add(a: number, b: number, height: number): void {
    this.first[this.length] = a;
    this.second[this.length] = b;
    this.heights[this.length++] = height;
  }
}

/** Puts merges that join all rows in order of height, equal ones as they were found, and numbers the nodes. Cost n log n. */
export function toDendrogram(rows: number, { first, second, heights }: MergeList): Dendrogram {
  const order = Int32Array.from(heights.keys()).sort((a, b) => heights[a] - heights[b] || a - b);
  const above = new Int32Array(2 * rows - 1).fill(-1);
  const merges = new Int32Array(2 * (rows - 1));
  const sizes = new Int32Array(rows - 1);
  const sizeOf = (node: number): number => (node < rows ? 1 : sizes[node - rows]);
  order.forEach((merge, i) => {
    const a = topOf(above, first[merge]);
    const b = topOf(above, second[merge]);
    above[a] = rows + i;
    above[b] = rows + i;
    merges[2 * i] = Math.min(a, b);
    merges[2 * i + 1] = Math.max(a, b);
    sizes[i] = sizeOf(a) + sizeOf(b);
  });
  return { rows, merges, heights: Float64Array.from(order, (merge) => heights[merge]), sizes };
}

/** The node without one above it, on the way from `node`; shortens the way. */
function topOf(above: Int32Array, node: number): number {
  let top = node;
  while (above[top] >= 0) top = above[top];
  let at = node;
  while (at !== top) {
    const next = above[at];
    above[at] = top;
    at = next;
  }
  return top;
}
