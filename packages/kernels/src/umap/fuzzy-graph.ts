import { type Hooks, stopIfAsked } from '../hooks.ts';
import { weighNeighbours } from './smooth-distances.ts';

/** A symmetric weighted graph: the edges of row i are at `begins[i]` to `begins[i + 1]`; each edge is there from both ends. */
export interface FuzzyGraph {
  rows: number;
  begins: Int32Array;
  ends: Int32Array;
  /** Above 0, at most 1. */
  weights: Float64Array;
}

const ROWS_BETWEEN_LOOKS = 1_024;

/**
 * The fuzzy simplicial set of a neighbour graph: each row's distances made into bonds, both directions joined by the probabilistic
 * sum a + b - ab. Source: McInnes, Healy and Melville 2018, section 3.1. Cost n k.
 */
export function fuzzyGraph(
  indices: Int32Array,
  distances: Float64Array,
  { rows, neighbours }: { rows: number; neighbours: number },
  hooks: Hooks = {},
): FuzzyGraph {
  const bonds = new Float64Array(distances.length);
  let sum = 0;
  for (let p = 0; p < distances.length; p++) sum += distances[p];
  // The row itself counts as one of the neighbours, as in the authors' program.
  const rule = { target: Math.log2(neighbours + 1), meanOfAll: sum / distances.length, connect: true };
  for (let i = 0; i < rows; i++) {
    if (i % ROWS_BETWEEN_LOOKS === 0) stopIfAsked(hooks);
    weighNeighbours({ distances, from: i * neighbours, to: (i + 1) * neighbours }, bonds, rule);
  }
  return joinBothWays(indices, bonds, rows, neighbours);
}

function joinBothWays(indices: Int32Array, bonds: Float64Array, rows: number, neighbours: number): FuzzyGraph {
  const arriving = new Int32Array(rows + 1);
  for (let p = 0; p < indices.length; p++) arriving[indices[p] + 1]++;
  for (let i = 0; i < rows; i++) arriving[i + 1] += arriving[i];
  const next = arriving.slice(0, rows);
  const sources = new Int32Array(indices.length);
  for (let p = 0; p < indices.length; p++) sources[next[indices[p]]++] = p;

  const begins = new Int32Array(rows + 1);
  const ends = new Int32Array(indices.length * 2);
  const weights = new Float64Array(indices.length * 2);
  const placeOf = new Int32Array(rows).fill(-1);
  let used = 0;
  for (let i = 0; i < rows; i++) {
    const begin = used;
    for (let p = i * neighbours; p < (i + 1) * neighbours; p++) {
      if (bonds[p] === 0) continue;
      placeOf[indices[p]] = used;
      ends[used] = indices[p];
      weights[used++] = bonds[p];
    }
    for (let s = arriving[i]; s < arriving[i + 1]; s++) {
      const bond = bonds[sources[s]];
      if (bond === 0) continue;
      const other = Math.floor(sources[s] / neighbours);
      const at = placeOf[other];
      if (at >= begin) weights[at] = weights[at] + bond - weights[at] * bond;
      else {
        ends[used] = other;
        weights[used++] = bond;
      }
    }
    begins[i + 1] = used;
  }
  return { rows, begins, ends: ends.slice(0, used), weights: weights.slice(0, used) };
}
