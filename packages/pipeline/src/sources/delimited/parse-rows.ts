import Papa from 'papaparse';
import { type Dialect, spacesBeforeQuote } from './dialect.ts';

export interface ParsedRow {
  cells: string[];
  /** Line on which the row begins, counted from 1. */
  line: number;
}

/** No text that comes this far holds a zero byte, so a file of one column is never divided. */
const noDelimiter = '\0';
/** Stands for an escaped backslash, which Papa Parse would take for an escape of the quote after it; no character. */
const escapedBackslash = '\ufdd0';

/**
 * Reads rows from pieces of text that end where a line does. Papa Parse divides them: a quote means something only where
 * a cell begins; inside a quoted cell a quote that neither is doubled nor ends the cell stands for itself. Added here:
 * spaces before an opening quote are passed over where the dialect has them, blank lines are no rows, rows know their
 * line, and a quote that is never closed stands for itself instead of swallowing the rest of the file.
 */
export class RowReader {
  /** Line that comes next, counted from 1. */
  line = 1;
  readonly #dialect: Dialect;
  readonly #delimiter: string;
  readonly #newline: '\n' | '\r';
  readonly #spaces: RegExp | null;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.#delimiter = dialect.delimiter ?? noDelimiter;
    this.#newline = dialect.newline === 'cr' ? '\r' : '\n';
    this.#spaces = dialect.hasSpacedQuotes ? spacesBeforeQuote(dialect, true) : null;
  }

  /** The rows of a piece; null where a quote is open at its end and more is to come. */
  read(piece: string, isLast: boolean): ParsedRow[] | null {
    const found: string[][] = [];
    for (let text = piece; text !== ''; ) {
      const { rows, isOpen } = this.#parse(text, 0);
      if (isOpen && !isLast) return null;
      for (const row of rows) found.push(row);
      if (isOpen) text = this.#takeOpenLine(found);
      else {
        if (text.endsWith(this.#newline)) found.pop();
        break;
      }
    }
    return this.#numbered(found);
  }

  /** The first rows of a text; the one that its end may have cut only where the text `isWhole`. */
  first(text: string, count: number, isWhole: boolean): ParsedRow[] {
    const { rows, isOpen, isCut } = this.#parse(text, count);
    if (isOpen && (isWhole || rows.length < 3)) {
      const all = this.read(text, true) ?? [];
      return all.slice(0, isWhole ? count : Math.min(count, all.length - 1));
    }
    if (!isCut && !isWhole) rows.pop();
    const found = this.#numbered(rows);
    if (!isCut || found.length === count) return found;
    return new RowReader(this.#dialect).first(text, count * 4, isWhole).slice(0, count);
  }

  #parse(text: string, preview: number) {
    const { quote, escape: escapeChar } = this.#dialect;
    const hasPairs = escapeChar === '\\' && text.includes('\\\\');
    const safe = hasPairs ? text.replaceAll('\\\\', escapedBackslash) : text;
    const tight = this.#spaces ? safe.replace(this.#spaces, '$1') : safe;
    const settings = { delimiter: this.#delimiter, newline: this.#newline, quoteChar: quote, escapeChar, preview };
    const { data, errors, meta } = Papa.parse<string[]>(tight, settings);
    const rows = hasPairs ? data.map((row) => row.map((cell) => cell.replaceAll(escapedBackslash, '\\'))) : data;
    return { rows, isOpen: errors.at(-1)?.code === 'MissingQuotes', isCut: meta.truncated };
  }

  /** Ends the row with the open quote at its line's end; answers the text after it, which its last cell held. */
  #takeOpenLine(rows: string[][]): string {
    const row = rows.at(-1) ?? [];
    const text = this.#dialect.quote + (row.pop() ?? '');
    const end = text.indexOf(this.#newline);
    row.push(...(end < 0 ? text : text.slice(0, end)).split(this.#delimiter));
    return end < 0 ? '' : text.slice(end + 1);
  }

  #numbered(rows: string[][]): ParsedRow[] {
    const found: ParsedRow[] = [];
    for (const cells of rows) {
      const line = this.line++;
      for (const cell of cells)
        for (let at = cell.indexOf(this.#newline); at >= 0; at = cell.indexOf(this.#newline, at + 1)) this.line++;
      const last = cells.length - 1;
      if (this.#newline === '\n' && cells[last]?.endsWith('\r')) cells[last] = cells[last].slice(0, -1);
      if (last > 0 || cells[0]?.trim()) found.push({ cells, line });
    }
    return found;
  }
}
