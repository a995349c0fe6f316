import type { TextVisitor } from '../text/read-text.ts';
import type { Dialect } from './dialect.ts';

const plain = 0;
const delimiter = 1;
const rowEnd = 2;
const otherEnd = 3;
const quoteMark = 4;
const escapeMark = 5;

/**
 * Looks at every byte of a text, at about 2 ns each, for anything on which readers differ: lines with another number
 * of cells, text after a closing quote, spaces before an opening one, a quote that is never closed, a backslash that
 * escapes no quote, mixed line ends, blank lines before the first row. A text without any of it is read by the engine as
 * it stands; any other is first written anew row by row.
 */
export class RegularityScan implements TextVisitor {
  rows = 0;
  isRegular = true;
  hasQuotedNewlines = false;
  longestLineBytes = 0;
  /** Cells of the widest row up to its last one with content, the row of headings aside. */
  filledWidth = 0;
  readonly #dialect: Dialect;
  readonly #width: number;
  readonly #hasHeader: boolean;
  readonly #watchesContent: boolean;
  readonly #kinds = new Uint8Array(256);
  /** For two bytes at once, whether both are plain: most are, and half the steps are saved. */
  readonly #marked = new Uint8Array(65_536);
  #previous = 10;
  #cells = 1;
  #filled = 0;
  #state: 'open' | 'quoted' | 'after quote' | 'escaped' = 'open';
  #offset = 0;
  #lineStart = 0;
  #returns = 0;
  #returnedRows = 0;

