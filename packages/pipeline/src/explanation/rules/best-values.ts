import type { RankSums } from './best-interval.ts';
import type { Tally } from './box.ts';
import { mostValues } from './price.ts';

export interface Values extends Tally {
  /** By rank: 1 where the value is chosen. */
  allowed: Uint8Array;
}

/** Values that are looked at: those with most of the segment's customers. */
const mostLooked = 64;

/** For one value of a category, two, and so on up to six: those of the best F1, by the same way as for intervals. */
export function bestValues({ matched, hits, base, size }: RankSums): Values[] {
  const ranks = [...hits.keys()]
    .filter((rank) => (hits[rank] as number) > 0)
    .sort((a, b) => (hits[b] as number) - (hits[a] as number) || a - b)
    .slice(0, mostLooked);
  const worth = (rank: number, ratio: number) => 2 * (hits[rank] as number) - ratio * (matched[rank] as number);
  const choose = (count: number, ratio: number): Values => {
    const values: Values = { allowed: new Uint8Array(matched.length), ...base };
    const sorted = [...ranks].sort((a, b) => worth(b, ratio) - worth(a, ratio) || a - b);
    for (const rank of sorted.slice(0, count)) {
      values.allowed[rank] = 1;
      values.matched += matched[rank] as number;
      values.hits += hits[rank] as number;
    }
    return values;
  };
  return Array.from({ length: Math.min(mostValues, ranks.length) }, (_, more) => {
    let best = choose(more + 1, 1);
    for (let step = 0; step < 20; step++) {
      const ratio = (2 * best.hits) / (best.matched + size);
      const next = choose(more + 1, ratio);
      if ((2 * next.hits) / (next.matched + size) <= ratio * (1 + 1e-12)) break;
      best = next;
    }
    return best;
  });
}
