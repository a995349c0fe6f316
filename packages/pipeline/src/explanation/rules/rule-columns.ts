import { textCell } from '../../exports/csv-cell.ts';
import type { FeatureTable } from '../../features/feature-table.ts';

/** One raw feature as the search sees it: each row by the rank of its value among the distinct ones, -1 where missing. */
export interface RuleColumn {
  id: string;
  kind: 'number' | 'category';
  ranks: Int32Array;
  /** Number of distinct values. */
  size: number;
  /** Distinct values, ascending; empty for a category. */
  numbers: Float64Array;
  /** By rank, all spellings of a category's value; empty for numbers. */
  texts: string[][];
  /** True where all values are whole numbers. */
  isWhole: boolean;
  isDays: boolean;
  hasMissing: boolean;
}

/** The features of a table in their order. What is not finite counts as missing, as in customers.csv; so does an empty text. */
export function ruleColumns(table: FeatureTable): RuleColumn[] {
  return table.features.map(({ id, unit }) => {
    const numbers = table.numbers[id];
    const ranked = numbers === undefined ? rankTexts(table.categories[id] ?? []) : rankNumbers(numbers);
    return { id, isDays: unit === 'days', hasMissing: ranked.ranks.includes(-1), ...ranked };
  });
}

type Ranked = Pick<RuleColumn, 'kind' | 'ranks' | 'size' | 'numbers' | 'texts' | 'isWhole'>;

function rankNumbers(values: Float64Array): Ranked {
  const sorted = values.filter((value) => Number.isFinite(value)).sort();
  const numbers = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const ranks = Int32Array.from(values, (value) =>
    Number.isFinite(value) ? Math.max(0, firstAtLeast(numbers, value)) : -1,
  );
  return { kind: 'number', ranks, size: numbers.length, numbers, texts: [], isWhole: numbers.every(Number.isInteger) };
}

/** The rank of the first value that is not below; the number of values where there is none. */
export function firstAtLeast(numbers: Float64Array, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Values that customers.csv writes alike are one, so that a rule holds over it as over the table. */
function rankTexts(values: readonly (string | null)[]): Ranked {
  const rankOf = new Map<string, number>();
  const texts: string[][] = [];
  const ranks = Int32Array.from(values, (value) => {
    if (value === null || value === '') return -1;
    const known = rankOf.get(value);
    if (known !== undefined) return known;
    const written = writtenText(value);
    const rank = rankOf.get(written) ?? texts.push([]) - 1;
    for (const spelling of new Set([value, written])) {
      if (rankOf.has(spelling)) continue;
      rankOf.set(spelling, rank);
      texts[rank]?.push(spelling);
    }
    return rank;
  });
  return { kind: 'category', ranks, size: texts.length, numbers: new Float64Array(0), texts, isWhole: false };
}

/** A text as a reader of customers.csv gets it. */
function writtenText(value: string): string {
  const cell = textCell(value);
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
