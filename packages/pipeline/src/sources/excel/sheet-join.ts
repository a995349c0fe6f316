import type { Sheet } from '@clientele/contracts';
import { detectHeader } from '../delimited/detect-header.ts';
import { columnNames } from '../shared/column-names.ts';
import type { RowCopy } from '../shared/row-copy.ts';

type Cells = (string | null)[];
/** `if equal`: joined where it has the headings of the sheets before it. */
export type Wanted = 'yes' | 'if equal' | 'no';

const looked = 200;

/** Puts the rows of sheets below each other, column by column of equal heading. */
export class SheetJoin {
  /** As written in the first sheet, and what later ones add; empty without headings. */
  headings: Cells = [];
  hasHeader = true;
  hasRows = false;
  readonly #copy: RowCopy;
  #name = '';
  #wanted: Wanted = 'no';
  #rows = 0;
  #width = 0;
  #first: Cells[] | null = [];
  #isChosen = false;
  #startsWithHeadings = false;
  #places: number[] | null = null;

  constructor(copy: RowCopy) {
    this.#copy = copy;
  }

  begin(name: string, wanted: Wanted): void {
    this.#name = name;
    this.#wanted = wanted;
    this.#rows = 0;
    this.#width = 0;
    this.#first = [];
    this.#isChosen = false;
    this.#startsWithHeadings = false;
    this.#places = null;
  }

  add(cells: Cells): void {
    this.#rows++;
    this.#width = Math.max(this.#width, cells.length);
    if (this.#first === null) this.#write(cells);
    else if (this.#first.push(cells) >= looked) this.#settle();
  }

  end(): Sheet {
    this.#settle();
    return {
      name: this.#name,
      rows: this.#rows - (this.#startsWithHeadings ? 1 : 0),
      columns: this.#width,
      chosen: this.#isChosen || this.#wanted === 'yes',
    };
  }

  /** Decides from its first rows what becomes of a sheet. */
  #settle(): void {
    const first = this.#first;
    this.#first = null;
    if (first === null || first.length === 0) return;
    const hasHeader = detectHeader(first);
    this.#startsWithHeadings = hasHeader;
    const headings = hasHeader ? (first[0] as Cells) : [];
    if (!this.hasRows) {
      this.#isChosen = this.#wanted !== 'no';
      if (this.#isChosen) {
        this.hasRows = true;
        this.hasHeader = hasHeader;
        this.headings = [...headings];
      }
    } else if (this.#wanted === 'if equal') {
      const isEqual = hasHeader === this.hasHeader && sameHeadings(headings, this.headings);
      this.#isChosen = isEqual && (hasHeader || this.#width === this.#copy.filled.length);
    } else if (this.#wanted === 'yes') {
      this.#isChosen = true;
      if (hasHeader && this.hasHeader) this.#places = this.#placesOf(headings);
    }
    for (const cells of hasHeader ? first.slice(1) : first) this.#write(cells);
  }

  /** Where the columns of a sheet go: by name, new names at the end. */
  #placesOf(headings: Cells): number[] {
    const known = new Map(columnNames(this.headings).map((name, index) => [name, index]));
    return columnNames(headings).map((name, index) => {
      const place = known.get(name);
      if (place !== undefined) return place;
      return this.headings.push(headings[index] ?? null) - 1;
    });
  }

  #write(cells: Cells): void {
    if (!this.#isChosen) return;
    if (this.#places === null) {
      this.#copy.add(cells);
      return;
    }
    const row: Cells = new Array(this.headings.length).fill(null);
    for (const [index, cell] of cells.entries()) row[this.#places[index] ?? row.length] = cell;
    this.#copy.add(Array.from(row, (cell) => cell ?? null));
  }
}

function sameHeadings(one: Cells, other: Cells): boolean {
  const names = columnNames(other);
  const found = columnNames(one);
  return found.length === names.length && found.every((name, index) => name === names[index]);
}
