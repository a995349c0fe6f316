import type { Problem } from '@clientele/contracts';
import type { ParsedRow } from './parse-rows.ts';

/** How many cells a row has, and how many it may lack at its end because they are empty anyway. */
export interface RowRule {
  width: number;
  leastWidth: number;
}

/**
 * The rule that the first rows of data suggest. A short row counts as one that leaves empty cells off where the cells
 * it lacks belong to columns that are empty in most rows, or where more than a quarter of the rows are short and no
 * full row ends with an empty cell: that is how programs write that leave them off.
 */
export function rowRule(rows: readonly (readonly string[])[], headingCells: readonly string[]): RowRule {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let usual = 0;
  for (const [length, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = length;
  let headings = headingCells.length;
  while (headings > Math.max(usual, 1) && !headingCells[headings - 1]?.trim()) headings--;
  const width = headings === 0 ? Math.max(usual, 1) : Math.max(headings, filledPart(rows, usual, headings));
  const full = rows.filter((row) => row.length === width);
  const short = rows.filter((row) => row.length < width);
  let leastWidth = width;
  while (leastWidth > 1 && full.length > 1 && full.filter((row) => !row[leastWidth - 1]).length > full.length / 2)
    leastWidth--;
  const leavesOff = short.length >= 3 && short.length > rows.length / 4 && full.every((row) => row[width - 1] !== '');
  if (leavesOff) leastWidth = Math.min(leastWidth, ...short.map((row) => row.length));
  return { width, leastWidth };
}

/** The usual number of cells where the cells beyond the headings hold something, else the number of headings. */
function filledPart(rows: readonly (readonly string[])[], usual: number, headings: number): number {
  const isFilled = rows.some((row) => row.length === usual && row.slice(headings).some((cell) => cell !== ''));
  return isFilled ? usual : headings;
}

/** The row with as many cells as it is to have, or null for a ragged one. */
export function fitRow(cells: string[], { width, leastWidth }: RowRule): (string | null)[] | null {
  if (cells.length === width) return cells;
  if (cells.length > width) return cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : null;
  if (cells.length < leastWidth) return null;
  return [...cells, ...new Array<null>(width - cells.length).fill(null)];
}

/** Counts the rows that do not fit. */
export class RaggedRows {
  count = 0;
  #line = 0;
  #found = 0;

  add(row: ParsedRow): void {
    if (this.count === 0) {
      this.#line = row.line;
      this.#found = row.cells.length;
    }
    this.count++;
  }

  problems(name: string, width: number): Problem[] {
    if (this.count === 0) return [];
    const lines =
      this.count === 1
        ? `Line ${this.#line} of ${name} has`
        : `${this.count} lines of ${name} were left out; the first, line ${this.#line}, has`;
    const cells = `${this.#found} ${this.#found === 1 ? 'cell' : 'cells'}, expected ${width}`;
    const advice = 'look for a delimiter or a line break inside a cell that is not quoted';
    return [
      {
        severity: 'warning',
        code: 'ragged-lines',
        count: this.count,
        line: this.#line,
        message: `${lines} ${cells}${this.count === 1 ? ', and was left out' : ''}: ${advice}.`,
      },
    ];
  }
}
