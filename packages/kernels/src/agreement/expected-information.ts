import { type Contingency, contingency } from './contingency.ts';

/** Terms this much smaller than the largest are left out. */
const NEGLIGIBLE = 1e-20;

/**
 * The mutual information, in nats, that two labelings with these sizes of clusters have on average where they know nothing of each other
 * (hypergeometric model). Source: Vinh, Epps and Bailey 2010.
 *
 * The probabilities of one cell are made from their ratios, outwards from the most likely count until they vanish, so that no logarithm of
 * a factorial loses digits; clusters of equal size are worked once. Cost n + sizes² x the square root of the usual cell.
 * RangeError as for {@link contingency}.
 */
export function expectedMutualInformation(a: Int32Array, b: Int32Array): number {
  return expectedInformationOf(contingency(a, b));
}

/** As {@link expectedMutualInformation}, of a table. */
export function expectedInformationOf({ sizesA, sizesB, rows }: Contingency): number {
  const others = countSizes(sizesB);
  let sum = 0;
  for (const [a, timesA] of countSizes(sizesA)) {
    for (const [b, timesB] of others) sum += timesA * timesB * expectedCell(a, b, rows);
  }
  return sum;
}

/** The mean over the counts c that clusters of a and b rows of n can share of c / n x log(n c / (a b)). */
function expectedCell(a: number, b: number, n: number): number {
  const least = Math.max(0, a + b - n);
  const most = Math.min(a, b);
  const mode = Math.min(most, Math.max(least, Math.floor(((a + 1) * (b + 1)) / (n + 2))));
  const term = (c: number): number => (c === 0 ? 0 : (c / n) * Math.log((n * c) / (a * b)));
  let mass = 1;
  let sum = term(mode);
  let weight = 1;
  for (let c = mode; c < most && weight > NEGLIGIBLE; c++) {
    weight *= ((a - c) / (c + 1)) * ((b - c) / (n - a - b + c + 1));
    mass += weight;
    sum += weight * term(c + 1);
  }
  weight = 1;
  for (let c = mode; c > least && weight > NEGLIGIBLE; c--) {
    weight *= (c / (a - c + 1)) * ((n - a - b + c) / (b - c + 1));
    mass += weight;
    sum += weight * term(c - 1);
  }
  return sum / mass;
}

function countSizes(sizes: Float64Array): Map<number, number> {
  const times = new Map<number, number>();
  for (const size of sizes) times.set(size, (times.get(size) ?? 0) + 1);
  return times;
}
