import type { RoleGuess } from '@clientele/contracts';
import { type Cell, isMissing } from './cells.ts';
import type { ColumnFacts } from './column-facts.ts';

/**
 * True where the order's own fields (customer, amount) stand on its first line only: the other lines of the order
 * name the order and leave them empty, as Shopify writes them.
 */
export function standsOnFirstLines(order: number, column: number, sample: readonly (readonly Cell[])[]): boolean {
  let following = 0;
  let empty = 0;
  let firstFilled = 0;
  let first = 0;
  sample.forEach((row, i) => {
    const id = row[order];
    if (isMissing(id)) return;
    if (i > 0 && sample[i - 1]?.[order] === id) {
      following++;
      if (isMissing(row[column])) empty++;
    } else {
      first++;
      if (!isMissing(row[column])) firstFilled++;
    }
  });
  return following > 0 && empty >= following * 0.9 && firstFilled >= first * 0.5;
}

/** Chooses between unit price times quantity and an amount where both were found: one of them counts, never both. */
export function settleMoney(
  guesses: readonly RoleGuess[],
  columns: readonly ColumnFacts[],
  sample: readonly (readonly Cell[])[],
): RoleGuess[] {
  const find = (role: RoleGuess['role']) => guesses.find((guess) => guess.role === role);
  const [price, amount, quantity, order] = [find('unitPrice'), find('amount'), find('quantity'), find('order')];
  const at = (guess: RoleGuess) => columns.findIndex((facts) => facts.name === guess.column);
  const replace = (guess: RoleGuess, note: string) =>
    guesses.map((item) => (item === guess ? { ...item, why: `${item.why}; ${note}` } : item));
  if (price === undefined) {
    if (amount === undefined || order === undefined || !standsOnFirstLines(at(order), at(amount), sample))
      return [...guesses];
    return replace(amount, 'the amount of the whole order, on its first line only');
  }
  if (amount === undefined) return [...guesses];
  if (quantity === undefined)
    return replace(amount, `taken instead of ${price.column}, as no column says how many`).filter(
      (item) => item.role !== 'unitPrice',
    );
  return replace(price, `times ${quantity.column} gives the amount, so ${amount.column} is left out`).filter(
    (item) => item.role !== 'amount',
  );
}
