import { readFileSync } from 'node:fs';
import { interFile, interSubsets, type Weight } from '../figures/inter-files.ts';
import { openWoff } from './open-woff.ts';
import type { Style } from './page.ts';

type Document = PDFKit.PDFDocument;

/** A piece of text that one font file has all letters of. */
export interface Run {
  font: string;
  text: string;
}

/** What pdfkit's fonts have and its types do not say. */
interface EmbeddedFont {
  font: { hasGlyphForCodePoint(code: number): boolean };
  widths: number[];
  scale: number;
  layoutRun(text: string, features: Record<string, boolean>): Layout;
  layout(text: string): Layout;
}

interface Layout {
  glyphs: unknown[];
  positions: unknown[];
  advanceWidth: number;
}

/** Signs that Inter's files lack, written with those that they have. */
const written: Record<string, string> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '≈': '~',
  '→': '->',
  '←': '<-',
  '▲': '↑',
  '▼': '↓',
  '●': '•',
};
const missing = '\u25A1';
const ellipsis = '\u2026';
// Joiners, marks of direction, choices of emoji style: nothing to see, and no glyph.
const unseen =
  /[\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]|\p{Variation_Selector}/gu;

/** No text of more signs fits: the narrowest letter is a quarter of the size. Spares measuring very long ones. */
const mostSigns = ({ size }: Style, width: number): number => Math.ceil(width / (size * 0.2)) + 8;

