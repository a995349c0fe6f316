import { Tokenizer, TokenizerError, TokenParser, TokenParserError } from '@streamparser/json';
import { excerpt } from '../shared/file-errors.ts';
import { parseExactly } from './json-cells.ts';

/** What was found where JSON was expected. */
export class JsonFailure extends Error {}

/** Takes the outermost values of JSON text from its chunks. */
export interface ValueReader {
  /** Line that is being read, counted from 1. */
  readonly line: number;
  /** Bytes read since the last value was whole. */
  readonly held: number;
  /** Throws JsonFailure. */
  push(chunk: Buffer): void;
  /** To be called once after the last chunk. Throws JsonFailure. */
  end(): void;
}

type OnValue = (value: unknown, line: number) => void;

/** The reader that the first characters of a text call for: one value a line, one after the other, or one array. */
export function valueReader(head: string, onValue: OnValue): ValueReader {
  const start = head.trimStart();
  if (start.startsWith('[')) return new StreamedValues(true, onValue);
  const isLine = !start.startsWith('{') || isJson(start.split('\n', 1)[0] ?? '');
  return isLine ? new LineValues(onValue) : new StreamedValues(false, onValue);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

class LineValues implements ValueReader {
  line = 1;
  held = 0;
  readonly #onValue: OnValue;
  #parts: Buffer[] = [];

  constructor(onValue: OnValue) {
    this.#onValue = onValue;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.#parts.push(chunk.subarray(from, end));
      this.end();
      this.line++;
      from = end + 1;
    }
    this.#parts.push(chunk.subarray(from));
    this.held += chunk.length - from;
  }

  end(): void {
    const [first] = this.#parts;
    const text = (first && this.#parts.length === 1 ? first : Buffer.concat(this.#parts)).toString('utf8').trim();
    this.#parts = [];
    this.held = 0;
    if (text !== '') this.#onValue(this.#parsed(text), this.line);
  }

  #parsed(text: string): unknown {
    try {
      return parseExactly(text);
    } catch (cause) {
      throw new JsonFailure(`"${excerpt(text)}"`, { cause });
    }
  }
}

class StreamedValues implements ValueReader {
  line = 1;
  held = 0;
  readonly #tokenizer: Tokenizer;
  readonly #parser: TokenParser;

  constructor(isArray: boolean, onValue: OnValue) {
    const kind = isArray ? { paths: ['$.*'], keepStack: false } : { paths: ['$'], separator: '' };
    this.#tokenizer = new ExactTokenizer(kind);
    this.#parser = new TokenParser(kind);
    this.#tokenizer.onToken = (token) => this.#parser.write(token);
    this.#tokenizer.onError = (cause) => {
      const isOfText = cause instanceof TokenizerError || cause instanceof TokenParserError;
      throw isOfText ? new JsonFailure('text that is not JSON', { cause }) : cause;
    };
    this.#parser.onError = this.#tokenizer.onError;
    this.#parser.onEnd = () => undefined;
    this.#parser.onValue = ({ value }) => {
      this.held = 0;
      onValue(value, this.line);
    };
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.#write(chunk.subarray(from, end + 1));
      this.line++;
      from = end + 1;
    }
    this.#write(chunk.subarray(from));
  }

  end(): void {
    try {
      this.#tokenizer.end();
      if (!this.#parser.isEnded) this.#parser.end();
    } catch (cause) {
      throw new JsonFailure('the end of the file inside the array or an object', { cause });
    }
  }

  #write(bytes: Buffer): void {
    this.held += bytes.length;
    this.#tokenizer.write(bytes);
  }
}

class ExactTokenizer extends Tokenizer {
  /** Digits beyond those that a number keeps stay as they are: a cell is text anyway. */
  protected override parseNumber(digits: string): number {
    return digits.length < 16 ? Number(digits) : (digits as unknown as number);
  }
}
