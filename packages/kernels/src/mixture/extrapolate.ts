import type { Densities } from './densities.ts';

/** Where two steps of EM lead, and how long the leap was. */
export interface Leap {
  densities: Densities;
  /** 1 is where EM itself arrived. */
  length: number;
}

/**
 * Leaps ahead along two successive steps of EM: the squared extrapolation of SQUAREM with step length |r| / |v|.
 * Source: Varadhan and Roland 2008, scheme S3. It works on what needs no bounds (logs of weights and of the factors' diagonals), measured in
 * `deviations` of the columns, so a leap is always a mixture and does not depend on units. Cost k x d².
 */
export function extrapolate(
  [from, one, two]: [Densities, Densities, Densities],
  weights: [Float64Array, Float64Array, Float64Array],
  deviations: Float64Array,
  limit: number,
): Leap {
  const [x, y, z] = [from, one, two].map((densities, s) => toFree(densities, weights[s], deviations));
  let steps = 0;
  let bends = 0;
  for (let p = 0; p < x.length; p++) {
    steps += (y[p] - x[p]) ** 2;
    bends += (z[p] - 2 * y[p] + x[p]) ** 2;
  }
  const length = Math.min(limit, Math.max(1, Math.sqrt(steps / bends) || 1));
  const leapt = x.map((value, p) => {
    const r = y[p] - value;
    return value + 2 * length * r + length * length * (z[p] - y[p] - r);
  });
  return { densities: fromFree(leapt, two, deviations), length };
}

/** Log weights, means and factors without bounds and without units. */
function toFree({ k, d, means, factors, isDiagonal }: Densities, weights: Float64Array, deviations: Float64Array) {
  const free = new Float64Array(k + means.length + factors.length);
  for (let c = 0; c < k; c++) free[c] = Math.log(weights[c]);
  for (let p = 0; p < means.length; p++) free[k + p] = means[p] / deviations[p % d];
  eachFactor(k, d, isDiagonal, (p, j, isOnDiagonal) => {
    const scaled = factors[p] * deviations[j];
    free[k + means.length + p] = isOnDiagonal ? Math.log(scaled) : scaled;
  });
  return free;
}

function fromFree(free: Float64Array, { k, d, isDiagonal }: Densities, deviations: Float64Array): Densities {
  const means = new Float64Array(k * d);
  const factors = new Float64Array(free.length - k - k * d);
  const constants = new Float64Array(k);
  const largest = free.subarray(0, k).reduce((most, log) => Math.max(most, log), -Infinity);
  let total = 0;
  for (let c = 0; c < k; c++) total += Math.exp(free[c] - largest);
  for (let c = 0; c < k; c++) {
    constants[c] = free[c] - largest - Math.log(total) - (d * Math.log(2 * Math.PI)) / 2;
  }
  for (let p = 0; p < means.length; p++) means[p] = free[k + p] * deviations[p % d];
  const width = factors.length / k;
  eachFactor(k, d, isDiagonal, (p, j, isOnDiagonal) => {
    const value = free[k + means.length + p];
    factors[p] = (isOnDiagonal ? Math.exp(value) : value) / deviations[j];
    if (isOnDiagonal) constants[Math.floor(p / width)] += value - Math.log(deviations[j]);
  });
  return { k, d, isDiagonal, means, constants, factors };
}

function eachFactor(
  k: number,
  d: number,
  isDiagonal: boolean,
  visit: (p: number, column: number, isOnDiagonal: boolean) => void,
): void {
  let p = 0;
  for (let c = 0; c < k; c++) {
    for (let i = 0; i < d; i++) for (let j = isDiagonal ? i : 0; j <= i; j++) visit(p++, j, i === j);
  }
}