/** Sets text in Inter with tabular figures; letters that Inter lacks become one box a word. */
export class Typesetter {
  readonly #document: Document;
  readonly #subsets = interSubsets();
  readonly #opened = new Map<string, EmbeddedFont>();
  readonly #runs = new Map<string, Run[]>();
  readonly #widths = new Map<string, number>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** The text cut where another font file is needed. */
  runs(text: string, weight: Weight): Run[] {
    const key = `${weight}${text}`;
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const runs: Run[] = [];
    for (const sign of [...text.normalize('NFC').replace(/\s/g, ' ').replace(unseen, '')].flatMap((one) => [
      ...(written[one] ?? one),
    ])) {
      const font = this.#fontOf(sign.codePointAt(0) ?? 0, weight);
      const last = runs.at(-1);
      const shown = font === null ? missing : sign;
      if (font === null && last?.text.endsWith(missing)) continue;
      if (last !== undefined && (font === null || font === last.font)) last.text += shown;
      else runs.push({ font: font ?? this.#name('latin', weight), text: shown });
    }
    this.#runs.set(key, runs);
    return runs;
  }

  width(text: string, style: Style): number {
    const key = `${style.weight}${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = 0;
      for (const { font, text: part } of this.runs(text, style.weight))
        width += this.#document.font(font).fontSize(1000).widthOfString(part);
      this.#widths.set(key, width);
    }
    return (width * style.size) / 1000 + (style.spacing ?? 0) * text.length;
  }

  #fits(text: string, style: Style, width: number): boolean {
    return text.length <= mostSigns(style, width) && this.width(text, style) <= width;
  }

  /** Cut to the width, with an ellipsis. */
  shortened(text: string, style: Style, width: number): string {
    if (this.#fits(text, style, width)) return text;
    const signs = [...text];
    let [fits, tooLong] = [0, Math.min(signs.length, mostSigns(style, width))];
    while (tooLong - fits > 1) {
      const half = (fits + tooLong) >> 1;
      if (this.width(signs.slice(0, half).join('') + ellipsis, style) <= width) fits = half;
      else tooLong = half;
    }
    return signs.slice(0, fits).join('').trimEnd() + ellipsis;
  }

  /** The lines of a text so wide; words longer than a line are broken, what is beyond `most` lines is cut. */
  lines(text: string, style: Style, width: number, most = 60): string[] {
    const lines: string[] = [];
    let line = '';
    const words = text.split(/\s+/).filter((word) => word !== '');
    for (const [index, whole] of words.entries()) {
      const joined = line === '' ? whole : `${line} ${whole}`;
      if (this.#fits(joined, style, width)) {
        line = joined;
        continue;
      }
      if (lines.length === most - 1 && line !== '')
        return [...lines, this.shortened([line, ...words.slice(index)].join(' '), style, width)];
      if (line !== '') lines.push(line);
      line = whole;
      while (!this.#fits(line, style, width) && lines.length < most - 1) {
        const signs = [...line];
        const start = this.#start(signs, style, width);
        lines.push(signs.slice(0, start).join(''));
        line = signs.slice(start).join('');
      }
      if (lines.length === most - 1) line = this.shortened(line, style, width);
    }
    return line === '' ? lines : [...lines, line];
  }

  /** How many signs of a word stand on a line, at least one. */
  #start(signs: readonly string[], style: Style, width: number): number {
    let [fits, tooLong] = [1, Math.min(signs.length, mostSigns(style, width))];
    while (tooLong - fits > 1) {
      const half = (fits + tooLong) >> 1;
      if (this.width(signs.slice(0, half).join(''), style) <= width) fits = half;
      else tooLong = half;
    }
    return fits;
  }

  /** One line; `y` is the top of its line, `x` its start, its end or its middle. */
  line(text: string, x: number, y: number, style: Style, align: 'left' | 'right' | 'center' = 'left'): number {
    const width = this.width(text, style);
    let at = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    const baseline = y + style.line / 2 + style.size * 0.36;
    for (const { font, text: part } of this.runs(text, style.weight)) {
      this.#document
        .font(font)
        .fontSize(style.size)
        .fillColor(style.color)
        .text(part, at, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...(style.spacing !== undefined && { characterSpacing: style.spacing }),
        });
      at += this.#document.widthOfString(part) + (style.spacing ?? 0) * part.length;
    }
    return width;
  }

  /** Lines below each other; gives the y below the last. */
  paragraph(text: string, x: number, y: number, style: Style, width: number, most?: number): number {
    const lines = this.lines(text, style, width, most);
    for (const [index, line] of lines.entries()) this.line(line, x, y + index * style.line, style);
    return y + lines.length * style.line;
  }

  height(text: string, style: Style, width: number, most?: number): number {
    return this.lines(text, style, width, most).length * style.line;
  }

  #name(subset: string, weight: Weight): string {
    const name = `inter-${subset}-${weight}`;
    if (!this.#opened.has(name)) {
      this.#document.registerFont(name, openWoff(readFileSync(interFile(subset, weight)))).font(name);
      const font = (this.#document as unknown as { _font: EmbeddedFont })._font;
      // pdfkit forgets to scale the width of the box that stands for what is missing.
      font.widths[0] = (font.widths[0] ?? 0) * font.scale;
      tabulate(font);
      this.#opened.set(name, font);
    }
    return name;
  }

  #fontOf(code: number, weight: Weight): string | null {
    for (const { name, ranges } of this.#subsets) {
      if (!ranges.some(([from, to]) => code >= from && code <= to)) continue;
      const font = this.#name(name, weight);
      if (this.#opened.get(font)?.font.hasGlyphForCodePoint(code)) return font;
    }
    return null;
  }
}

/**
 * Makes a font's figures tabular, and only those: Inter's hyphens would become as wide. In the font and not at each call, so that text inside
 * figures is set alike. Words are kept, and contextual alternates left out, which took half of the time.
 */
function tabulate(font: EmbeddedFont): void {
  const words = new Map<string, Layout>();
  const wordLayout = (word: string): Layout => {
    const known = words.get(word) ?? font.layoutRun(word, { calt: false, ...(/\d/.test(word) && { tnum: true }) });
    words.set(word, known);
    return known;
  };
  font.layout = (text) => {
    const parts = (text.match(/\d+|[^\d\s]+\s*|\s+/g) ?? []).map(wordLayout);
    return {
      glyphs: parts.flatMap(({ glyphs }) => glyphs),
      positions: parts.flatMap(({ positions }) => positions),
      advanceWidth: parts.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
    };
  };
}
