import type { DatasetKind, Role, RoleGuess } from '@clientele/contracts';
import type { ColumnFacts } from './column-facts.ts';
import { nameScore } from './name-score.ts';
import { splitName, squashName } from './split-name.ts';
import { isIdLike, isUnique } from './value-fit.ts';

const idNames = new Set(['id', 'no', 'key', 'rowid', 'index', 'code']);
const idWords = new Set(['id', 'nr', 'no', 'number', 'nummer', 'key', 'code']);
const sureName = 0.6;

/** The column that names the customers of a table with one row a customer, if there is one. */
export function findCustomerId(columns: readonly ColumnFacts[], guess: string | undefined): ColumnFacts | undefined {
  const couldBe = (facts: ColumnFacts) => facts.rows === 0 || isUnique(facts);
  const guessed = columns.find((facts) => facts.name === guess && nameScore(facts.name, 'customer') >= sureName);
  if (guessed !== undefined && couldBe(guessed)) return guessed;
  const named = columns.find((facts) => idNames.has(squashName(facts.name)) && couldBe(facts));
  const numbered = columns.find(
    (facts) => idWords.has(splitName(facts.name).at(-1) ?? '') && isUnique(facts) && isIdLike(facts),
  );
  return named ?? numbered ?? guessed;
}

/** Tells order lines from a table of customers, and says why. */
export function guessKind(
  columns: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
): { kind: DatasetKind; why: string } {
  const column = (role: Role) => guesses.find((guess) => guess.role === role)?.column;
  const [customer, order, time] = [column('customer'), column('order'), column('time')];
  const money = column('amount') ?? column('unitPrice');
  const id = findCustomerId(columns, customer);
  const hasUniqueId = id !== undefined && id.rows >= 5 && isUnique(id);
  if (time !== undefined && money !== undefined && (order !== undefined || !hasUniqueId)) {
    const repeats = customer !== undefined && id !== undefined && id.rows > 0 && !isUnique(id);
    return {
      kind: 'orders',
      why: repeats
        ? `Order lines: ${customer} repeats over rows that have a time (${time}) and money (${money}).`
        : `Order lines: each row has a time (${time}) and money (${money}).`,
    };
  }
  if (order !== undefined && (time !== undefined || money !== undefined))
    return {
      kind: 'orders',
      why: `Order lines: ${order} names an order${time === undefined ? '; a column with the time was not found' : ''}.`,
    };
  if (hasUniqueId)
    return {
      kind: 'customers',
      why: `A table of customers: ${id.name} is different in each row, and no column names an order.`,
    };
  const lacks = [
    time === undefined ? 'a time' : undefined,
    order === undefined ? 'an order' : undefined,
    money === undefined ? 'money' : undefined,
  ];
  return {
    kind: 'customers',
    why: `A table of customers: no column was found for ${lacks.filter(Boolean).join(' or ')}.`,
  };
}
