import type { Problem, RoleGuess } from '@clientele/contracts';
import { type Cell, isMissing } from './cells.ts';
import type { ColumnFacts } from './column-facts.ts';

const enoughOrders = 5;

/** A warning where the amount looks like the whole order's, written again on each of its lines: it would be added up. */
export function repeatedAmount(
  guesses: readonly RoleGuess[],
  columns: readonly ColumnFacts[],
  sample: readonly (readonly Cell[])[],
): Problem | undefined {
  const at = (role: RoleGuess['role']) =>
    columns.find((facts) => facts.name === guesses.find((guess) => guess.role === role)?.column)?.index;
  const [order, amount] = [at('order'), at('amount')];
  if (order === undefined || amount === undefined) return undefined;
  const amounts = new Map<string, { lines: number; values: Set<string> }>();
  for (const row of sample) {
    const [id, value] = [row[order], row[amount]];
    if (isMissing(id) || isMissing(value)) continue;
    const seen = amounts.get(id as string) ?? { lines: 0, values: new Set<string>() };
    seen.lines++;
    seen.values.add(value as string);
    amounts.set(id as string, seen);
  }
  const several = [...amounts.values()].filter(({ lines }) => lines > 1);
  const same = several.filter(({ values }) => values.size === 1);
  const different = new Set(same.flatMap(({ values }) => [...values])).size;
  if (several.length < enoughOrders || same.length < several.length * 0.95 || different < enoughOrders)
    return undefined;
  const column = columns[amount]?.name ?? '';
  return {
    severity: 'warning',
    code: 'repeated-order-amount',
    message: `${column} is the same on all lines of each order (${same.length} of ${several.length} orders in the first rows), so it is probably the whole order's and would be counted once a line; choose the line's own amount, or unit price and quantity.`,
    column,
    count: same.length,
  };
}
