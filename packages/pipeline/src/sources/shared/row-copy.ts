import { type FileHandle, open } from 'node:fs/promises';
import type { CsvLayout } from './csv-layout.ts';
import { sampleRows } from './sample.ts';

const flushCharacters = 1 << 18;

/** Writes rows as a plain UTF-8 CSV without headings, as a stream, and keeps what is needed to read it again. */
export class RowCopy {
  rows = 0;
  readonly sample: (string | null)[][] = [];
  /** For each column whether any cell of it has content. */
  readonly filled: boolean[] = [];
  readonly #path: string;
  readonly #handle: FileHandle;
  #text = '';
  #width = 0;
  #isUneven = false;
  #hasQuotedNewlines = false;
  #longest = 0;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async create(path: string): Promise<RowCopy> {
    return new RowCopy(path, await open(path, 'w'));
  }

  /** Adds a row; a shorter one than others is padded at its end. `flush` after every few of them. */
  add(cells: readonly (string | null)[]): void {
    let line = '';
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      if (index > 0) line += ',';
      if (!cell) continue;
      this.filled[index] = true;
      line += this.#quoted(cell);
    }
    if (this.rows > 0 && cells.length !== this.#width) this.#isUneven = true;
    this.#width = Math.max(this.#width, cells.length);
    this.#longest = Math.max(this.#longest, line.length);
    this.#text += `${line === '' ? '""' : line}\n`;
    if (this.rows < sampleRows) this.sample.push(cells.map((cell) => cell || null));
    this.rows++;
  }

  async flush(): Promise<void> {
    if (this.#text.length >= flushCharacters) await this.#write();
  }

  /** Ends the file; answers how it is laid out with at least `width` cells a line. */
  async finish(width: number): Promise<CsvLayout> {
    await this.#write();
    await this.#handle.close();
    const full = Math.max(width, this.#width, 1);
    for (const row of this.sample) while (row.length < full) row.push(null);
    return {
      path: this.#path,
      delimiter: ',',
      quote: '"',
      escape: '"',
      hasHeader: false,
      newline: '\n',
      width: full,
      hasQuotedNewlines: this.#hasQuotedNewlines || this.#isUneven || full > this.#width,
      hasShortLines: this.#isUneven || full > this.#width,
      longestLineBytes: this.#longest * 3,
    };
  }

  /** Closes the file after a failure. */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }

  #quoted(cell: string): string {
    if (!/[",\r\n]|^\s|\s$/.test(cell)) return cell;
    if (/[\r\n]/.test(cell)) this.#hasQuotedNewlines = true;
    return `"${cell.replaceAll('"', '""')}"`;
  }

  async #write(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text !== '') await this.#handle.write(text);
  }
}
