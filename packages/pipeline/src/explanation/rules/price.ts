import type { Box, Limit } from './box.ts';
import type { RuleColumn } from './rule-columns.ts';

/** What words cost, in points of F1: a rule gets longer only where it gains more than that. */
const perCondition = 0.01;
const perBound = 0.01;
const perFurtherValue = 0.005;
const fourthCondition = 0.03;
const secondBox = 0.06;

/** Conditions of a box at the most, and values of a category. */
export const mostConditions = 4;
export const mostValues = 6;

export const boundsOf = ({ low, high }: Limit, column: RuleColumn): number =>
  Number(low > 0) + Number(high < column.size - 1);

export function priceOfLimit(limit: Limit, column: RuleColumn): number {
  if (limit.allowed === null) return perCondition + perBound * Math.max(1, boundsOf(limit, column));
  const values = limit.allowed.reduce((sum, each) => sum + each, 0);
  return perCondition + perBound + perFurtherValue * (values - 1);
}

export function priceOf(boxes: readonly Box[], columns: readonly RuleColumn[]): number {
  let price = secondBox * (boxes.length - 1);
  for (const box of boxes) {
    if (box.length >= mostConditions) price += fourthCondition;
    for (const limit of box) price += priceOfLimit(limit, columns[limit.column] as RuleColumn);
  }
  return price;
}
