import type { Hooks } from '../hooks.ts';
import type { Densities } from './densities.ts';
import { type LogDensities, logDensitiesFor } from './log-densities.ts';

/** What one pass of EM learns of some rows. */
export interface Moments {
  logLikelihood: number;
  /** Posterior rows of each component. */
  mass: Float64Array;
  /** Posterior sums of the differences to the component's mean, k x d. */
  first: Float64Array;
  /** Posterior sums of their products, lower triangles packed by rows, k x d(d + 1)/2; of their squares, k x d, where diagonal. */
  second: Float64Array;
}

/** Rows `from` to `to` of the points under one set of components. */
export interface EmPassInput {
  points: Float64Array;
  from: number;
  to: number;
  densities: Densities;
}

/** A component whose log density is this far below the best at a point adds nothing that a double could hold. */
const NEGLIGIBLE = -40;

type Accumulate = (points: Float64Array, at: number, c: number, share: number, by: Densities, into: Moments) => void;

/**
 * Expectation and the sums for the maximisation in one pass: posteriors are used row by row and never stored, and moments are taken
 * around the present means, so that nothing is lost where a component is narrow and far out. Cost (to - from) x k x d².
 */
export function emPass(
  { points, from, to, densities }: EmPassInput,
  _hooks: Hooks = {},
  logDensities: LogDensities = logDensitiesFor(densities),
): Moments {
  const { k, d } = densities;
  const moments = emptyMoments(densities);
  const accumulate = accumulateFor(densities);
  const logs = new Float64Array(k);
  let logLikelihood = 0;
  for (let i = from, at = from * d; i < to; i++, at += d) {
    const largest = logDensities(points, at, densities, logs);
    let sum = 0;
    for (let c = 0; c < k; c++) {
      const below = logs[c] - largest;
      const part = below === 0 ? 1 : below > NEGLIGIBLE ? Math.exp(below) : 0;
      logs[c] = part;
      sum += part;
    }
    logLikelihood += sum === 1 ? largest : largest + Math.log(sum);
    for (let c = 0; c < k; c++) if (logs[c] > 0) accumulate(points, at, c, logs[c] / sum, densities, moments);
  }
  moments.logLikelihood = logLikelihood;
  return moments;
}

/** The moments of a partition, as {@link emPass} would give them for posteriors of 0 and 1, around `means`. Cost n x d². */
export function momentsOfLabels(
  points: Float64Array,
  labels: Int32Array,
  { k, d, isDiagonal, means }: Pick<Densities, 'k' | 'd' | 'isDiagonal' | 'means'>,
): Moments {
  const moments = emptyMoments({ k, d, isDiagonal });
  const around = { k, d, isDiagonal, means, constants: means, factors: means };
  const accumulate = accumulateFor(around);
  for (let i = 0; i < labels.length; i++) accumulate(points, i * d, labels[i], 1, around, moments);
  return moments;
}

function emptyMoments({ k, d, isDiagonal }: Pick<Densities, 'k' | 'd' | 'isDiagonal'>): Moments {
  return {
    logLikelihood: 0,
    mass: new Float64Array(k),
    first: new Float64Array(k * d),
    second: new Float64Array(k * (isDiagonal ? d : (d * (d + 1)) / 2)),
  };
}

/** Adds the parts of a pass, in their order. */
export function addMoments(parts: Moments[]): Moments {
  const [{ logLikelihood, mass, first, second }, ...others] = parts;
  const total = { logLikelihood, mass: mass.slice(), first: first.slice(), second: second.slice() };
  for (const part of others) {
    total.logLikelihood += part.logLikelihood;
    for (const name of ['mass', 'first', 'second'] as const) {
      for (let p = 0; p < part[name].length; p++) total[name][p] += part[name][p];
    }
  }
  return total;
}

function accumulateFor({ isDiagonal, d }: Densities): Accumulate {
  if (isDiagonal) return addDiagonal;
  return d === 3 ? addTriangularOf3 : addTriangular;
}

const addTriangularOf3: Accumulate = (points, at, c, share, { means }, { mass, first, second }) => {
  const m = c * 3;
  const s = c * 6;
  const x = points[at] - means[m];
  const y = points[at + 1] - means[m + 1];
  const z = points[at + 2] - means[m + 2];
  const sx = share * x;
  const sy = share * y;
  const sz = share * z;
  mass[c] += share;
  first[m] += sx;
  first[m + 1] += sy;
  first[m + 2] += sz;
  second[s] += sx * x;
  second[s + 1] += sy * x;
  second[s + 2] += sy * y;
  second[s + 3] += sz * x;
  second[s + 4] += sz * y;
  second[s + 5] += sz * z;
};

const addTriangular: Accumulate = (points, at, c, share, { d, means }, { mass, first, second }) => {
  const m = c * d;
  let s = (c * d * (d + 1)) / 2;
  mass[c] += share;
  for (let i = 0; i < d; i++) {
    const part = share * (points[at + i] - means[m + i]);
    first[m + i] += part;
    for (let j = 0; j <= i; j++) second[s++] += part * (points[at + j] - means[m + j]);
  }
};

const addDiagonal: Accumulate = (points, at, c, share, { d, means }, { mass, first, second }) => {
  mass[c] += share;
  for (let j = 0, m = c * d; j < d; j++, m++) {
    const difference = points[at + j] - means[m];
    first[m] += share * difference;
    second[m] += share * difference * difference;
  }
};
