import type { Densities } from './densities.ts';

/** Leaves the log of weight x density of each component at one point in `logs` and answers the largest. */
export type LogDensities = (points: Float64Array, at: number, densities: Densities, logs: Float64Array) => number;

const triangularOf2: LogDensities = (points, at, { k, means, constants, factors }, logs) => {
  const x = points[at];
  const y = points[at + 1];
  let largest = -Infinity;
  for (let c = 0, m = 0, f = 0; c < k; c++, m += 2, f += 3) {
    const dx = x - means[m];
    const dy = y - means[m + 1];
    const u = factors[f] * dx;
    const v = factors[f + 1] * dx + factors[f + 2] * dy;
    const log = constants[c] - 0.5 * (u * u + v * v);
    logs[c] = log;
    if (log > largest) largest = log;
  }
  return largest;
};

const triangularOf3: LogDensities = (points, at, { k, means, constants, factors }, logs) => {
  const x = points[at];
  const y = points[at + 1];
  const z = points[at + 2];
  let largest = -Infinity;
  for (let c = 0, m = 0, f = 0; c < k; c++, m += 3, f += 6) {
    const dx = x - means[m];
    const dy = y - means[m + 1];
    const dz = z - means[m + 2];
    const u = factors[f] * dx;
    const v = factors[f + 1] * dx + factors[f + 2] * dy;
    const w = factors[f + 3] * dx + factors[f + 4] * dy + factors[f + 5] * dz;
    const log = constants[c] - 0.5 * (u * u + v * v + w * w);
    logs[c] = log;
    if (log > largest) largest = log;
  }
  return largest;
};

/** For any number of columns; the plain version, against which the others are tested. */
export const triangularOfAny: LogDensities = (points, at, { k, d, means, constants, factors }, logs) => {
  let largest = -Infinity;
  for (let c = 0, m = 0, f = 0; c < k; c++, m += d) {
    let squares = 0;
    for (let i = 0; i < d; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += factors[f++] * (points[at + j] - means[m + j]);
      squares += sum * sum;
    }
    const log = constants[c] - 0.5 * squares;
    logs[c] = log;
    if (log > largest) largest = log;
  }
  return largest;
};

const diagonal: LogDensities = (points, at, { k, d, means, constants, factors }, logs) => {
  let largest = -Infinity;
  for (let c = 0, m = 0; c < k; c++, m += d) {
    let squares = 0;
    for (let j = 0; j < d; j++) {
      const scaled = factors[m + j] * (points[at + j] - means[m + j]);
      squares += scaled * scaled;
    }
    const log = constants[c] - 0.5 * squares;
    logs[c] = log;
    if (log > largest) largest = log;
  }
  return largest;
};

/** The fastest {@link LogDensities} for these. */
export function logDensitiesFor({ isDiagonal, d }: Densities): LogDensities {
  if (isDiagonal) return diagonal;
  if (d === 2) return triangularOf2;
  return d === 3 ? triangularOf3 : triangularOfAny;
}
