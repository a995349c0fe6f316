import { isMissing, isTyped } from './cell-kinds.ts';

const headingWord =
  /(^|[^a-z])(id|no|nr|number|code|name|date|time|day|month|year|customer|client|user|member|order|invoice|product|item|sku|stock|description|quantity|qty|units?|amount|total|price|cost|value|revenue|sales|country|region|city|state|email|phone|gender|age|income|status|type|category|channel|currency)s?([^a-z]|$)/i;

function readable(cell: string): string {
  return cell.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
}

/** Integers that go up from cell to cell, as the headings 2019, 2020, 2021 or 1, 2, 3 do. */
function isSeries(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => (/^\d{1,4}$/.test(cell.trim()) ? Number(cell) : Number.NaN));
  return numbers.length >= 2 && numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1);
}

/**
 * Whether the first row names the columns. It does not where it holds numbers or times in columns of numbers or times
 * and nothing speaks for headings: words over such columns, the usual words of headings, a series such as 2019, 2020.
 */
export function detectHeader(rows: readonly (readonly (string | null)[])[]): boolean {
  const first = rows[0]?.map((cell) => cell ?? '') ?? [];
  const typed = first.filter(isTyped);
  if (typed.length === 0) return true;
  if (rows.length === 1)
    return typed.length < first.length / 2 && first.some((cell) => headingWord.test(readable(cell)));
  let words = 0;
  let values = 0;
  first.forEach((heading, column) => {
    const cells = rows.slice(1, 200).map((row) => row[column] ?? '');
    const present = cells.filter((cell) => !isMissing(cell));
    if (present.length === 0 || isMissing(heading)) return;
    const isTypedColumn = present.filter(isTyped).length >= present.length * 0.9;
    if (!isTyped(heading)) {
      if (isTypedColumn || (headingWord.test(readable(heading)) && !present.includes(heading))) words++;
    } else if (isTypedColumn) values++;
  });
  if (words > 0 && words >= values) return true;
  return words > 0 && isSeries(typed);
}
