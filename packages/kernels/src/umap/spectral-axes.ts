import { type Hooks, stopIfAsked } from '../hooks.ts';
import { symmetricEigen } from '../projection/symmetric-eigen.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import type { FuzzyGraph } from './fuzzy-graph.ts';

/** Vectors beside those asked for: the more there are, the sooner those settle. */
const GUARDS = 4;
const MAX_ROUNDS = 12;
const MAX_DEGREE = 24;
/** A start need not be exact: it has settled where no value moves by more than this part. */
const SETTLED = 0.02;

/**
 * The smoothest functions on a connected graph: eigenvectors of the random walk's Laplacian with the smallest eigenvalues above 0, row-
 * major, rows x dimensions, roughly. By Chebyshev-filtered iteration of a small block (Zhou and Saad 2007) that begins at `guess`; a
 * vector's sign is that of its part in the guess. Source: Belkin and Niyogi 2003. Cost a few hundred passes over the edges.
 */
export function spectralAxes(
  graph: FuzzyGraph,
  guess: Float64Array,
  { dimensions, seed }: { dimensions: number; seed: number },
  hooks: Hooks = {},
): Float64Array {
  const { rows } = graph;
  const width = dimensions + GUARDS;
  const random = createRandom(seed, -31);
  const { matrix, roots } = normalised(graph);
  let block: Float64Array = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < width; c++) {
      block[i * width + c] = c < dimensions ? guess[i * dimensions + c] * roots[i] : random.next() - 0.5;
    }
  }
  let before: Float64Array = new Float64Array(width);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    stopIfAsked(hooks);
    orthonormaliseInPlace(block, width, roots, random);
    const values = turnInPlace(block, multiply(matrix, block, width), width);
    let isSettled = round > 1;
    for (let c = 0; c < dimensions; c++) {
      if (Math.abs(values[c] - before[c]) > SETTLED * Math.max(1e-12, 1 - values[c])) isSettled = false;
    }
    if (isSettled) break;
    before = values;
    block = filtered(matrix, block, width, values[width - 1], hooks);
  }
  return firstColumns(block, guess, roots, dimensions, width);
}

/** D^-1/2 W D^-1/2, whose largest eigenvalue, 1, belongs to the roots of the degrees. */
function normalised(graph: FuzzyGraph): { matrix: FuzzyGraph; roots: Float64Array } {
  const { rows, begins, ends } = graph;
  const roots = new Float64Array(rows);
  const weights = graph.weights.slice();
  for (let i = 0; i < rows; i++) {
    for (let e = begins[i]; e < begins[i + 1]; e++) roots[i] += weights[e];
    roots[i] = Math.sqrt(roots[i]);
  }
  for (let i = 0; i < rows; i++)
    for (let e = begins[i]; e < begins[i + 1]; e++) weights[e] /= roots[i] * roots[ends[e]];
  return { matrix: { ...graph, weights }, roots };
}

function multiply({ rows, begins, ends, weights }: FuzzyGraph, block: Float64Array, width: number): Float64Array {
  const product = new Float64Array(block.length);
  for (let i = 0; i < rows; i++) {
    for (let e = begins[i], to = i * width; e < begins[i + 1]; e++) {
      const weight = weights[e];
      const from = ends[e] * width;
      for (let c = 0; c < width; c++) product[to + c] += weight * block[from + c];
    }
  }
  return product;
}

/** Damps what belongs to eigenvalues from -1 to `cut`, and lifts what is above. */
function filtered(matrix: FuzzyGraph, block: Float64Array, width: number, cut: number, hooks: Hooks): Float64Array {
  const half = Math.max(1e-3, (cut + 1) / 2);
  const centre = half - 1;
  // As far as one round can lift the largest without drowning the others.
  const degree = Math.max(
    2,
    Math.min(MAX_DEGREE, Math.floor(Math.acosh(1e8) / Math.acosh((1 - centre) / half + 1e-12))),
  );
  let before = block;
  let now = multiply(matrix, block, width);
  for (let p = 0; p < now.length; p++) now[p] = (now[p] - centre * before[p]) / half;
  for (let step = 2; step <= degree; step++) {
    stopIfAsked(hooks);
    const next = multiply(matrix, now, width);
    for (let p = 0; p < next.length; p++) next[p] = (2 * (next[p] - centre * now[p])) / half - before[p];
    before = now;
    now = next;
  }
  return now;
}

/** Makes the columns of length 1, at right angles to each other and to `roots`; a column with nothing left is drawn anew. */
function orthonormaliseInPlace(block: Float64Array, width: number, roots: Float64Array, random: Random): void {
  const rows = roots.length;
  const lengthOfRoots = Math.sqrt(roots.reduce((sum, root) => sum + root * root, 0));
  const lengthOf = (c: number): number => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += block[i * width + c] ** 2;
    return Math.sqrt(sum);
  };
  for (let c = 0, tries = 0; c < width; c++) {
    const whole = lengthOf(c);
    for (let pass = 0; pass < 2; pass++) {
      for (let other = -1; other < c; other++) {
        let dot = 0;
        for (let i = 0; i < rows; i++) {
          dot += block[i * width + c] * (other < 0 ? roots[i] / lengthOfRoots : block[i * width + other]);
        }
        for (let i = 0; i < rows; i++) {
          block[i * width + c] -= dot * (other < 0 ? roots[i] / lengthOfRoots : block[i * width + other]);
        }
      }
    }
    const length = lengthOf(c);
    if (!(length > 1e-10 * whole) && tries++ < 8) {
      for (let i = 0; i < rows; i++) block[i * width + c] = random.next() - 0.5;
      c--;
      continue;
    }
    for (let i = 0; i < rows; i++) block[i * width + c] /= length > 0 ? length : 1;
  }
}

/** Turns the block to the eigenvectors of the matrix within it (Rayleigh and Ritz), largest value first; answers the values. */
function turnInPlace(block: Float64Array, product: Float64Array, width: number): Float64Array {
  const inner = new Float64Array(width * width);
  const rows = block.length / width;
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < width; a++) {
      for (let b = a; b < width; b++) inner[a * width + b] += block[i * width + a] * product[i * width + b];
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) inner[a * width + b] = inner[b * width + a];
  const { values, vectors } = symmetricEigen(inner, width);
  const row = new Float64Array(width);
  for (let i = 0; i < rows; i++) {
    row.fill(0);
    for (let c = 0; c < width; c++) {
      for (let a = 0; a < width; a++) row[c] += vectors[c * width + a] * block[i * width + a];
    }
    block.set(row, i * width);
  }
  return values;
}

function firstColumns(
  block: Float64Array,
  guess: Float64Array,
  roots: Float64Array,
  dimensions: number,
  width: number,
): Float64Array {
  const axes = new Float64Array(guess.length);
  for (let c = 0; c < dimensions; c++) {
    let dot = 0;
    for (let i = 0; i < roots.length; i++) dot += block[i * width + c] * guess[i * dimensions + c];
    const sign = dot < 0 ? -1 : 1;
    for (let i = 0; i < roots.length; i++) axes[i * dimensions + c] = (sign * block[i * width + c]) / roots[i];
  }
  return axes;
}
