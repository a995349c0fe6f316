import type { Role, RoleGuess } from '@clientele/contracts';
import { type Cell, isMissing } from './cells.ts';
import type { ColumnFacts } from './column-facts.ts';
import { isoText } from './time-text.ts';

function busiest(facts: ColumnFacts): [string, number] {
  return [...facts.counts].reduce((best, item) => (item[1] > best[1] ? item : best), ['', 0] as [string, number]);
}

const number = (value: number | null) => (value === null ? '?' : Math.round(value * 100) / 100);

function orderWhy(id: string, order: ColumnFacts, customer: ColumnFacts, sample: readonly (readonly Cell[])[]): string {
  const rows = sample.filter((row) => row[order.index]?.trim() === id);
  const customers = new Set(rows.flatMap((row) => (isMissing(row[customer.index]) ? [] : [row[customer.index]])));
  return `${id} repeats on ${rows.length} lines${customers.size === 1 ? ' with one customer' : ''}`;
}

/** What the values of a column say for its role, in a few words; empty where there are no values. */
export function valueWhy(
  role: Role,
  facts: ColumnFacts,
  customer: ColumnFacts | undefined,
  sample: readonly (readonly Cell[])[],
): string {
  if (facts.counts.size === 0) return facts.rows === 0 ? '' : 'though empty in the first lines';
  const [value, lines] = busiest(facts);
  switch (role) {
    case 'order': {
      if (lines < 2) return 'each line has its own';
      if (customer === undefined) return `${value} repeats on ${lines} lines`;
      const owned = sample.find(
        (row) => (facts.counts.get(row[facts.index]?.trim() ?? '') ?? 0) > 1 && !isMissing(row[customer.index]),
      );
      if (owned !== undefined) return orderWhy(owned[facts.index]?.trim() ?? '', facts, customer, sample);
      return `${value} repeats on ${lines} lines`;
    }
    case 'customer':
      return `${facts.counts.size} different in ${facts.rows} lines${lines > 1 ? `, ${value} on ${lines}` : ''}`;
    case 'time':
      return facts.type === 'time' && facts.min !== null && facts.max !== null
        ? `dates from ${isoText(facts.min).slice(0, 10)} to ${isoText(facts.max).slice(0, 10)}`
        : `though ${value} is not a date`;
    case 'quantity':
    case 'unitPrice':
    case 'amount':
      return facts.type === 'number'
        ? `numbers from ${number(facts.min)} to ${number(facts.max)}`
        : `though ${value} is not a number`;
    default:
      return `${facts.counts.size} different, such as ${value}`;
  }
}

/** A guess with its reason as one sentence. */
export function roleGuess(role: Role, column: string, confidence: number, reasons: readonly string[]): RoleGuess {
  return {
    role,
    column,
    confidence: Math.round(confidence * 100) / 100,
    why: reasons.filter((x) => x !== '').join('; '),
  };
}
