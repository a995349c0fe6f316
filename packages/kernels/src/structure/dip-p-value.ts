import { dipQuantiles, dipTableProbabilities } from './dip-table.ts';

/**
 * How often n values evenly at random have at least this dip, 1 to 0.0001 (which stands for less): from a table of simulated quantiles of
 * sqrt(n) x dip, straight between probabilities and, along 1 / sqrt(n), between sizes. The uniform is the hardest distribution with one peak
 * (Hartigan and Hartigan 1985). 1 for fewer than 4 values, which say nothing.
 */
export function dipPValue(dip: number, n: number): number {
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
  const last = dipTableProbabilities.length - 1;
  if (value >= quantile(last)) return 1 - dipTableProbabilities[last];
  let below = { value: 0, probability: 0 };
  for (let p = 0; p <= last; p++) {
    const at = quantile(p);
    const probability = dipTableProbabilities[p];
    if (value <= at) {
      return 1 - below.probability - ((value - below.value) / (at - below.value)) * (probability - below.probability);
    }
    below = { value: at, probability };
  }
  return 1 - dipTableProbabilities[last];
}
