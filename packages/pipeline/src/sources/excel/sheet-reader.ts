import { clockText, type NumberKind, numberText, serialText } from './cell-text.ts';
import { type Attributes, decodeEscapes, type PartHandler } from './workbook-parts.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  texts: readonly string[];
  kinds: readonly NumberKind[];
  epoch1904: boolean;
}

/** Turns the XML of a sheet into rows of text; rows without any content are left out. */
export class SheetReader implements PartHandler {
  readonly #context: SheetContext;
  readonly #onRow: (cells: (string | null)[]) => void;
  #cells: (string | null)[] = [];
  #column = 0;
  #type = '';
  #style = 0;
  #value = '';
  #isInValue = false;
  #isInPhonetic = false;

  constructor(context: SheetContext, onRow: (cells: (string | null)[]) => void) {
    this.#context = context;
    this.#onRow = onRow;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') {
      const place = attributes.r;
      if (place) this.#column = columnIndex(place);
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#value = '';
    } else if (name === 'v' || (name === 't' && !this.#isInPhonetic)) this.#isInValue = true;
    else if (name === 'rPh') this.#isInPhonetic = true;
    else if (name === 'row') {
      this.#cells = [];
      this.#column = 0;
    }
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isInValue = false;
    else if (name === 'rPh') this.#isInPhonetic = false;
    else if (name === 'c') {
      const cell = this.#value === '' ? null : this.#cellText();
      while (this.#cells.length < this.#column) this.#cells.push(null);
      this.#cells[this.#column++] = cell || null;
    } else if (name === 'row') {
      const cells = this.#cells;
      while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
      if (cells.length > 0) this.#onRow(cells);
    }
  }

  #cellText(): string | null {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#context.texts[Number(value)] ?? null;
      case 'str':
      case 'inlineStr':
        return decodeEscapes(value);
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'e':
        return null;
      case 'd':
        return value.replace('T', ' ').replace(/(\.0+)?Z?$/, '');
    }
    const kind = this.#context.kinds[this.#style];
    const number = Number(value);
    if (kind === undefined || kind === 'number' || !Number.isFinite(number)) return numberText(value);
    return kind === 'clock' && number >= 0 && number < 1
      ? clockText(number)
      : serialText(number, this.#context.epoch1904);
  }
}

/** 0 for A1, 27 for AB7. */
function columnIndex(place: string): number {
  let index = 0;
  for (let at = 0; at < place.length; at++) {
    const code = place.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}
