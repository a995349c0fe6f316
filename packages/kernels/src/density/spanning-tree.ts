/**
 * A minimum spanning tree, rows - 1 edges. Edges are compared by the mutual reachability distance of their ends, which is often equal, then
 * by their distance, so that each point hangs on the nearest of those it could.
 */
export interface SpanningTree {
  /** Positions of one end. */
  from: Int32Array;
  /** Positions of the other. */
  to: Int32Array;
  /** Squared mutual reachability: the largest of both ends' squared core distances and their squared distance. */
  reach: Float64Array;
  /** Squared distance. */
  square: Float64Array;
}

/** Room for a tree of `rows` points. */
export function createSpanningTree(rows: number): SpanningTree {
  const edges = rows - 1;
  return {
    from: new Int32Array(edges),
    to: new Int32Array(edges),
    reach: new Float64Array(edges),
    square: new Float64Array(edges),
  };
}
