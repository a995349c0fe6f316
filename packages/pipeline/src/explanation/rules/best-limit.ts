import { bestInterval, denseSums } from './best-interval.ts';
import { bestValues } from './best-values.ts';
import { f1, type Limit, type RuleProblem, type Tally, tallyRanks } from './box.ts';
import { boundsOf, priceOfLimit } from './price.ts';
import type { RuleColumn } from './rule-columns.ts';

/** A limit and what the whole rule matches with it. */
export interface LimitFound extends Tally {
  limit: Limit;
  /** F1 of the rule less the price of this limit. */
  gain: number;
}

/**
 * The limit of one column with the best F1 less its price. `alive` rows meet the other limits; `base` is what other boxes match.
 * O(rows + distinct values) times a few. Null where no limit cuts anything off.
 */
export function bestLimit(problem: RuleProblem, column: number, alive: Uint8Array, base: Tally): LimitFound | null {
  const facts = problem.columns[column] as RuleColumn;
  if (facts.size === 0) return null;
  const sums = { ...tallyRanks(problem, column, alive), base, size: problem.size };
  const whole = { column, low: 0, high: facts.size - 1, allowed: null };
  let best: LimitFound | null = null;
  const add = (limit: Limit, { matched, hits }: Tally) => {
    if (limit.allowed === null && boundsOf(limit, facts) === 0 && !facts.hasMissing) return;
    const gain = f1({ matched, hits }, problem.size) - priceOfLimit(limit, facts);
    if (best === null || gain > best.gain) best = { limit, matched, hits, gain };
  };
  if (facts.kind === 'category') {
    for (const { allowed, ...found } of bestValues(sums)) add({ ...whole, allowed }, found);
    return best;
  }
  const dense = denseSums(sums);
  for (const side of ['both', 'above', 'below'] as const) {
    const { low, high, ...found } = bestInterval(dense, side);
    add({ ...whole, low, high }, found);
  }
  return best;
}
