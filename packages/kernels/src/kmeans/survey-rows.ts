import { checkFinite } from '../checks/check-points.ts';
import { type Hooks, stopIfAsked } from '../hooks.ts';
import { createRandom } from '../random/create-random.ts';
import type { Problem } from './problem.ts';

/** Some rows of a problem. */
export interface RowRange {
  problem: Problem;
  from: number;
  to: number;
}

/** Sums of some rows; squares are around the first row of the problem, so that a large offset takes nothing from them. */
export interface Survey {
  mass: number;
  sums: Float64Array;
  squares: Float64Array;
  /** Largest absolute number, and largest weight. */
  largest: number;
  heaviest: number;
}

/** Checks that every number is finite and sums the columns. Cost n x d. RangeError as {@link checkFinite}. */
export function surveyRows({ problem, from, to }: RowRange, hooks: Hooks = {}): Survey {
  stopIfAsked(hooks);
  const { points, columns, weights } = problem;
  const sums = new Float64Array(columns);
  const squares = new Float64Array(columns);
  let mass = 0;
  let largest = 0;
  let heaviest = 0;
  let probe = 0;
  for (let i = from, p = from * columns; i < to; i++) {
    const w = weights === null ? 1 : weights[i];
    mass += w;
    if (w > heaviest) heaviest = w;
    for (let j = 0; j < columns; j++, p++) {
      const value = points[p] - points[j];
      probe += points[p] * 0;
      sums[j] += w * value;
      squares[j] += w * value * value;
      const size = Math.abs(points[p]);
      if (size > largest) largest = size;
    }
  }
  if (probe !== 0) checkFinite(points, columns);
  return { mass, sums, squares, largest, heaviest };
}

/** How to move rows and to draw from them. */
export interface DrawInput extends RowRange {
  /** What to subtract from each column. */
  offsets: Float64Array;
  /** The chance of a row of weight w at squared distance s from the mean: w x (even + far x s). */
  even: number;
  far: number;
}

/** Rows drawn, each with its weight over its chance. */
export interface Drawn {
  points: Float64Array;
  weights: Float64Array;
}

/**
 * Moves the rows, in place, so that each column's mean is 0, and draws some of them, far ones more often: rows too far to be left out have
 * a chance of 1. Source: lightweight coresets, Bachem, Lucic and Krause 2018. Cost n x d.
 */
export function drawRowsInPlace(input: DrawInput, hooks: Hooks = {}): Drawn {
  stopIfAsked(hooks);
  const { problem, from, to, offsets, even, far } = input;
  const { points, columns, weights } = problem;
  const random = createRandom(0, from);
  const rows: number[] = [];
  const drawnWeights: number[] = [];
  for (let i = from, p = from * columns; i < to; i++) {
    let square = 0;
    for (let j = 0; j < columns; j++, p++) {
      points[p] -= offsets[j];
      square += points[p] * points[p];
    }
    const w = weights === null ? 1 : weights[i];
    const chance = Math.min(1, w * (even + far * square));
    if (random.next() < chance) {
      rows.push(i);
      drawnWeights.push(w / chance);
    }
  }
  const drawn = new Float64Array(rows.length * columns);
  rows.forEach((row, r) => {
    for (let j = 0; j < columns; j++) drawn[r * columns + j] = points[row * columns + j];
  });
  return { points: drawn, weights: Float64Array.from(drawnWeights) };
}
