import type { Role } from '@clientele/contracts';
import type { Cell } from './cells.ts';
import type { ColumnFacts } from './column-facts.ts';
import { isIdLike, isUnique } from './value-fit.ts';

interface Guess {
  role: Role;
  facts: ColumnFacts;
  score: number;
  reason: string;
}

const isWhole = (facts: ColumnFacts) => facts.numbers.every((value) => Number.isInteger(value));
const span = (facts: ColumnFacts) => (facts.max ?? 0) - (facts.min ?? 0) + 1;

/** True where the two columns say the same in other words: each value of one goes with one of the other. */
function isOneToOne(a: ColumnFacts, b: ColumnFacts, sample: readonly (readonly Cell[])[]): boolean {
  if (a.counts.size !== b.counts.size) return false;
  return new Set(sample.map((row) => `${row[a.index]}\u0000${row[b.index]}`)).size === a.counts.size;
}

function findCustomer(free: readonly ColumnFacts[], sample: readonly (readonly Cell[])[]): Guess | undefined {
  const ids = free
    .filter((facts) => isIdLike(facts) && !isUnique(facts) && facts.counts.size > Math.min(20, facts.rows / 5))
    .sort((a, b) => b.counts.size - a.counts.size || a.index - b.index);
  const [first, second] = ids;
  if (first === undefined) return undefined;
  const repeats = { role: 'customer' as const, score: 0.5, reason: 'an id that repeats over lines' };
  if (second === undefined || !isOneToOne(first, second, sample)) return { ...repeats, facts: first };
  const facts = second.type === 'number' && span(second) < span(first) ? second : first;
  const other = facts === first ? second : first;
  return { ...repeats, facts, reason: `the ids of ${other.name} again, numbered with fewer gaps` };
}

/** Finds customer, time and money by their values, for columns whose names say nothing. */
export function guessByValues(
  columns: readonly ColumnFacts[],
  sample: readonly (readonly Cell[])[],
  known: ReadonlyMap<Role, ColumnFacts>,
): Guess[] {
  const used = new Set([...known.values()].map((facts) => facts.index));
  const found: Guess[] = [];
  const free = () => columns.filter((facts) => !used.has(facts.index));
  const take = (guess: Guess | undefined) => {
    if (guess === undefined) return;
    used.add(guess.facts.index);
    found.push(guess);
  };
  if (!known.has('time')) {
    const facts = free().find((item) => item.type === 'time' && item.counts.size > 1);
    take(facts && { role: 'time', facts, score: 0.5, reason: 'the column with dates' });
  }
  const hasTime = known.has('time') || found.length > 0;
  if (!hasTime) return found;
  const hasMoney = known.has('amount') || known.has('unitPrice');
  if (!hasMoney) {
    const numbers = free().filter((item) => item.type === 'number');
    const facts = numbers.find((item) => !isWhole(item));
    take(facts && { role: 'amount', facts, score: 0.45, reason: 'the column with cents' });
  }
  if (!known.has('customer')) take(findCustomer(free(), sample));
  if (known.size === 0) {
    const isCount = (item: ColumnFacts) =>
      item.type === 'number' && isWhole(item) && item.counts.size < 100 && (item.max ?? 0) < 10_000;
    const facts = free().find((item) => isCount(item) && !found.some((g) => isOneToOne(g.facts, item, sample)));
    take(facts && { role: 'quantity', facts, score: 0.4, reason: 'small whole numbers' });
  }
  return found;
}
