import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { Problem } from '../kmeans/problem.ts';
import type { KdTree } from '../neighbours/kd-tree.ts';
import { createNearest, findNearest } from '../neighbours/nearest-neighbours.ts';
import { createRandom } from '../random/create-random.ts';
import { MAX_MOVE, PUSHES } from './create-layout.ts';
import type { Curve } from './find-ab.ts';
import { createForceTable, type ForceTable, lookUpForce } from './force-table.ts';
import { weighNeighbours } from './smooth-distances.ts';

/** A run of new rows and the picture they are to be placed in. */
export interface PlaceRowsInput {
  problem: Problem;
  from: number;
  to: number;
  /** Of the points of the fit. */
  tree: KdTree;
  /** The places of the fit, in the caller's order. */
  embedding: Float64Array;
  dimensions: number;
  neighbours: number;
  curve: Curve;
  epochs: number;
  seed: number;
}

const ROWS_BETWEEN_LOOKS = 32;
/** New rows begin near where they belong: a quarter of the fit's rate. */
const FIRST_RATE = 0.25;

/** Places the rows `from` to `to`, each on its own: row-major, (to - from) x dimensions. */
export function placeRows(input: PlaceRowsInput, hooks: Hooks = {}): Float64Array {
  const { problem, from, to, tree, embedding, dimensions, neighbours, curve } = input;
  const table = createForceTable(curve);
  const first = createRandom(input.seed, -34).integer(2 ** 32) | 1;
  const nearest = createNearest(neighbours);
  const distances = new Float64Array(neighbours);
  const weights = new Float64Array(neighbours);
  const rows = new Int32Array(neighbours);
  const places = new Float64Array((to - from) * dimensions);
  const rule = { target: Math.log2(Math.max(2, neighbours)), meanOfAll: 0, connect: false };
  for (let i = from; i < to; i++) {
    if ((i - from) % ROWS_BETWEEN_LOOKS === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.((i - from) / (to - from));
    }
    findNearest(tree, problem.points, i * problem.columns, nearest);
    for (let s = 0; s < neighbours; s++) {
      distances[s] = Math.sqrt(nearest.squares[s]);
      rows[s] = tree.order[nearest.positions[s]];
    }
    const place = places.subarray((i - from) * dimensions, (i - from + 1) * dimensions);
    if (distances[0] === 0) {
      for (let c = 0; c < dimensions; c++) place[c] = embedding[rows[0] * dimensions + c];
      continue;
    }
    weighNeighbours({ distances, from: 0, to: neighbours }, weights, rule);
    let total = 0;
    for (let s = 0; s < neighbours; s++) total += weights[s];
    for (let s = 0; s < neighbours; s++) {
      for (let c = 0; c < dimensions; c++) place[c] += (weights[s] / total) * embedding[rows[s] * dimensions + c];
    }
    settleInPlace(place, rows, weights, input, table, first);
  }
  return places;
}

/** Moves one place along its edges and off rows drawn at random, with all other places fixed. */
function settleInPlace(
  place: Float64Array,
  near: Int32Array,
  weights: Float64Array,
  { embedding, dimensions: d, epochs }: PlaceRowsInput,
  { attraction, repulsion }: ForceTable,
  first: number,
): void {
  const toRow = embedding.length / d / 2 ** 32;
  const move = new Float64Array(d);
  const moveFrom = (row: number, values: Float64Array, rate: number): void => {
    let square = 0;
    for (let c = 0; c < d; c++) {
      move[c] = place[c] - embedding[row * d + c];
      square += move[c] * move[c];
    }
    const force = lookUpForce(values, square);
    for (let c = 0; c < d; c++) place[c] += rate * Math.max(-MAX_MOVE, Math.min(MAX_MOVE, force * move[c]));
  };
  let random = first;
  const moves = new Float64Array(near.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = FIRST_RATE * (1 - epoch / epochs);
    for (let s = 0; s < near.length; s++) {
      // Weights fall with distance: the first is the strongest.
      moves[s] += weights[s] / weights[0];
      if (moves[s] < 1) continue;
      moves[s] -= 1;
      moveFrom(near[s], attraction, rate);
      for (let push = 0; push < PUSHES; push++) {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        moveFrom(Math.floor((random >>> 0) * toRow), repulsion, rate);
      }
    }
  }
}
