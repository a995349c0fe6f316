import type { Role } from '@clientele/contracts';
import type { ColumnFacts } from './column-facts.ts';
import { currencyOfText } from './currencies.ts';

const isWhole = (facts: ColumnFacts) => facts.numbers.every((value) => Number.isInteger(value));
const share = (facts: ColumnFacts, value: string) => (facts.counts.get(value) ?? 0) / Math.max(1, facts.rows);
const isFraction = (facts: ColumnFacts) => facts.type === 'number' && !isWhole(facts);

/** How well the values of a column suit a role, 0 to 1; 1 where there are no values to look at. */
export function valueFit(role: Role, facts: ColumnFacts): number {
  if (facts.rows === 0) return 1;
  if (facts.type === 'empty') return 0.1;
  const distinct = facts.counts.size;
  switch (role) {
    case 'time':
      return facts.type === 'time' ? 1 : 0.45;
    case 'quantity':
      return facts.type !== 'number' ? 0.4 : isWhole(facts) ? 1 : 0.85;
    case 'unitPrice':
    case 'amount':
      return facts.type === 'number' ? 1 : 0.4;
    case 'customer':
      if (facts.type === 'time' || facts.type === 'boolean' || isFraction(facts)) return 0.1;
      return distinct === 1 && facts.rows > 50 ? 0.7 : share(facts, '0') > 0.05 ? 0.5 : 1;
    case 'order':
      if (facts.type === 'time' || facts.type === 'boolean' || isFraction(facts)) return 0.1;
      return distinct === 1 && facts.rows > 50 ? 0.5 : 1;
    case 'product':
      return facts.type === 'time' || facts.type === 'boolean' || isFraction(facts) ? 0.1 : 1;
    case 'description':
      return facts.type === 'text' ? 1 : 0.3;
    case 'country':
      return facts.type === 'text' && distinct <= 250 ? 1 : 0.3;
    case 'status':
      return facts.type === 'time' || distinct <= 30 ? 1 : 0.1;
    case 'currency':
      return [...facts.counts.keys()].every((text) => text.length <= 4 && /^[A-Za-z]{3}$|[^\w]/.test(text))
        ? 1
        : [...facts.counts.keys()].some((text) => currencyOfText(text) !== undefined)
          ? 0.5
          : 0.1;
  }
}

/** True where each row has its own value. */
export function isUnique(facts: ColumnFacts): boolean {
  return facts.rows > 1 && facts.counts.size === facts.rows;
}

/** True where the values are ids rather than measures: whole numbers or text. */
export function isIdLike(facts: ColumnFacts): boolean {
  return (facts.type === 'number' && isWhole(facts)) || facts.type === 'text';
}
