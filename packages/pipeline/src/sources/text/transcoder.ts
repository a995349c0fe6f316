import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { WideEncoding } from './detect-encoding.ts';
import { incompleteTail, repairUtf8, windows1252ToUtf8 } from './utf8.ts';

/** `mixed`: UTF-8, and where bytes are none, Windows-1252. */
export type ReadAs = 'mixed' | 'windows-1252' | WideEncoding;

/** Turns chunks of a text file into chunks of UTF-8 without a byte order mark, and counts what decides the encoding. */
export class Transcoder {
  /** Bytes that begin a valid UTF-8 character of several bytes. */
  multibyte = 0;
  /** Bytes that are no UTF-8. */
  invalid = 0;
  readonly #readAs: ReadAs;
  readonly #decoder: TextDecoder | null;
  #carry: Buffer = Buffer.alloc(0);
  #isStart = true;

  constructor(readAs: ReadAs) {
    this.#readAs = readAs;
    this.#decoder = readAs.startsWith('utf-16') ? new TextDecoder(readAs) : null;
  }

  push(chunk: Buffer): Buffer {
    if (this.#decoder) return Buffer.from(this.#decoder.decode(chunk, { stream: true }));
    const bytes = this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk;
    this.#carry = bytes.subarray(0, 0);
    const body = this.#isStart ? withoutMark(bytes) : bytes;
    this.#isStart = false;
    if (isAscii(body)) return body;
    if (this.#readAs === 'windows-1252') return windows1252ToUtf8(body);
    const end = body.length - incompleteTail(body);
    this.#carry = body.subarray(end);
    return this.#checked(body.subarray(0, end));
  }

  end(): Buffer {
    if (this.#decoder) return Buffer.from(this.#decoder.decode());
    const rest = this.#carry;
    this.#carry = rest.subarray(0, 0);
    return this.#checked(rest);
  }

  #checked(bytes: Buffer): Buffer {
    if (isUtf8(bytes)) {
      for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) >= 0xc0) this.multibyte++;
      return bytes;
    }
    const repaired = repairUtf8(bytes);
    this.multibyte += repaired.multibyte;
    this.invalid += repaired.invalid;
    return repaired.bytes;
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
