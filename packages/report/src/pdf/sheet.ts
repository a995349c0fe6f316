import { colors, page } from './page.ts';
import { Typesetter } from './typesetter.ts';

/** Pages being filled from the top down: `y` is where the next block begins. */
export class Sheet {
  readonly document: PDFKit.PDFDocument;
  readonly type: Typesetter;
  y: number = page.top;
  /** The section that each page begins in, for its running head. */
  readonly heads: string[] = [''];
  section = '';
  #isFresh = true;

  constructor(document: PDFKit.PDFDocument) {
    this.document = document;
    this.type = new Typesetter(document);
  }

  /** Counted from 1. */
  get pageNumber(): number {
    return this.heads.length;
  }

  get room(): number {
    return page.bottom - this.y;
  }

  /** Breaks the page where so much does not fit, unless the page is empty already. */
  ensure(height: number): void {
    if (height > this.room + 0.01 && !this.#isFresh) this.newPage();
  }

  newPage(): void {
    this.document.addPage();
    this.heads.push(this.section);
    this.y = page.top;
    this.#isFresh = true;
  }

  /** A new page, unless this one is empty. */
  turn(): void {
    if (!this.#isFresh) this.newPage();
  }

  /** Moves below what was drawn. */
  down(height: number): void {
    this.y += height;
    this.#isFresh = false;
  }

  hairline(y: number, from: number = page.left, to: number = page.right, color: string = colors.hairline): void {
    this.document.moveTo(from, y).lineTo(to, y).lineWidth(0.6).strokeColor(color).stroke();
  }
}
