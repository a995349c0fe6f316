import { type Hooks, stopIfAsked } from '../hooks.ts';
import { type Problem, squaredDistance } from '../kmeans/problem.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import type { NearestRows } from './nearest-rows.ts';
import { createLists, type NeighbourLists, offerInPlace } from './neighbour-lists.ts';
import { growProjectionTree } from './projection-tree.ts';
import { type Candidates, createCandidates, drawCandidates } from './sample-candidates.ts';

/** What the search works on. */
export interface DescendInput {
  problem: Problem;
  neighbours: number;
  seed: number;
}

const TREES = 6;
/** Neighbours sought beside those asked for: short lists get stuck. */
const SPARE = 8;
const MAX_ROUNDS = 14;
/** The search ends where a round betters less than this part of all entries. */
const STILL = 0.0005;
const ROWS_BETWEEN_LOOKS = 64;

/**
 * Neighbours of all rows, nearly all of them the true ones: lists begun in the leaves of random projection trees are bettered by looking at
 * the neighbours of neighbours. Source: Dong, Moses and Li 2011 (NN-descent). Cost about n^1.14 x d; memory some 40 numbers a row.
 */
export function descendNeighbours({ problem, neighbours, seed }: DescendInput, hooks: Hooks = {}): NearestRows {
  const { rows } = problem;
  const wanted = Math.min(rows - 1, neighbours + SPARE);
  const lists = createLists(rows, wanted);
  const random = createRandom(seed, -21);
  for (let tree = 0; tree < TREES; tree++) {
    joinLeaves(problem, lists, Math.max(24, neighbours), createRandom(seed, -22, tree), hooks);
    hooks.onProgress?.(((tree + 1) / TREES) * 0.2);
  }
  fillUp(problem, lists, random);
  const candidates = createCandidates(rows, Math.min(40, wanted));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    stopIfAsked(hooks);
    drawCandidates(lists, candidates, random, hooks);
    let better = 0;
    for (let i = 0; i < rows; i++) {
      if (i % ROWS_BETWEEN_LOOKS === 0) {
        stopIfAsked(hooks);
        if (i % 4096 === 0) hooks.onProgress?.(0.2 + 0.8 * (1 - 0.6 ** (round + i / rows)));
      }
      better += joinCandidates(problem, lists, candidates, i);
    }
    if (better <= STILL * rows * wanted) break;
  }
  hooks.onProgress?.(1);
  return shorten(lists, neighbours);
}

/** Offers each other all rows of each leaf of one tree. */
function joinLeaves(
  { points, rows, columns }: Problem,
  lists: NeighbourLists,
  leafSize: number,
  random: Random,
  hooks: Hooks,
): void {
  const { order, begins } = growProjectionTree(points, { rows, columns, leafSize, random }, hooks);
  for (let leaf = 0; leaf + 1 < begins.length; leaf++) {
    if (leaf % ROWS_BETWEEN_LOOKS === 0) stopIfAsked(hooks);
    for (let p = begins[leaf]; p < begins[leaf + 1]; p++) {
      for (let q = p + 1; q < begins[leaf + 1]; q++) {
        const square = squaredDistance(points, order[p] * columns, points, order[q] * columns, columns);
        offerInPlace(lists, order[p], order[q], square);
        offerInPlace(lists, order[q], order[p], square);
      }
    }
  }
}

/** Gives any others to the rows that small leaves left without enough. */
function fillUp({ points, rows, columns }: Problem, lists: NeighbourLists, random: Random): void {
  for (let i = 0; i < rows; i++) {
    for (let other = random.integer(rows); lists.found[i] < lists.neighbours; other = (other + 1) % rows) {
      if (other !== i)
        offerInPlace(lists, i, other, squaredDistance(points, i * columns, points, other * columns, columns));
    }
  }
}

/** Offers each other the candidates of one row, those seen together before left out; answers how many entries got better. */
function joinCandidates(
  { points, columns }: Problem,
  lists: NeighbourLists,
  { room, fresh, freshCount, seen, seenCount }: Candidates,
  row: number,
): number {
  let better = 0;
  const begin = row * room;
  for (let p = 0; p < freshCount[row]; p++) {
    const a = fresh[begin + p];
    for (let q = p + 1 - freshCount[row]; q < seenCount[row]; q++) {
      const b = q < 0 ? fresh[begin + q + freshCount[row]] : seen[begin + q];
      if (a === b) continue;
      const square = squaredDistance(points, a * columns, points, b * columns, columns);
      better += offerInPlace(lists, a, b, square) + offerInPlace(lists, b, a, square);
    }
  }
  return better;
}

function shorten({ rows, neighbours: kept, indices, squares }: NeighbourLists, neighbours: number): NearestRows {
  const result = { indices: new Int32Array(rows * neighbours), distances: new Float64Array(rows * neighbours) };
  for (let i = 0; i < rows; i++) {
    for (let s = 0; s < neighbours; s++) {
      result.indices[i * neighbours + s] = indices[i * kept + s];
      result.distances[i * neighbours + s] = Math.sqrt(squares[i * kept + s]);
    }
  }
  return result;
}
