import { dipQuantiles, dipTableProbabilities } from './dip-table.ts';

/**
 * How often n values evenly at random have at least this dip, 1 to 0.0001 (which stands for less): from a table of simulated quantiles of
 * sqrt(n) x dip, straight between probabilities and, along 1 / sqrt(n), between sizes. The uniform is the hardest distribution with one peak
 * (Hartigan and Hartigan 1985). 1 for fewer than 4 values, which say nothing.
 */
export function dipPValue(dip: number, n: number): number {
  return pValueOf(dip, n, () => 1 - dipTableProbabilities[LAST]);
}

/**
 * As {@link dipPValue}, carried on beyond the table, as if each further step as long as that from 0.999 to 0.9999 took another power of ten (it takes more):
 * for p-values that are to be combined.
 */
export function dipTailPValue(dip: number, n: number): number {
  return pValueOf(dip, n, (value, quantile) => {
    const step = quantile(LAST) - quantile(dipTableProbabilities.indexOf(0.999));
    const powers = step > 0 ? Math.min(MOST_POWERS, (value - quantile(LAST)) / step) : 0;
    return (1 - dipTableProbabilities[LAST]) * 10 ** -powers;
  });
}

const LAST = dipTableProbabilities.length - 1;
const MOST_POWERS = 40;

function pValueOf(dip: number, n: number, beyond: (value: number, quantile: (p: number) => number) => number): number {
  if (!(dip >= 0 && dip <= 0.5)) throw new RangeError(`a dip must be 0 to 0.5, got ${dip}`);
  if (n < dipQuantiles[0][0]) return 1;
  const above = dipQuantiles.findIndex(([size]) => size >= n);
  const next = above < 0 ? dipQuantiles.length - 1 : above;
  const [largeSize, large] = dipQuantiles[next];
  const [smallSize, small] = dipQuantiles[Math.max(0, next - 1)];
  const size = Math.min(n, largeSize);
  const part =
    largeSize === smallSize ? 1 : (smallSize ** -0.5 - size ** -0.5) / (smallSize ** -0.5 - largeSize ** -0.5);
  const quantile = (p: number): number => small[p] + part * (large[p] - small[p]);

  const value = dip * Math.sqrt(n);
  if (value >= quantile(LAST)) return beyond(value, quantile);
  let below = { value: 0, probability: 0 };
  for (let p = 0; p <= LAST; p++) {
    const at = quantile(p);
    const probability = dipTableProbabilities[p];
    if (value <= at) {
      return 1 - below.probability - ((value - below.value) / (at - below.value)) * (probability - below.probability);
    }
    below = { value: at, probability };
  }
  return beyond(value, quantile);
}
