import type { Tally } from './box.ts';

/** Per rank of a column what it would add, and what the rule matches without. */
export interface RankSums {
  matched: Float64Array;
  hits: Float64Array;
  base: Tally;
  /** Customers in the segment. */
  size: number;
}

export interface Interval extends Tally {
  low: number;
  high: number;
}

/** Ranks that nobody has are left out; `ranks` are those that stay. */
export interface DenseSums extends RankSums {
  ranks: Int32Array;
  distinct: number;
}

export function denseSums(sums: RankSums): DenseSums {
  const distinct = sums.matched.length;
  const ranks = new Int32Array(distinct);
  const matched = new Float64Array(distinct);
  const hits = new Float64Array(distinct);
  let count = 0;
  for (let rank = 0; rank < distinct; rank++) {
    const each = sums.matched[rank] as number;
    if (each === 0) continue;
    ranks[count] = rank;
    matched[count] = each;
    hits[count++] = sums.hits[rank] as number;
  }
  const [a, b, c] = [matched.subarray(0, count), hits.subarray(0, count), ranks.subarray(0, count)];
  return { ...sums, matched: a, hits: b, ranks: c, distinct };
}

/**
 * The interval of ranks of the best F1, exact, open above or below where asked, of equal ones the widest. F1 is a ratio of sums, so it is
 * reached by intervals of the largest sum under ever better ratios (Dinkelbach 1967, with Kadane's scan). O(ranks), a few times.
 */
export function bestInterval(sums: DenseSums, side: 'both' | 'above' | 'below'): Interval {
  const { ranks, base, size, distinct } = sums;
  const count = ranks.length;
  let ratio = 0;
  let best: Interval = { low: 0, high: distinct - 1, ...base };
  for (let step = 0; step < 40; step++) {
    const { first, last, ...found } = side === 'above' ? scanDown(sums, ratio) : scanUp(sums, ratio, side === 'both');
    const next = (2 * (found.hits + base.hits)) / (found.matched + base.matched + size);
    if (step > 0 && next <= ratio * (1 + 1e-12)) break;
    ratio = next;
    best = {
      low: first === 0 ? 0 : (ranks[first - 1] as number) + 1,
      high: last >= count - 1 ? distinct - 1 : (ranks[last + 1] as number) - 1,
      matched: found.matched + base.matched,
      hits: found.hits + base.hits,
    };
  }
  return best;
}

interface Scan extends Tally {
  first: number;
  last: number;
}

function scanUp({ matched, hits }: DenseSums, ratio: number, mayStartLater: boolean): Scan {
  const best: Scan = { first: 0, last: matched.length - 1, matched: 0, hits: 0 };
  let bestSum = -Infinity;
  let [start, sum, sumMatched, sumHits] = [0, 0, 0, 0];
  for (let i = 0; i < matched.length; i++) {
    if (mayStartLater && sum < 0) {
      sum = 0;
      sumMatched = 0;
      sumHits = 0;
      start = i;
    }
    sum += 2 * (hits[i] as number) - ratio * (matched[i] as number);
    sumMatched += matched[i] as number;
    sumHits += hits[i] as number;
    if (sum < bestSum) continue;
    bestSum = sum;
    best.first = start;
    best.last = i;
    best.matched = sumMatched;
    best.hits = sumHits;
  }
  return best;
}

function scanDown({ matched, hits }: DenseSums, ratio: number): Scan {
  const last = matched.length - 1;
  const best: Scan = { first: 0, last, matched: 0, hits: 0 };
  let bestSum = -Infinity;
  let [sum, sumMatched, sumHits] = [0, 0, 0];
  for (let i = last; i >= 0; i--) {
    sum += 2 * (hits[i] as number) - ratio * (matched[i] as number);
    sumMatched += matched[i] as number;
    sumHits += hits[i] as number;
    if (sum < bestSum) continue;
    bestSum = sum;
    best.first = i;
    best.matched = sumMatched;
    best.hits = sumHits;
  }
  return best;
}
