import Papa from 'papaparse';
import type { Dialect } from './dialect.ts';

export interface ParsedRow {
  cells: string[];
  /** Line on which the row begins, counted from 1. */
  line: number;
}

/** No text that comes this far holds a zero byte, so a file of one column is never divided. */
const noDelimiter = '\0';

/**
 * Reads rows from pieces of text that end where a line does. Papa Parse divides them: a quote means something only where
 * a cell begins; inside a quoted cell a quote that neither is doubled nor ends the cell stands for itself. Added here:
 * spaces before an opening quote are passed over, blank lines are no rows, rows know their line, and a quote that is
 * never closed stands for itself instead of swallowing the rest of the file.
 */
export class RowReader {
  /** Line that comes next, counted from 1. */
  line = 1;
  readonly #dialect: Dialect;
  readonly #delimiter: string;
  readonly #newline: '\n' | '\r';
  readonly #spaceBeforeQuote: RegExp;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.#delimiter = dialect.delimiter ?? noDelimiter;
    this.#newline = dialect.newline === 'cr' ? '\r' : '\n';
    const ends = `${literal(this.#delimiter)}\\r\\n`;
    const quote = literal(dialect.quote);
    this.#spaceBeforeQuote = new RegExp(
      `(^|[${ends}]) +(?=${quote}(?:[^${quote}${ends}]|${quote}(?:[${ends} ]|$)))`,
      'g',
    );
  }

  /** The rows of a piece; null where a quote is open at its end and more is to come. */
  read(piece: string, isLast: boolean): ParsedRow[] | null {
    let { rows, isOpen } = this.#parse(piece, 0);
    if (isOpen && !isLast) return null;
    const found = rows;
    while (isOpen) {
      const rest = this.#takeOpenLine(found);
      if (rest === null) break;
      ({ rows, isOpen } = this.#parse(rest, 0));
      for (const row of rows) found.push(row);
    }
    if (piece.endsWith(this.#newline)) found.pop();
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
    const tight = text.includes(` ${quote}`) ? text.replace(this.#spaceBeforeQuote, '$1') : text;
    const settings = { delimiter: this.#delimiter, newline: this.#newline, quoteChar: quote, escapeChar, preview };
    const { data, errors, meta } = Papa.parse<string[]>(tight, settings);
    return { rows: data, isOpen: errors.at(-1)?.code === 'MissingQuotes', isCut: meta.truncated };
  }

  /** Ends the row with the open quote at its line's end; answers the text after it, which its last cell held. */
  #takeOpenLine(rows: string[][]): string | null {
    const row = rows.at(-1) ?? [];
    const text = this.#dialect.quote + (row.pop() ?? '');
    const end = text.indexOf(this.#newline);
    row.push(...(end < 0 ? text : text.slice(0, end)).split(this.#delimiter));
    return end < 0 ? null : text.slice(end + 1);
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

/** A character as it stands for itself in a regular expression. */
function literal(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