  /** `watchesContent`: whether `filledWidth` is wanted. */
  constructor(dialect: Dialect, width: number, hasHeader: boolean, watchesContent: boolean) {
    this.#watchesContent = watchesContent;
    this.#dialect = dialect;
    this.#width = width;
    this.#hasHeader = hasHeader;
    this.#kinds[10] = dialect.newline === 'lf' ? rowEnd : otherEnd;
    this.#kinds[13] = dialect.newline === 'lf' ? otherEnd : rowEnd;
    this.#kinds[dialect.escape.charCodeAt(0)] = escapeMark;
    this.#kinds[dialect.quote.charCodeAt(0)] = quoteMark;
    if (dialect.delimiter !== null) this.#kinds[dialect.delimiter.charCodeAt(0)] = delimiter;
    this.#kinds.forEach((kind, byte) => {
      if (kind === plain) return;
      this.#marked.fill(1, byte << 8, (byte + 1) << 8);
      for (let other = 0; other < 256; other++) this.#marked[(other << 8) | byte] = 1;
    });
  }

  begin(): void {
    Object.assign(this, {
      rows: 0,
      isRegular: true,
      hasQuotedNewlines: false,
      longestLineBytes: 0,
      filledWidth: this.#watchesContent ? 0 : this.#width,
    });
    this.#previous = this.#dialect.newline === 'lf' ? 10 : 13;
    this.#cells = 1;
    this.#filled = 0;
    this.#state = 'open';
    this.#offset = 0;
    this.#lineStart = 0;
    this.#returns = 0;
    this.#returnedRows = 0;
  }

  lineAt(): number {
    return this.rows;
  }

  push(bytes: Uint8Array): void {
    const kinds = this.#kinds;
    const watchesContent = this.#watchesContent;
    const marked = this.#marked;
    const length = bytes.length;
    const odd = bytes.byteOffset & 1;
    const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset + odd, Math.max(0, length - odd) >> 1);
    let at = 0;
    while (at < length && this.isRegular) {
      if (this.#state !== 'open') {
        at = this.#quoted(bytes, at);
        continue;
      }
      let kind = plain;
      let cells = this.#cells;
      for (; at < length; at++) {
        if (((at ^ odd) & 1) === 0) {
          at = (nextMarked(marked, pairs, (at - odd) >> 1) << 1) + odd;
          if (at >= length) break;
        }
        kind = kinds[bytes[at] as number] as number;
        if (kind === plain) continue;
        if (kind !== delimiter) break;
        if (watchesContent && this.#isContent(at > 0 ? (bytes[at - 1] as number) : this.#previous))
          this.#filled = cells;
        cells++;
      }
      this.#cells = cells;
      if (at === length) break;
      this.#mark(kind, at, bytes);
      at++;
    }
    if (length > 0) this.#previous = bytes[length - 1] as number;
    this.#offset += length;
  }

  /** What ends a line, once all of a regular text has been seen. */
  get newline(): '\n' | '\r\n' | '\r' {
    if (this.#dialect.newline === 'cr') return '\r';
    return this.#returnedRows > 0 ? '\r\n' : '\n';
  }

  /** To be called once after the last chunk. */
  finish(): void {
    if (this.#state === 'quoted' || this.#state === 'escaped') this.isRegular = false;
    if (!this.isRegular) return;
    const isMixed = this.#returnedRows > 0 && this.#returnedRows < this.rows;
    if (this.#lineStart < this.#offset) {
      if (this.#isContent(this.#previous)) this.#filled = this.#cells;
      this.#endRow(this.#offset, 0);
    }
    if (this.#returns !== this.#returnedRows || isMixed) this.isRegular = false;
  }

  /** Handles a line end, a quote or an escape outside quoted cells. */
  #mark(kind: number, at: number, bytes: Uint8Array): void {
    const before = at > 0 ? (bytes[at - 1] as number) : this.#previous;
    const isContent = this.#isContent(before);
    if (kind === quoteMark) {
      if (!isContent) this.#state = 'quoted';
      else if (before === 32 && leadsCell(bytes, at, this.#kinds)) this.isRegular = false;
      return;
    }
    if (kind === escapeMark) {
      this.isRegular = false;
      return;
    }
    if (isContent) this.#filled = this.#cells;
    if (kind === rowEnd) this.#endRow(this.#offset + at, before);
    else {
      this.#returns++;
      if (this.#dialect.newline === 'cr') this.isRegular = false;
    }
  }

  #isContent(byte: number): boolean {
    const kind = this.#kinds[byte];
    return kind === plain || kind === quoteMark;
  }

  #endRow(offset: number, before: number): void {
    const bytes = offset - this.#lineStart;
    this.#lineStart = offset + 1;
    const returned = this.#dialect.newline === 'lf' && before === 13;
    if (returned) this.#returnedRows++;
    this.rows++;
    if (bytes === 0 || (returned && bytes === 1)) {
      // The engine skips a blank line too where there are several columns and it stands between rows.
      if (this.rows === 1) this.isRegular = false;
    } else {
      const isHeading = this.rows === 1 && this.#hasHeader;
      if (this.#cells !== this.#width && !(isHeading && this.#cells < this.#width)) this.isRegular = false;
      if (!isHeading && this.#filled > this.filledWidth) this.filledWidth = this.#filled;
    }
    if (bytes > this.longestLineBytes) this.longestLineBytes = bytes;
    this.#cells = 1;
    this.#filled = 0;
  }

  /** Goes on inside or just after a quoted cell; answers the place from which the text is open again. */
  #quoted(bytes: Uint8Array, from: number): number {
    const quoteByte = this.#dialect.quote.charCodeAt(0);
    const escapeByte = this.#dialect.escape.charCodeAt(0);
    let at = from;
    if (this.#state === 'escaped') {
      if (bytes[at] !== quoteByte) this.isRegular = false;
      this.#state = 'quoted';
      at++;
    }
    if (this.#state === 'quoted') {
      for (; at < bytes.length; at++) {
        const byte = bytes[at] as number;
        if (byte === quoteByte) {
          this.#state = 'after quote';
          return at + 1;
        }
        if (byte === escapeByte) {
          this.#state = 'escaped';
          return at + 1;
        }
        if (byte === 10 || byte === 13) this.hasQuotedNewlines = true;
      }
      return at;
    }
    const next = bytes[at] as number;
    if (next === quoteByte && escapeByte === quoteByte) {
      this.#state = 'quoted';
      return at + 1;
    }
    const kind = this.#kinds[next];
    if (kind === plain || kind === quoteMark) this.isRegular = false;
    this.#state = 'open';
    return at;
  }
}

/** The first pair from a place on of which a byte is marked; a function of its own, so that it is compiled early. */
function nextMarked(marked: Uint8Array, pairs: Uint16Array, from: number): number {
  let pair = from;
  while (pair < pairs.length && marked[pairs[pair] as number] === 0) pair++;
  return pair;
}

/** Whether only spaces stand between the beginning of a cell and a place. */
function leadsCell(bytes: Uint8Array, place: number, kinds: Uint8Array): boolean {
  let at = place - 1;
  while (at >= 0 && bytes[at] === 32) at--;
  return at < 0 || (kinds[bytes[at] as number] !== plain && kinds[bytes[at] as number] !== quoteMark);
}
