/** Customers of a segment who bought a product, against all customers. */
export interface LiftCounts {
  /** Customers of the segment who bought it, and all of the segment. */
  own: number;
  size: number;
  /** All customers who bought it, and all customers. */
  buyers: number;
  customers: number;
}

/** Share of the segment's customers who bought it over the share of all. */
export function liftOf({ own, size, buyers, customers }: LiftCounts): number {
  return own / size / (buyers / customers);
}

/**
 * The probability that as many or more of a segment's customers bought a product if segments and purchases had nothing to do with each
 * other: the upper tail of the hypergeometric distribution, Fisher's exact test on one side (Fisher 1935).
 */
export function liftChance({ own, size, buyers, customers }: LiftCounts): number {
  if (own <= Math.max(0, size + buyers - customers)) return 1;
  const first = Math.exp(
    logChoose(buyers, own) + logChoose(customers - buyers, size - own) - logChoose(customers, size),
  );
  let term = 1;
  let sum = 1;
  for (let i = own; i < Math.min(size, buyers) && term > 1e-17 * sum; i++) {
    term *= ((buyers - i) * (size - i)) / ((i + 1) * (customers - buyers - size + i + 1));
    sum += term;
  }
  return Math.min(1, first * sum);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** By Stirling's series from 16 on, good to 13 digits. */
function logFactorial(n: number): number {
  if (n < 16) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return Math.log(product);
  }
  const correction = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + correction;
}
