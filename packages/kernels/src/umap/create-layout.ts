import type { Curve } from './find-ab.ts';
import { createForceTable, type ForceTable } from './force-table.ts';
import type { FuzzyGraph } from './fuzzy-graph.ts';

/** What a pass over some rows works on; places and `due` change. */
export interface Layout {
  rows: number;
  dimensions: number;
  begins: Int32Array;
  ends: Int32Array;
  /** Epochs from one move along an edge to the next. */
  every: Float64Array;
  /** The epoch of each edge's next move. */
  due: Float64Array;
  /** Row-major, rows x dimensions. */
  places: Float64Array;
  curve: Curve;
  table: ForceTable;
}

/** A pass over the rows `from` to `to`: answers the state of the random numbers after it. */
export type MoveRows = (layout: Layout, from: number, to: number, epoch: number, rate: number, state: number) => number;

/** Rows drawn at random, to be pushed off, for each move along an edge. */
export const PUSHES = 5;
/** A coordinate moves at most this far at a rate of 1. */
export const MAX_MOVE = 4;

/** Edges too weak to be moved along in all epochs are left out. */
export function createLayout(
  graph: FuzzyGraph,
  places: Float64Array,
  { dimensions, epochs, curve }: { dimensions: number; epochs: number; curve: Curve },
): Layout {
  const { rows } = graph;
  let strongest = 0;
  for (let e = 0; e < graph.weights.length; e++) strongest = Math.max(strongest, graph.weights[e]);
  const begins = new Int32Array(rows + 1);
  const ends = new Int32Array(graph.ends.length);
  const every = new Float64Array(graph.ends.length);
  let used = 0;
  for (let i = 0; i < rows; i++) {
    for (let e = graph.begins[i]; e < graph.begins[i + 1]; e++) {
      if (graph.weights[e] * epochs < strongest) continue;
      ends[used] = graph.ends[e];
      every[used++] = strongest / graph.weights[e];
    }
    begins[i + 1] = used;
  }
  return {
    rows,
    dimensions,
    begins,
    ends: ends.slice(0, used),
    every: every.slice(0, used),
    due: every.slice(0, used),
    places,
    curve,
    table: createForceTable(curve),
  };
}
