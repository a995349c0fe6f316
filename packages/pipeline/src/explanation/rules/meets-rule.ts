import type { Condition } from '@clientele/contracts';
import type { FeatureTable } from '../../features/feature-table.ts';

/** Whether the customer in a row meets all conditions of any of the boxes. A missing value meets none. */
export function meetsRule(table: FeatureTable, boxes: readonly (readonly Condition[])[]): (row: number) => boolean {
  const tests = boxes.map((box) => box.map((condition) => meets(table, condition)));
  return (row) => tests.some((box) => box.every((test) => test(row)));
}

function meets(table: FeatureTable, condition: Condition): (row: number) => boolean {
  if (condition.kind === 'values') {
    const texts = table.categories[condition.feature];
    const values = new Set(condition.values);
    return (row) => {
      const text = texts?.[row] ?? '';
      return text !== '' && values.has(text);
    };
  }
  const numbers = table.numbers[condition.feature];
  const { min, max } = condition;
  return (row) => {
    const value = numbers?.[row] ?? Number.NaN;
    return Number.isFinite(value) && (min === null || value >= min) && (max === null || value <= max);
  };
}
