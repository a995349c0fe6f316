import { createHash } from 'node:crypto';
import type { FeatureTable } from '../features/feature-table.ts';

const bufferBytes = 1 << 16;
const missingText = 0xffffffff;

/**
 * SHA-256, in hex, over the customers and raw feature values that a method saw. In order: the number of rows (uint32); every id;
 * then for each feature its id and its values. Text is its UTF-8 length (uint32; 0xffffffff for a missing category) and
 * its bytes; a number is a float64, NaN where missing. All little-endian.
 */
export function hashData(table: FeatureTable, kept: Int32Array): string {
  const writer = new HashWriter();
  writer.count(kept.length);
  for (const row of kept) writer.text(table.ids[row] ?? '');
  for (const { id } of table.features) {
    writer.text(id);
    const numbers = table.numbers[id];
    const categories = table.categories[id];
    for (const row of kept) {
      if (numbers !== undefined) writer.number(numbers[row] ?? Number.NaN);
      else writer.text(categories?.[row] ?? null);
    }
  }
  return writer.hex();
}

class HashWriter {
  readonly #hash = createHash('sha256');
  readonly #buffer = Buffer.alloc(bufferBytes);
  #at = 0;

  count(value: number): void {
    this.#room(4);
    this.#at = this.#buffer.writeUInt32LE(value, this.#at);
  }

  number(value: number): void {
    this.#room(8);
    this.#at = this.#buffer.writeDoubleLE(Number.isNaN(value) ? Number.NaN : value, this.#at);
  }

  text(value: string | null): void {
    if (value === null) {
      this.count(missingText);
      return;
    }
    const bytes = Buffer.byteLength(value);
    this.count(bytes);
    if (bytes > bufferBytes) {
      this.#flush();
      this.#hash.update(value);
      return;
    }
    this.#room(bytes);
    this.#at += this.#buffer.write(value, this.#at);
  }

  hex(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #room(bytes: number): void {
    if (this.#at + bytes > bufferBytes) this.#flush();
  }

  #flush(): void {
    this.#hash.update(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
  }
}
