import type { Dialect } from './dialect.ts';

export interface ParsedRow {
  cells: string[];
  /** Line on which the row begins, counted from 1. */
  line: number;
}

export interface ParseState {
  /** Lines before the text. */
  line: number;
  /** True where nothing follows the text. */
  isFinal: boolean;
  /** Take a quote that is never closed for a character of its cell. */
  closeQuotes: boolean;
}

/**
 * Reads rows from text and answers where the first incomplete one begins. Blank lines are no rows. A quote means
 * something only where a cell begins (spaces before it aside); inside a quoted cell a quote that neither is doubled
 * nor ends the cell stands for itself. This is the plain reading that the engine's must agree with.
 */
export function parseRows(
  text: string,
  dialect: Dialect,
  state: ParseState,
  onRow: (row: ParsedRow) => boolean | undefined,
): number {
  const parser = new RowParser(text, dialect, state);
  let at = 0;
  while (at < text.length) {
    const line = state.line;
    const cells: string[] = [];
    const next = parser.row(at, cells);
    if (next < 0) {
      state.line = line;
      return at;
    }
    at = next;
    if (cells.length === 1 && cells[0]?.trim() === '' && !parser.wasQuoted) continue;
    if (onRow({ cells, line: line + 1 }) === false) return at;
  }
  return at;
}

class RowParser {
  wasQuoted = false;
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #state: ParseState;
  readonly #delimiter: number;
  readonly #newline: number;
  #escapeAt = -1;

  constructor(text: string, dialect: Dialect, state: ParseState) {
    this.#text = text;
    this.#dialect = dialect;
    this.#state = state;
    this.#delimiter = dialect.delimiter === null ? -1 : dialect.delimiter.charCodeAt(0);
    this.#newline = dialect.newline === 'cr' ? 13 : 10;
  }

  /** Reads one row from a place; answers the place after it, -1 where the text ends before the row does. */
  row(from: number, cells: string[]): number {
    const text = this.#text;
    let at = from;
    this.wasQuoted = false;
    for (;;) {
      const end = this.#cell(at, cells);
      if (end < 0) return -1;
      if (end >= text.length) {
        if (!this.#state.isFinal) return -1;
        return text.length;
      }
      at = end + 1;
      if (text.charCodeAt(end) === this.#newline) {
        this.#state.line++;
        return at;
      }
    }
  }

  /** Reads one cell; answers the place of what ends it. */
  #cell(from: number, cells: string[]): number {
    const { quote } = this.#dialect;
    if (quote !== '') {
      let start = from;
      while (this.#text.charCodeAt(start) === 32 && this.#delimiter !== 32) start++;
      if (this.#text[start] === quote) {
        const end = this.#quotedCell(start + 1, cells);
        if (end !== null) return end;
      }
    }
    return this.#plainCell(from, cells);
  }

  #plainCell(from: number, cells: string[]): number {
    const text = this.#text;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === this.#newline) break;
    }
    const isLineEnd = at >= text.length || text.charCodeAt(at) === this.#newline;
    const returns = isLineEnd && this.#newline === 10 && at > from && text.charCodeAt(at - 1) === 13;
    cells.push(text.slice(from, returns ? at - 1 : at));
    return at;
  }

  /** Null where the quote is never closed and is to stand for itself; -1 where the text ends too early. */
  #quotedCell(from: number, cells: string[]): number | null {
    const text = this.#text;
    const { quote, escape: escapedBy } = this.#dialect;
    let value = '';
    let start = from;
    for (let at = from; ; ) {
      at = this.#nextMark(at);
      if (at < 0 || (at + 1 >= text.length && !this.#state.isFinal))
        return this.#state.isFinal || this.#state.closeQuotes ? null : -1;
      if (text[at] !== quote || (escapedBy === quote && text[at + 1] === quote)) {
        value += text.slice(start, at);
        start = at + 1;
        at += 2;
        continue;
      }
      const end = this.#closingEnd(at + 1);
      if (end >= text.length && !this.#state.isFinal) return -1;
      if (end < 0) {
        at++;
        continue;
      }
      value += text.slice(start, at);
      if (value.includes('\n')) this.#state.line += value.split('\n').length - 1;
      this.wasQuoted = true;
      cells.push(value);
      return end;
    }
  }

  #nextMark(from: number): number {
    const { quote, escape: escapedBy } = this.#dialect;
    const nextQuote = this.#text.indexOf(quote, from);
    if (escapedBy === quote || nextQuote < 0) return nextQuote;
    if (this.#escapeAt < from) {
      const found = this.#text.indexOf(escapedBy, from);
      this.#escapeAt = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return Math.min(this.#escapeAt, nextQuote);
  }

  /** Place of what ends the cell after its closing quote, -1 where it closes nothing. */
  #closingEnd(from: number): number {
    const text = this.#text;
    let at = from;
    while (text.charCodeAt(at) === 32 && this.#delimiter !== 32) at++;
    if (this.#newline === 10 && text.charCodeAt(at) === 13) at++;
    if (at >= text.length) return text.length;
    const code = text.charCodeAt(at);
    return code === this.#delimiter || code === this.#newline ? at : -1;
  }
}
