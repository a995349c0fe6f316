const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
const lineFeed = 10;

/** Cuts JSON text into its outermost values: one a line, one after the other, or the elements of one array. */
export class ValueSplitter {
  readonly #onValue: (text: string, line: number) => void;
  #text = '';
  #at = 0;
  #start = -1;
  #startLine = 1;
  #line = 1;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  #isInArray = false;
  #hasValue = false;

  constructor(onValue: (text: string, line: number) => void) {
    this.#onValue = onValue;
  }

  /** Characters held until their value is whole. */
  get held(): number {
    return this.#text.length;
  }

  /** Line of the value that is being read, counted from 1. */
  get line(): number {
    return this.#start >= 0 ? this.#startLine : this.#line;
  }

  push(chunk: string): void {
    this.#text += chunk;
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) this.#see(text.charCodeAt(this.#at));
    const from = this.#start >= 0 ? this.#start : this.#at;
    this.#text = text.slice(from);
    this.#at -= from;
    if (this.#start >= 0) this.#start = 0;
  }

  /** Ends the text; answers whether an array was left open. */
  end(): boolean {
    this.#finish(this.#text.length);
    return this.#isInArray;
  }

  #see(code: number): void {
    if (this.#isInText) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === backslash) this.#isEscaped = true;
      else if (code === quote) this.#isInText = false;
      else if (code === lineFeed) this.#line++;
    } else if (code === quote) {
      this.#begin();
      this.#isInText = true;
    } else if (code === openBrace || code === openBracket) {
      if (code === openBracket && this.#depth === 0 && !this.#hasValue && this.#start < 0 && !this.#isInArray) {
        this.#isInArray = true;
        return;
      }
      this.#begin();
      this.#depth++;
    } else if (code === closeBrace || code === closeBracket) this.#close(code);
    else if (code <= 32 || code === comma) {
      if (this.#depth === 0) this.#finish(this.#at);
      if (code === lineFeed) this.#line++;
    } else if (this.#start < 0) this.#begin();
  }

  #close(code: number): void {
    if (this.#depth > 0) {
      if (--this.#depth === 0) this.#finish(this.#at + 1);
      return;
    }
    this.#finish(this.#at);
    if (code === closeBracket && this.#isInArray) {
      this.#isInArray = false;
      this.#hasValue = true;
    } else {
      this.#begin();
      this.#finish(this.#at + 1);
    }
  }

  #begin(): void {
    if (this.#start >= 0) return;
    this.#start = this.#at;
    this.#startLine = this.#line;
  }

  #finish(end: number): void {
    if (this.#start < 0) return;
    const value = this.#text.slice(this.#start, end);
    this.#start = -1;
    this.#hasValue = true;
    this.#onValue(value, this.#startLine);
  }
}
