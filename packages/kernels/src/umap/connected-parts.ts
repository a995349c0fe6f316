import type { FuzzyGraph } from './fuzzy-graph.ts';

/** The parts of a graph that no edge joins: part p has the rows `members[begins[p]]` to `members[begins[p + 1] - 1]`, ascending. */
export interface ConnectedParts {
  members: Int32Array;
  begins: number[];
}

/** Finds the connected parts of a graph, in order of their first rows. Cost n + edges. */
export function connectedParts({ rows, begins, ends }: FuzzyGraph): ConnectedParts {
  const isReached = new Uint8Array(rows);
  const members = new Int32Array(rows);
  const starts = [0];
  let reached = 0;
  for (let first = 0; first < rows; first++) {
    if (isReached[first] === 1) continue;
    isReached[first] = 1;
    const begin = reached;
    members[reached++] = first;
    for (let at = begin; at < reached; at++) {
      const row = members[at];
      for (let e = begins[row]; e < begins[row + 1]; e++) {
        if (isReached[ends[e]] === 1) continue;
        isReached[ends[e]] = 1;
        members[reached++] = ends[e];
      }
    }
    members.subarray(begin, reached).sort();
    starts.push(reached);
  }
  return { members, begins: starts };
}

/** The graph of some rows that no edge leaves, numbered anew in their order. */
export function partOf(graph: FuzzyGraph, members: Int32Array): FuzzyGraph {
  if (members.length === graph.rows) return graph;
  const numberOf = new Int32Array(graph.rows);
  const begins = new Int32Array(members.length + 1);
  members.forEach((row, i) => {
    numberOf[row] = i;
    begins[i + 1] = begins[i] + graph.begins[row + 1] - graph.begins[row];
  });
  const ends = new Int32Array(begins[members.length]);
  const weights = new Float64Array(ends.length);
  members.forEach((row, i) => {
    for (let e = graph.begins[row], at = begins[i]; e < graph.begins[row + 1]; e++, at++) {
      ends[at] = numberOf[graph.ends[e]];
      weights[at] = graph.weights[e];
    }
  });
  return { rows: members.length, begins, ends, weights };
}
