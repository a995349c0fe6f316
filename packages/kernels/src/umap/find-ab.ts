/** Shape of UMAP's curve 1 / (1 + a d^(2b)), the strength of the bond between two places d apart. */
export interface Curve {
  a: number;
  b: number;
}

const STEPS = 300;
const MAX_ROUNDS = 500;

/**
 * The curve nearest, by least squares over 300 distances from 0 to 3 x spread, to the one wanted: 1 up to `minDistance`, then falling as
 * exp(-(d - minDistance) / spread). Source: McInnes, Healy and Melville 2018; fitted by Levenberg and Marquardt. RangeError where
 * `spread` is not above 0 or `minDistance` is not within 0..spread x 3.
 */
export function findAB(minDistance: number, spread: number): Curve {
  if (!(spread > 0 && spread < Infinity)) throw new RangeError(`spread must be a finite number above 0, got ${spread}`);
  if (!(minDistance >= 0 && minDistance < 3 * spread)) {
    throw new RangeError(`minDistance must be 0 to below 3 x spread = ${3 * spread}, got ${minDistance}`);
  }
  // In units of the spread, so that the start is as good for any.
  const least = minDistance / spread;
  const wanted = Float64Array.from({ length: STEPS }, (_, i) => {
    const d = (3 * i) / (STEPS - 1);
    return d < least ? 1 : Math.exp(least - d);
  });
  let [a, b] = [1, 1];
  let damping = 1e-3;
  let fit = normalEquations(wanted, a, b);
  for (let round = 0; round < MAX_ROUNDS && damping < 1e12; round++) {
    const { aa, ab, bb, ra, rb } = fit;
    const [p, q] = [aa * (1 + damping), bb * (1 + damping)];
    const determinant = p * q - ab * ab;
    const stepA = (q * ra - ab * rb) / determinant;
    const stepB = (p * rb - ab * ra) / determinant;
    const next = normalEquations(wanted, a + stepA, b + stepB);
    if (a + stepA > 0 && b + stepB > 0 && next.cost <= fit.cost) {
      const isStill = Math.abs(stepA) <= 1e-13 * a && Math.abs(stepB) <= 1e-13 * b;
      [a, b, fit] = [a + stepA, b + stepB, next];
      damping = Math.max(1e-12, damping / 10);
      if (isStill) break;
    } else damping *= 10;
  }
  return { a: a / spread ** (2 * b), b };
}

interface NormalEquations {
  cost: number;
  aa: number;
  ab: number;
  bb: number;
  ra: number;
  rb: number;
}

function normalEquations(wanted: Float64Array, a: number, b: number): NormalEquations {
  const sums = { cost: wanted[0] ** 2 - 2 * wanted[0] + 1, aa: 0, ab: 0, bb: 0, ra: 0, rb: 0 };
  for (let i = 1; i < STEPS; i++) {
    const d = (3 * i) / (STEPS - 1);
    const power = d ** (2 * b);
    const value = 1 / (1 + a * power);
    const byA = -power * value * value;
    const byB = 2 * a * Math.log(d) * byA;
    const rest = wanted[i] - value;
    sums.cost += rest * rest;
    sums.aa += byA * byA;
    sums.ab += byA * byB;
    sums.bb += byB * byB;
    sums.ra += byA * rest;
    sums.rb += byB * rest;
  }
  return sums;
}
